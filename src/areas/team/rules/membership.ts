/**
 * Who may be made or changed into what, by whom.
 *
 * The rule a newcomer would break: nobody hands out more sight than they have. Whoever is
 * limited to some companies makes members only for those, and nobody changes themselves.
 */
import type { Id } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';

export type Companies = readonly Id[] | 'all';

export type CompanyNamed = { readonly companyId: Id; readonly code: string };

export type MembershipRefusal = 'team.no_such_company';

/**
 * The companies that a new member will see: those of the codes, or, when none is named, all
 * that the maker sees. `seen` are the companies that the maker sees.
 */
export function companiesFor(
  codes: readonly string[],
  maker: Companies,
  seen: readonly CompanyNamed[],
): Outcome<Companies, MembershipRefusal> {
  if (codes.length === 0) return accept(maker);
  const known = new Map(seen.map(({ code, companyId }) => [code, companyId]));
  const unknown = codes.find((code) => !known.has(code));
  if (unknown !== undefined) return refuse('team.no_such_company', { company: unknown });
  const ids = [...new Set(codes)].flatMap((code) => known.get(code) ?? []);
  return accept(ids);
}

/** Does somebody who sees these companies see every one of those? */
export function seesAll(sees: Companies, those: Companies): boolean {
  if (sees === 'all') return true;
  return those !== 'all' && those.every((companyId) => sees.includes(companyId));
}
