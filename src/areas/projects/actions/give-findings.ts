/** Gives findings to somebody; without one they are the account owner's again. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { memberById } from '#areas/team/index.ts';
import { type FindingKey, recordOwner } from '../store/findings.ts';

export async function giveFindings(
  context: Context,
  wish: { readonly keys: readonly FindingKey[]; readonly memberId: Id | null },
  companies: CompanyScope,
): Promise<Outcome<{ given: number }, 'finding.no_such_finding' | 'finding.no_such_person'>> {
  const { keys, memberId } = wish;
  const member = memberId === null ? undefined : await memberById(context.tx, memberId);
  if (memberId !== null && !member?.active) return refuse('finding.no_such_person');
  const owner = { memberId, name: member?.name ?? '' };
  const given = await recordOwner(context, keys, owner, companies);
  if (given === 0) return refuse('finding.no_such_finding');
  context.did({ what: 'findings given', facts: { count: given, name: owner.name } });
  return accept({ given });
}
