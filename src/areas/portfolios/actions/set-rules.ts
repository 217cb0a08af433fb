/**
 * Writes down a company's assignment rules, all of them in their order, as a new version.
 *
 * Saving moves nobody: rules act on new accounts at once and on the others when somebody
 * applies them. Who saves says which version they started from, so that two people who edit
 * at once do not silently undo each other.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { allMembers } from '#areas/team/index.ts';
import type { AssignmentRule } from '../rules/assignment.ts';
import { mayHave } from '../rules/people.ts';
import type { PeopleRefusal } from '../rules/refusal.ts';
import { currentRules, insertRules, lockPortfolio } from '../store/rules.ts';

export type SetRules = {
  readonly companyId: Id;
  readonly rules: readonly AssignmentRule[];
  /** The version that was changed; left out where nobody looked at one. */
  readonly changed?: number | undefined;
};

export type SetRulesRefusal =
  | PeopleRefusal
  | 'portfolios.rule_without_people'
  | 'portfolios.rules_changed_meanwhile';

export async function setRules(
  context: Context,
  { companyId, rules, changed }: SetRules,
): Promise<Outcome<{ version: number }, SetRulesRefusal>> {
  const { tx, at, actor, reason } = context;
  await lockPortfolio(tx, companyId);
  const before = await currentRules(tx, companyId);
  if (changed !== undefined && changed !== before.version) {
    return refuse('portfolios.rules_changed_meanwhile');
  }
  const members = await allMembers(tx);
  for (const [index, { give }] of rules.entries()) {
    if (give.to === 'family_head') continue;
    if (give.memberIds.length === 0) {
      return refuse('portfolios.rule_without_people', { rule: index + 1 });
    }
    const people = mayHave(give.memberIds, members, companyId);
    if (!people.ok) return people;
  }
  const version = before.version + 1;
  await insertRules(tx, companyId, { version, rules }, { at, actor: actor.ref, reason });
  context.did({ what: 'rules', id: companyId, facts: { version, rules: rules.length } });
  return accept({ version });
}
