/** Adds a person to the desk, with roles and the companies they work for. */
import type { Id } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import { joinedPair } from '#platform/auth/duties.ts';
import { conflictOf } from '#platform/auth/roles.ts';
import { type Companies, companiesFor, type MembershipRefusal } from '../rules/membership.ts';
import { companies } from '../store/companies.ts';
import { insertMember } from '../store/members.ts';

export type AddMember = {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly roles: readonly string[];
  /** Company codes; none: all that the maker sees. */
  readonly companies: readonly string[];
};

export type AddMemberRefusal = MembershipRefusal | 'team.duties_apart' | 'team.email_taken';

/** `makerSees` are the companies of whoever adds: they cannot show a member more. */
export async function addMember(
  context: Context,
  wish: AddMember,
  makerSees: Companies,
): Promise<Outcome<{ memberId: Id }, AddMemberRefusal>> {
  const { tx } = context;
  const conflict = conflictOf(wish.roles) ?? joinedPair(wish.roles);
  if (conflict) {
    return refuse('team.duties_apart', { one: conflict.one, other: conflict.other });
  }
  const scope = companiesFor(wish.companies, makerSees, await companies(tx, makerSees));
  if (!scope.ok) return scope;

  const memberId = context.newId();
  const { name, email, language, roles } = wish;
  const made = { memberId, name, email, language, roles, companyIds: scope.value };
  if (!(await insertMember(tx, { ...made, madeAt: context.at }))) return refuse('team.email_taken');
  context.did({ what: 'member', id: memberId, facts: { roles: roles.join(', ') } });
  return accept({ memberId });
}
