/**
 * Who may be given accounts of a company: people of the desk who are here and see it.
 *
 * What somebody speaks is their own language and what their capacity says beside it.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { usualMinutes } from './load.ts';
import type { PeopleRefusal } from './refusal.ts';

export type Capacity = { readonly minutesADay: number; readonly speaks: readonly string[] };

export type Person = {
  readonly memberId: Id;
  readonly name: string;
  readonly minutes: number;
  readonly speaks: readonly string[];
  /** Works accounts for a living, so stands in the portfolio even without one. */
  readonly collects: boolean;
};

type Known = {
  readonly memberId: Id;
  readonly name: string;
  readonly language: string;
  readonly roles: readonly string[];
  readonly active: boolean;
  readonly companyIds: readonly Id[] | 'all';
};

const collecting: readonly string[] = ['collector', 'senior'];

/** The people who may have accounts of the company. */
export function peopleOf(
  members: readonly Known[],
  capacities: ReadonlyMap<Id, Capacity>,
  companyId: Id,
): Person[] {
  return members
    .filter(({ active, companyIds }) => active && sees(companyIds, companyId))
    .map(({ memberId, name, language, roles }) => ({
      memberId,
      name,
      minutes: capacities.get(memberId)?.minutesADay ?? usualMinutes,
      speaks: capacities.get(memberId)?.speaks ?? [...new Set(['en', language])],
      collects: roles.some((role) => collecting.includes(role)),
    }));
}

/**
 * Accepts when each of them may have accounts of the company.
 * Refuses `portfolios.member_not_there` and `portfolios.member_sees_other_companies`.
 */
export function mayHave(
  wanted: readonly Id[],
  members: readonly Known[],
  companyId: Id,
): Outcome<readonly Id[], PeopleRefusal> {
  for (const memberId of wanted) {
    const member = members.find((each) => each.memberId === memberId);
    if (!member?.active) return refuse('portfolios.member_not_there');
    if (!sees(member.companyIds, companyId)) {
      return refuse('portfolios.member_sees_other_companies', { name: member.name });
    }
  }
  return accept(wanted);
}

function sees(companyIds: readonly Id[] | 'all', companyId: Id): boolean {
  return companyIds === 'all' || companyIds.includes(companyId);
}
