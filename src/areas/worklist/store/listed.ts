/**
 * Which accounts stand on a list: whose they are, of which companies, due or put away.
 *
 * All of it is read from the list's own rows, `w`. A person's list is read in branches, one for
 * what is theirs, one for each part they cover, one for campaigns, because each has an index.
 */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { WorkKind } from '../rules/work.ts';
import type { CoveredPart } from './covered.ts';

/** Whose accounts: of one person with those they cover, only covered ones, of nobody, or all. */
export type Owner =
  | { readonly memberId: Id; readonly covered?: readonly CoveredPart[] }
  | { readonly covered: readonly CoveredPart[]; readonly coverId: Id }
  | 'nobody'
  | 'all';

export type ListState = 'due' | 'snoozed' | 'done';

export type ListFilter = {
  readonly owner: Owner;
  readonly companies: CompanyScope;
  readonly state: ListState;
  readonly kind?: WorkKind | undefined;
  readonly search?: string | undefined;
  /** The desk's moment: what is hidden until later is hidden. */
  readonly now: Instant;
};

/** Whose list it is in an order by hand; undefined when it is no person's. */
export function personOf(owner: Owner): Id | undefined {
  if (typeof owner === 'string') return undefined;
  return 'memberId' in owner ? owner.memberId : owner.coverId;
}

/** One condition on `w` for each way onto the list; an account may come in by several. */
export function branches(owner: Owner): readonly Sql<boolean>[] {
  if (owner === 'all') return [sql<boolean>`true`];
  if (owner === 'nobody') return [sql<boolean>`w.owner_id is null`];
  const parts = (owner.covered ?? []).map((part) => coveredPart(part, sql`w`));
  if (!('memberId' in owner)) return parts.length === 0 ? [sql<boolean>`false`] : parts;
  const { memberId } = owner;
  const own = [sql<boolean>`w.owner_id = ${memberId}`, sql<boolean>`w.worker_id = ${memberId}`];
  return [...own, ...parts];
}

/** True for accounts `w` on the list by any way. */
export function onList(owner: Owner): Sql<boolean> {
  return sql<boolean>`(${sql.join([...branches(owner)], sql` or `)})`;
}

/** True for accounts `w` of the companies and the state. */
export function standing({ companies, state, now }: ListFilter): Sql<boolean> {
  return allOf([
    inCompanies(sql`w.company_id`, companies),
    state === 'due'
      ? sql`(w.hidden_until is null or w.hidden_until <= ${now})`
      : sql`w.hidden_as = ${state} and w.hidden_until > ${now}`,
  ]);
}

/** True for accounts `w` of the kind of work that are called so. */
export function narrowed({ kind, search }: ListFilter): Sql<boolean> {
  const part = `%${(search ?? '').trim().replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  return allOf([
    kind && sql`w.kinds @> array[${kind}::text]`,
    search?.trim() ? sql`(w.name ilike ${part} or w.number ilike ${part})` : undefined,
  ]);
}

/** True for accounts `c`, as they are now, whose owner's list this is. */
export function ownedBy(owner: Owner): Sql<boolean> {
  if (owner === 'all') return sql<boolean>`true`;
  if (owner === 'nobody') return sql<boolean>`c.owner_id is null`;
  const own = 'memberId' in owner ? [sql`c.owner_id = ${owner.memberId}`] : [];
  const all = [...own, ...(owner.covered ?? []).map((part) => coveredPart(part, sql`c`))];
  return all.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(all, sql` or `)})`;
}

function coveredPart({ ownerId, companyId, letters }: CoveredPart, of: Sql): Sql<boolean> {
  return allOf([
    sql`${of}.owner_id = ${ownerId}`,
    companyId === null ? undefined : sql`${of}.company_id = ${companyId}`,
    letters === null
      ? undefined
      : sql`customers.initial_of(${of}.name) between ${letters.from} and ${letters.to}`,
  ]);
}
