/**
 * A question for a figure as the stores read it: whose, of which day, known when, which period.
 *
 * Everything in a question narrows the same way for every part of a figure, so that a numerator
 * and its denominator are always about the same accounts.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Currency } from '#kernel/money.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { Period } from '../rules/period.ts';

/** Null or absent: not narrowed. */
export type Scope = {
  /** What the reader may see at all. */
  readonly companies?: CompanyScope;
  readonly companyId: Id | null;
  readonly collectorId: Id | null;
  readonly teamId?: Id | null;
  readonly segment?: string | null;
  readonly customerId: Id | null;
  readonly accountIds?: readonly Id[] | null;
  readonly currency: Currency;
};

export type Question = {
  readonly scope: Scope;
  readonly asOf: Day;
  /** Null: as known now. */
  readonly knownAt: Instant | null;
  readonly period: Period;
};

/** How a fact belongs to somebody: to the account's owner, to who did it, or to nobody. */
export type Belongs = 'owner' | 'actor' | 'nobody';

export function knownBy({ knownAt }: Question): Sql {
  return sql`${knownAt ?? 'infinity'}::timestamptz`;
}

/** The condition on facts `f` that leaves those of the accounts and people asked for. */
export function ofScope(question: Question, belongs: Belongs): Sql {
  const people = peopleIn(question.scope);
  const byActor = belongs === 'actor' && people !== undefined;
  return allOf([
    accountsOf(question, byActor ? undefined : people),
    byActor ? sql`f.actor in (select 'member:' || w.member_id from (${people}) w)` : undefined,
  ]);
}

/** The members of the question, as a statement; undefined when it is not about people. */
export function peopleIn({ collectorId, teamId }: Scope): Sql | undefined {
  if (collectorId !== null) return sql`select ${collectorId}::uuid as member_id`;
  if (teamId === undefined || teamId === null) return undefined;
  return sql`
    select unnest(t.member_ids) as member_id
      from metrics.team_now t
     where t.team_id = ${teamId}`;
}

/** The condition on account scopes `s` that leaves the accounts of the question. */
export function accountsWhere(question: Question): Sql {
  return allOf(conditionsOn(question, peopleIn(question.scope)));
}

function accountsOf(question: Question, people: Sql | undefined): Sql | undefined {
  const narrowed = conditionsOn(question, people);
  if (narrowed.length === 0) return undefined;
  return sql`f.account_id in (select s.account_id
                                from customers.account_scope s
                               where ${allOf(narrowed)})`;
}

function conditionsOn(question: Question, people: Sql | undefined): Sql[] {
  const { companies = 'all', companyId, segment, customerId, accountIds } = question.scope;
  return [
    companies === 'all' ? undefined : inCompanies(sql`s.company_id`, companies),
    companyId === null ? undefined : sql`s.company_id = ${companyId}`,
    customerId === null ? undefined : sql`s.customer_id = ${customerId}`,
    segment === undefined || segment === null ? undefined : sql`s.segment = ${segment}`,
    accountIds && sql`s.account_id = any(${accountIds}::uuid[])`,
    people && sql`s.account_id in (${ownedBy(question, people)})`,
  ].filter((condition) => condition !== undefined && condition !== null);
}

/** The accounts that these people owned on the day, as known at the moment. */
function ownedBy(question: Question, people: Sql): Sql {
  return sql`select o.account_id
               from customers.owners_on(${question.asOf}::date, ${knownBy(question)}) o
              where o.owner_id in (select w.member_id from (${people}) w)`;
}
