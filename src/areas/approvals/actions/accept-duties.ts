/** Answers for it that somebody else holds two duties that should be apart, until a day. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { heldPairs } from '#platform/auth/duties.ts';
import { memberById } from '#areas/team/index.ts';
import { type AcceptDutiesRefusal, acceptPair } from '../rules/accept-duties.ts';
import { insertAcceptance } from '../store/duties.ts';

export type AcceptDuties = {
  readonly memberId: Id;
  /** The two, in whichever order. */
  readonly pair: readonly [string, string];
  readonly untilOn: Day;
};

export async function acceptDuties(
  context: Context,
  { memberId, pair, untilOn }: AcceptDuties,
): Promise<Outcome<{ accepted: true }, AcceptDutiesRefusal>> {
  const { tx, actor, today } = context;
  if (actor.memberId === null) return refuse('approvals.only_people_decide');
  const member = await memberById(tx, memberId);
  const [one = '', other = ''] = pair.toSorted();
  const held = heldPairs(member?.active ? member.roles : []).some(
    (each) => each.one === one && each.other === other,
  );
  const judged = acceptPair({ memberId, acceptedBy: actor.memberId, untilOn }, held, today);
  if (!judged.ok) return judged;
  await insertAcceptance(context, { memberId, one, other, acceptedBy: actor.memberId, untilOn });
  context.did({ what: 'duties accepted', id: memberId, facts: { one, other, untilOn } });
  return accept({ accepted: true });
}
