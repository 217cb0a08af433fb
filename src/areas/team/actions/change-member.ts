/** Changes a person's roles or companies, or lets them go. They stay in the record. */
import type { Id } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { joinedPair } from '#platform/auth/duties.ts';
import { conflictOf } from '#platform/auth/roles.ts';
import {
  type Companies,
  companiesFor,
  type MembershipRefusal,
  seesAll,
} from '../rules/membership.ts';
import { companies } from '../store/companies.ts';
import { lockMember, lockMembersInRole, updateMember } from '../store/members.ts';

export type ChangeMember = {
  readonly memberId: Id;
  /** What is left out stays as it is. */
  readonly roles?: readonly string[] | undefined;
  readonly companies?: readonly string[] | undefined;
  readonly active?: boolean | undefined;
};

export type ChangeMemberRefusal =
  | MembershipRefusal
  | 'team.duties_apart'
  | 'team.last_administrator'
  | 'team.no_such_member'
  | 'team.not_yourself';

const administrator = 'administrator';

/**
 * `makerSees` are the companies of whoever changes: they do not change members who work for
 * others. Refuses to leave the desk without an administrator.
 */
export async function changeMember(
  context: Context,
  wish: ChangeMember,
  makerSees: Companies,
): Promise<Outcome<{ memberId: Id }, ChangeMemberRefusal>> {
  const { tx } = context;
  if (wish.memberId === context.actor.memberId) return refuse('team.not_yourself');
  const administrators = await lockMembersInRole(tx, administrator);
  const before = await lockMember(tx, wish.memberId);
  if (!before || !seesAll(makerSees, before.companyIds)) return refuse('team.no_such_member');

  const { memberId, roles = before.roles, active = before.active } = wish;
  const conflict = conflictOf(roles) ?? joinedPair(roles);
  if (conflict) {
    return refuse('team.duties_apart', { one: conflict.one, other: conflict.other });
  }
  const last = administrators.every((each) => each === memberId);
  if (last && !(active && roles.includes(administrator))) return refuse('team.last_administrator');
  const scope = wish.companies
    ? companiesFor(wish.companies, makerSees, await companies(tx, makerSees))
    : accept(before.companyIds);
  if (!scope.ok) return scope;

  await updateMember(tx, { memberId, roles, active, companyIds: scope.value });
  const facts = { roles: roles.join(', '), active: active ? 'yes' : 'no' };
  context.did({ what: 'member', id: memberId, facts });
  return accept({ memberId });
}
