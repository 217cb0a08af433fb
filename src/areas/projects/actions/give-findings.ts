/** Gives findings to somebody; without one they are the account owner's again. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { memberById } from '#areas/team/index.ts';
import type { ChoosingRefusal } from '../rules/choosing.ts';
import { recordOwner } from '../store/findings.ts';
import { type Choice, type Touched, lockChosen } from './answer-findings.ts';

export async function giveFindings(
  context: Context,
  wish: Choice & { readonly memberId: Id | null },
): Promise<Outcome<Touched, ChoosingRefusal | 'finding.no_such_person'>> {
  const { chosen, memberId } = wish;
  const member = memberId === null ? undefined : await memberById(context.tx, memberId);
  if (memberId !== null && !member?.active) return refuse('finding.no_such_person');
  const touched = await lockChosen(context, wish);
  if (!touched.ok) return touched;
  const owner = { memberId, name: member?.name ?? '' };
  await recordOwner(context, chosen, owner);
  context.did({
    what: 'findings given',
    facts: { count: touched.value.count, to: memberId ?? '' },
  });
  return touched;
}
