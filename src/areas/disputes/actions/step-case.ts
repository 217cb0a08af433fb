/**
 * One step of a case: what happened is added, where it stands is written anew, and told.
 *
 * Every action on a case goes through here, so that no change is without its event.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMoney, sum } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import {
  type CaseEvent,
  type CaseFile,
  type CaseStanding,
  caseFile,
  insertEvent,
  keepStanding,
} from '../store/case-file.ts';
import { type CaseItem, caseItems } from '../store/case-items.ts';
import { followClock } from './answer-clock.ts';

export type CaseRef = { readonly accountId: Id; readonly caseId: Id };

export type OpenedFile = { readonly file: CaseFile; readonly items: readonly CaseItem[] };

/** Locks the account, then reads the case with its items. */
export async function takeFile(
  { tx }: Context,
  ref: CaseRef,
): Promise<Outcome<OpenedFile, 'dispute.no_such_case'>> {
  if (!(await lockAccount(tx, ref.accountId))) return refuse('dispute.no_such_case');
  const file = await caseFile(tx, ref);
  if (!file) return refuse('dispute.no_such_case');
  return accept({ file, items: await caseItems(tx, ref) });
}

export type Step = CaseEvent & {
  readonly change: Partial<CaseStanding>;
  /** A line of the account's timeline; left out for what only the case need say. */
  readonly phrase?: string;
};

/** Writes the step down; answers the case as it stands from now on. */
export async function stepCase(context: Context, file: CaseFile, step: Step): Promise<CaseFile> {
  const { accountId, caseId } = file;
  const next: CaseFile = { ...file, ...step.change };
  await insertEvent(context, file, step);
  await keepStanding(context, next);
  await followClock(context, file, next);
  const facts = { amount: formatMoney(next.amount), currency: next.amount.currency };
  if (step.phrase !== undefined) {
    const text = step.note.trim() === '' ? null : step.note.trim();
    const { phrase } = step;
    const line = { accountId, kind: 'dispute' as const, phrase, facts: plain(step, facts), text };
    await recordActivity(context, { ...line, touch: context.actor.memberId !== null });
  }
  context.did({ what: `dispute ${step.kind}`, id: caseId, facts: { ...facts, state: next.state } });
  const payload = { caseId, kind: step.kind, state: next.state };
  await context.tell({ name: 'disputes.case_changed', accountId, payload });
  return next;
}

function plain({ facts }: Step, own: Readonly<Record<string, string>>): Record<string, string> {
  const words = Object.entries(facts).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return { ...Object.fromEntries(words), ...own };
}

/** What the case contests with the items as they stand. */
export function contestedNow({ file, items }: OpenedFile): CaseFile['amount'] {
  const { currency } = file.amount;
  return sum(
    items.map(({ amount }) => amount),
    currency,
  );
}

/** A case that ended. */
export function ended(
  how: NonNullable<CaseStanding['closedHow']>,
  on: Day,
): Pick<CaseStanding, 'state' | 'closedOn' | 'closedHow' | 'answeredOn'> {
  return { state: 'closed', closedOn: on, closedHow: how, answeredOn: null };
}
