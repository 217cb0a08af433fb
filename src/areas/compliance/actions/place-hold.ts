/**
 * Stops contact with an account: bankruptcy, death, an attorney, a written refusal, a lawsuit,
 * service in the forces, hardship, an employer who forbids it.
 *
 * The rule: no hold without its evidence, because whoever lifts it must know what it stood on.
 * A petition and a death are the debtor's and not the account's: they stop every account that the
 * customer has that day. What is opened later is another debt.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { findAccount, recordActivity } from '#areas/customers/index.ts';
import { type HoldKind, holdsOfTheDebtor } from '../rules/standing.ts';
import { allHoldsOf, insertHold, insertHoldEnd, siblingsWithout } from '../store/holds.ts';

export type PlaceHold = {
  readonly accountId: Id;
  readonly kind: HoldKind;
  readonly startsOn: Day;
  /** The last day; null until somebody lifts it. */
  readonly endsOn: Day | null;
  readonly evidence: string;
  readonly details: Readonly<Record<string, string>>;
};

export type HoldRefusal =
  | 'compliance.hold_ends_before_it_starts'
  | 'compliance.hold_stands_already'
  | 'compliance.hold_without_evidence'
  | 'compliance.no_such_account';

/** Places a hold; refuses a second one of its kind while the first stands. */
export async function placeHold(
  context: Context,
  wish: PlaceHold,
): Promise<Outcome<{ holdId: Id }, HoldRefusal>> {
  const { accountId, kind, startsOn, endsOn, evidence } = wish;
  if (!(await findAccount(context.tx, accountId))) return refuse('compliance.no_such_account');
  if (evidence.trim() === '') return refuse('compliance.hold_without_evidence');
  if (endsOn !== null && endsOn < startsOn) {
    return refuse('compliance.hold_ends_before_it_starts', { startsOn, endsOn });
  }
  const standing = (await allHoldsOf(context.tx, accountId)).find(
    (hold) =>
      hold.kind === kind &&
      hold.ended === null &&
      (hold.endsOn === null || hold.endsOn >= context.today),
  );
  if (standing) return refuse('compliance.hold_stands_already', { since: standing.startsOn });
  const holdId = await place(context, wish);
  if (holdsOfTheDebtor.includes(kind)) {
    for (const sibling of await siblingsWithout(context.tx, accountId, kind, context.today)) {
      await place(context, { ...wish, accountId: sibling });
    }
  }
  return accept({ holdId });
}

async function place(context: Context, wish: PlaceHold): Promise<Id> {
  const { accountId, kind } = wish;
  const holdId = context.newId();
  const evidence = wish.evidence.trim();
  await insertHold(context, { ...wish, holdId, evidence });
  await tellOf(context, 'placed', { accountId, holdId, kind }, evidence);
  return holdId;
}

export type LiftRefusal = 'compliance.hold_lifted_already' | 'compliance.no_such_hold';

/** Lifts a hold; from the next question on it no longer blocks. */
export async function liftHold(
  context: Context,
  { accountId, holdId }: { readonly accountId: Id; readonly holdId: Id },
): Promise<Outcome<{ holdId: Id }, LiftRefusal>> {
  const hold = (await allHoldsOf(context.tx, accountId)).find((each) => each.holdId === holdId);
  if (!hold) return refuse('compliance.no_such_hold');
  if (hold.ended !== null) return refuse('compliance.hold_lifted_already', { on: hold.ended.on });
  await insertHoldEnd(context, { accountId, holdId, endedOn: context.today });
  await tellOf(context, 'lifted', { accountId, holdId, kind: hold.kind }, context.reason);
  return accept({ holdId });
}

type Which = { readonly accountId: Id; readonly holdId: Id; readonly kind: HoldKind };

async function tellOf(
  context: Context,
  what: 'placed' | 'lifted',
  { accountId, holdId, kind }: Which,
  text: string,
): Promise<void> {
  await recordActivity(context, {
    accountId,
    kind: 'note',
    phrase: what === 'placed' ? 'activity.hold_placed' : 'activity.hold_lifted',
    facts: { hold: kind },
    text,
    touch: false,
  });
  context.did({ what: `hold ${what}`, id: holdId, facts: { kind } });
  await context.tell({ name: 'compliance.holds_changed', accountId, payload: { holdId, kind } });
}
