/**
 * Hands a case on: asks the owner, asks the customer, takes it back, or opens it again.
 *
 * Who is asked has the days of the route from now on. A case that ended contests its items again
 * when it is reopened, as far as they are open and not contested by another.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { formatMoney, isPositive, minus, smaller, sum } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import { calendarOf } from '#areas/team/index.ts';
import { type CaseMove, type CaseState, type MoveRefusal, moved } from '../rules/case-life.ts';
import { answerBy } from '../rules/routing.ts';
import type { CaseStanding, EventKind } from '../store/case-file.ts';
import { type NewDispute, contestItems } from '../store/case-items.ts';
import { contestable } from '../store/cases.ts';
import { routeOf } from '../store/routes.ts';
import { type CaseRef, type OpenedFile, stepCase, takeFile } from './step-case.ts';

export type MoveCase = CaseRef & { readonly move: CaseMove; readonly note: string };

export type MoveCaseRefusal = MoveRefusal | 'dispute.no_such_case' | 'dispute.nothing_open';

const kinds: Readonly<Record<CaseMove, EventKind>> = {
  ask_owner: 'asked_owner',
  ask_customer: 'asked_customer',
  take_back: 'noted',
  reopen: 'reopened',
};

export async function moveCase(
  context: Context,
  { move, note, ...ref }: MoveCase,
): Promise<Outcome<{ state: CaseState }, MoveCaseRefusal>> {
  const taken = await takeFile(context, ref);
  if (!taken.ok) return taken;
  const { file } = taken.value;
  const owned = file.ownerId !== null || file.outside !== null;
  const next = moved(move, { state: file.state, owned });
  if (!next.ok) return next;
  if (move === 'reopen') return reopenCase(context, taken.value, { note, why: 'asked' });
  const asks = move !== 'take_back';
  const change: Partial<CaseStanding> = {
    state: next.value,
    ...(asks ? { answeredOn: null, answerBy: await dueFromToday(context, file) } : {}),
  };
  const after = await stepCase(context, file, { kind: kinds[move], facts: { move }, note, change });
  return accept({ state: after.state });
}

/** The day to answer, for somebody who is asked today. */
export async function dueFromToday(
  { tx, today }: Context,
  { companyId, reason }: Pick<OpenedFile['file'], 'companyId' | 'reason'>,
): Promise<CaseStanding['answerBy']> {
  const route = await routeOf(tx, companyId, reason);
  return answerBy(route, today, await calendarOf(tx, companyId));
}

type Reopening = { readonly note: string; readonly why: 'asked' | 'payment_went_back' };

/** Contests again what is open and free of the items that the case contested. */
export async function reopenCase(
  context: Context,
  { file, items }: OpenedFile,
  { note, why }: Reopening,
): Promise<Outcome<{ state: CaseState }, 'dispute.nothing_open'>> {
  const { accountId } = file;
  const byItem = new Map(items.map((item) => [item.itemId, item]));
  const standing = await contestable(context.tx, accountId, [...byItem.keys()]);
  const again: NewDispute[] = [];
  for (const { itemId, said, lineNo } of byItem.values()) {
    const now = standing.get(itemId);
    const free = now && smaller(said, minus(now.open, now.disputed));
    if (!free || !isPositive(free)) continue;
    again.push({ disputeId: context.newId(), itemId, amount: free, lineNo });
  }
  if (again.length === 0) return refuse('dispute.nothing_open');
  await contestItems(context, file, again);
  const { currency } = file.amount;
  const amount = sum(
    again.map((each) => each.amount),
    currency,
  );
  const after = await stepCase(context, file, {
    kind: 'reopened',
    facts: { why, amount: formatMoney(amount) },
    note,
    phrase: 'activity.dispute_reopened',
    change: {
      state: 'open',
      amount,
      decision: null,
      requestId: null,
      decidedOn: null,
      closedOn: null,
      closedHow: null,
      answerBy: await dueFromToday(context, file),
      escalatedOn: null,
      escalatedTo: null,
    },
  });
  return accept({ state: after.state });
}
