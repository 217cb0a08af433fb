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
  answerBy,
  contest,
} from '../rules/case.ts';
import { contestable, insertCase } from '../store/cases.ts';

export type OpenDispute = {
  readonly accountId: Id;
  readonly items: readonly (Contested & { readonly lineNo: number | null })[];
  readonly reason: DisputeReason;
  readonly part: DisputePart;
  readonly note: string;
  readonly saidBy: string;
  /** Who must find out; null until somebody takes it. */
  readonly ownerId: Id | null;
};

export type OpenDisputeRefusal =
  | ContestRefusal
  | 'dispute.no_such_account'
  | 'dispute.no_such_person'
  | 'dispute.item_named_twice';

type NewItem = { disputeId: Id; itemId: Id; amount: Money; lineNo: number | null; number: string };

export async function openDispute(
  context: Context,
  wish: OpenDispute,
): Promise<Outcome<{ caseId: Id; disputed: Money[] }, OpenDisputeRefusal>> {
  const { tx, today } = context;
  const { accountId, ownerId, reason } = wish;
  const account = await lockAccount(tx, accountId);
  if (!account) return refuse('dispute.no_such_account');
  const owner = ownerId === null ? undefined : await memberById(tx, ownerId);
  if (ownerId !== null && !owner?.active) return refuse('dispute.no_such_person');
  const items = await contestedItems(context, wish);
  if (!items.ok) return items;
  const caseId = context.newId();
  const due = answerBy(reason, today, await calendarOf(tx, account.companyId));
  await insertCase(context, { ...wish, caseId, answerBy: due, items: items.value });
  await tellOf(context, wish, { caseId, items: items.value });
  return accept({ caseId, disputed: items.value.map(({ amount }) => amount) });
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

async function tellOf(
  context: Context,
  { accountId, reason, note, saidBy }: OpenDispute,
  { caseId, items }: { readonly caseId: Id; readonly items: readonly NewItem[] },
): Promise<void> {
  const [first] = items;
  if (first === undefined) return;
  const { currency } = first.amount;
  const own = items.map(({ amount }) => amount).filter((each) => each.currency === currency);
  const facts = {
    number: items.map(({ number }) => number).join(', '),
    amount: formatMoney(sum(own, currency)),
    currency,
    saidBy,
  };
  await recordActivity(context, {
    accountId,
    kind: 'dispute',
    phrase: 'activity.dispute_opened',
    facts,
    text: note.trim() === '' ? null : note.trim(),
    touch: true,
  });
  context.did({ what: 'dispute', id: caseId, facts: { ...facts, reason } });
  const payload = { caseId, reason, items: items.map(({ itemId }) => itemId) };
  await context.tell({ name: 'disputes.dispute_opened', accountId, payload });
}
