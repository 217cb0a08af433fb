/** Says how long somebody works accounts on a day, and in which languages. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { memberById } from '#areas/team/index.ts';
import type { Capacity } from '../rules/people.ts';
import { insertCapacity } from '../store/rules.ts';

export type SetCapacity = Capacity & { readonly memberId: Id };

export async function setCapacity(
  context: Context,
  { memberId, minutesADay, speaks }: SetCapacity,
): Promise<Outcome<Capacity, 'portfolios.member_not_there'>> {
  const member = await memberById(context.tx, memberId);
  if (!member?.active) return refuse('portfolios.member_not_there');
  const capacity = { minutesADay, speaks: [...new Set(speaks)].toSorted() };
  const { at, actor } = context;
  await insertCapacity(context.tx, memberId, capacity, { at, actor: actor.ref });
  context.did({ what: 'capacity', id: memberId, facts: { minutes: minutesADay } });
  return accept(capacity);
}
