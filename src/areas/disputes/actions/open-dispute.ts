/**
 * Opens a case over one or several items: what the customer says is wrong, and how much of it.
 *
 * The account's row is locked first, so that two people cannot contest one amount twice. What is
 * contested is not asked for from now on; the rest of the invoice is.
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, sum } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { calendarOf, memberById } from '#areas/team/index.ts';
import {
  type ContestRefusal,
  type Contested,
  type DisputePart,
  type DisputeReason,
  contest,
} from '../rules/case.ts';
import { answerBy } from '../rules/routing.ts';
import { type CaseFile, keepStanding } from '../store/case-file.ts';
import { contestItems } from '../store/case-items.ts';
import { type NewCase, contestable, insertCase, ownerOfAccount } from '../store/cases.ts';
import { routeOf } from '../store/routes.ts';
import { startCaseClocks } from './answer-clock.ts';

export type OpenDispute = {
  readonly accountId: Id;
  readonly items: readonly (Contested & { readonly lineNo: number | null })[];
  readonly reason: DisputeReason;
  readonly part: DisputePart;
  readonly note: string;
  readonly saidBy: string;
  /** Who must find out; null: as the company's route for the reason says. */
  readonly ownerId: Id | null;
  /** Kept back from a payment; a case that somebody told of is `said`. */
  readonly origin?: 'deduction';
};

export type OpenDisputeRefusal =
  | ContestRefusal
  | 'dispute.no_such_account'
  | 'dispute.no_such_person'
  | 'dispute.item_named_twice'
  | 'dispute.other_currency';

type NewItem = { disputeId: Id; itemId: Id; amount: Money; lineNo: number | null; number: string };

export async function openDispute(
  context: Context,
  wish: OpenDispute,
): Promise<Outcome<{ caseId: Id; disputed: Money[] }, OpenDisputeRefusal>> {
  const { tx } = context;
  const { accountId, ownerId } = wish;
  const account = await lockAccount(tx, accountId);
  if (!account) return refuse('dispute.no_such_account');
  const owner = ownerId === null ? undefined : await memberById(tx, ownerId);
  if (ownerId !== null && !owner?.active) return refuse('dispute.no_such_person');
  const items = await contestedItems(context, wish);
  if (!items.ok) return items;
  const disputed = items.value.map(({ amount }) => amount);
  const [first] = disputed;
  if (first && disputed.some(({ currency }) => currency !== first.currency)) {
    return refuse('dispute.other_currency');
  }
  const origin: NewCase['origin'] = wish.origin ?? 'said';
  const opened = { ...wish, caseId: context.newId(), origin };
  const amount = sum(disputed, first?.currency ?? account.baseCurrency);
  await followFrom(context, opened, { companyId: account.companyId, amount });
  await contestItems(context, opened, items.value);
  await tellOf(context, opened, items.value);
  return accept({ caseId: opened.caseId, disputed });
}

async function contestedItems(
  context: Context,
  { accountId, items }: OpenDispute,
): Promise<Outcome<NewItem[], ContestRefusal | 'dispute.item_named_twice'>> {
  const itemIds = items.map(({ itemId }) => itemId);
  if (new Set(itemIds).size < itemIds.length) return refuse('dispute.item_named_twice');
  const standing = await contestable(context.tx, accountId, itemIds);
  const contested: NewItem[] = [];
  for (const { itemId, amount, lineNo } of items) {
    const item = standing.get(itemId);
    const judged = contest({ itemId, amount }, item);
    if (!judged.ok) return judged;
    const number = item?.number ?? '';
    contested.push({ disputeId: context.newId(), itemId, amount: judged.value, lineNo, number });
  }
  return accept(contested);
}

type Following = { readonly companyId: Id; readonly amount: Money };

/** Writes the case and whose it is: as it was said, else as the company follows such a reason. */
export async function followFrom(
  context: Context,
  opened: Omit<NewCase, 'answerBy'>,
  { companyId, amount }: Following,
): Promise<void> {
  const { tx, today } = context;
  const { accountId, reason } = opened;
  const route = await routeOf(tx, companyId, reason);
  const due = answerBy(route, today, await calendarOf(tx, companyId));
  const ownerId = opened.ownerId ?? route.ownerId;
  await insertCase(context, { ...opened, ownerId, answerBy: due });
  const file: CaseFile = {
    ...opened,

    companyId,
    ownerId,
    amount,
    state: ownerId === null ? 'open' : 'with_owner',
    department: route.department,
    coordinatorId: await ownerOfAccount(tx, accountId),
    outside: ownerId === null ? route.outside : null,
    answerBy: due,
    openedOn: today,
    cause: null,
    decision: null,
    requestId: null,
    answeredOn: null,
    escalatedOn: null,
    escalatedTo: null,
    decidedOn: null,
    closedOn: null,
    closedHow: null,
  };
  await keepStanding(context, file);
  await startCaseClocks(context, file);
}

async function tellOf(
  context: Context,
  { accountId, caseId, reason, note, saidBy, origin }: Omit<NewCase, 'answerBy'>,
  items: readonly NewItem[],
): Promise<void> {
  const [first] = items;
  if (first === undefined) return;
  const { currency } = first.amount;
  const facts = {
    number: items.map(({ number }) => number).join(', '),
    amount: formatMoney(
      sum(
        items.map(({ amount }) => amount),
        currency,
      ),
    ),
    currency,
    saidBy,
  };
  await recordActivity(context, {
    accountId,
    kind: 'dispute',
    phrase: origin === 'deduction' ? 'activity.deduction_opened' : 'activity.dispute_opened',
    facts,
    text: note.trim() === '' ? null : note.trim(),
    touch: origin !== 'deduction',
  });
  context.did({ what: 'dispute', id: caseId, facts: { ...facts, reason } });
  const payload = { caseId, reason, items: items.map(({ itemId }) => itemId) };
  await context.tell({ name: 'disputes.dispute_opened', accountId, payload });
}
