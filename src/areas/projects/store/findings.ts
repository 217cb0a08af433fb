/**
 * Findings as they stand, kept beside the facts of what became of them.
 *
 * They are found again as a whole: what is new is seen, what the book no longer shows is gone,
 * what comes again is back; doing it twice changes nothing the second time.
 */

import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { FindingKind, Verdict } from '../rules/finding.ts';
import { type Chosen, isChosen } from './chosen.ts';
import { type Scope, foundIn, inScope, kindsOf } from './found.ts';

/** One search at a time: two would both see what is new. */
export async function lockFindings(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('projects.finding', 0))`);
}

export type Refreshed = { readonly seen: number; readonly gone: number };

/** Brings the findings of the scope to what the book shows. */
export async function refreshFindings(
  { tx, today, at, actor }: Context,
  scope: Scope,
): Promise<Refreshed> {
  const change = sql`account_id, kind, subject, base_minor`;
  const counts = await tx.all(sql<{ what: string; count: bigint }>`
    with found as materialized (${foundIn(scope, today)}), before as materialized (
      select f.account_id, f.kind, f.subject, f.gone_at, f.base_minor
        from projects.finding f
       where f.kind = any(${[...kindsOf(scope)]}::text[])
         and ${inScope(scope, sql`f.account_id`)}
    ), fresh as (
      insert into projects.finding (account_id, kind, subject, company_id, currency, amount_minor,
                                    base_minor, facts, state, first_seen_on)
      select f.account_id, f.kind, f.subject, f.company_id, f.currency, f.amount_minor,
             f.base_minor, f.facts, 'open', ${today}::date
        from found f
          on conflict (account_id, kind, subject) do update
         set currency = excluded.currency, amount_minor = excluded.amount_minor,
             base_minor = excluded.base_minor, facts = excluded.facts, gone_at = null
       where finding.gone_at is not null
          or (finding.amount_minor, finding.base_minor, finding.facts)
               is distinct from (excluded.amount_minor, excluded.base_minor, excluded.facts)
      returning account_id
    ), gone as (
      update projects.finding f
         set gone_at = ${at}
        from before b
       where (b.account_id, b.kind, b.subject) = (f.account_id, f.kind, f.subject)
         and b.gone_at is null
         and not exists (select
                           from found x
                          where (x.account_id, x.kind, x.subject)
                                  = (b.account_id, b.kind, b.subject))
      returning f.account_id, f.kind, f.subject, f.base_minor
    ), news as (
      select 'gone' as what, ${change} from gone
       union all
      select case when b.gone_at is null then 'seen' else 'back' end, f.account_id, f.kind,
             f.subject, f.base_minor
        from found f
        left join before b on (b.account_id, b.kind, b.subject)
                                = (f.account_id, f.kind, f.subject)
       where b.account_id is null
          or b.gone_at is not null
    ), told as (
      insert into projects.finding_change (account_id, kind, subject, change_id, what, base_minor,
                                           actor, recorded_at)
      select account_id, kind, subject, gen_random_uuid(), what, base_minor, ${actor.ref}, ${at}
        from news
      returning what
    )
    select what, count(*) as count from told group by what`);
  const countOf = (...whats: readonly string[]): number =>
    counts
      .filter(({ what }) => whats.includes(what))
      .reduce((sum, { count }) => sum + Number(count), 0);
  return { seen: countOf('seen', 'back'), gone: countOf('gone') };
}

/** Opens again what was accepted until a day that has passed. */
export async function reopenPassed({ tx, today, at, actor }: Context): Promise<number> {
  return tx.run(sql`
    with passed as (
      update projects.finding
         set state = 'open', until_on = null
       where state = 'accepted'
         and until_on < ${today}
      returning account_id, kind, subject, base_minor
    )
    insert into projects.finding_change (account_id, kind, subject, change_id, what, base_minor,
                                         actor, recorded_at)
    select account_id, kind, subject, gen_random_uuid(), 'open', base_minor, ${actor.ref}, ${at}
      from passed`);
}

/** Records a verdict of the chosen findings; answers how many there were. */
export function recordVerdict(
  { tx, at, actor }: Context,
  chosen: Chosen,
  { state, note, until }: Verdict,
): Promise<number> {
  return tx.run(sql`
    with answered as (
      update projects.finding f
         set state = ${state}, note = ${note === '' ? null : note}, until_on = ${until}
       where ${isChosen(chosen)}
      returning f.account_id, f.kind, f.subject, f.base_minor
    )
    insert into projects.finding_change (account_id, kind, subject, change_id, what, base_minor,
                                         text, actor, recorded_at)
    select account_id, kind, subject, gen_random_uuid(), ${state}, base_minor,
           ${note === '' ? null : note}, ${actor.ref}, ${at}
      from answered`);
}

/** Gives the chosen findings to somebody; answers how many there were. */
export function recordOwner(
  { tx, at, actor }: Context,
  chosen: Chosen,
  owner: { readonly memberId: Id | null; readonly name: string },
): Promise<number> {
  return tx.run(sql`
    with given as (
      update projects.finding f
         set owner_id = ${owner.memberId}
       where ${isChosen(chosen)}
      returning f.account_id, f.kind, f.subject, f.base_minor
    )
    insert into projects.finding_change (account_id, kind, subject, change_id, what, base_minor,
                                         text, actor, recorded_at)
    select account_id, kind, subject, gen_random_uuid(), 'given', base_minor, ${owner.name},
           ${actor.ref}, ${at}
      from given`);
}

/** The zones in which there is a company. */
export async function zones(db: Queries): Promise<string[]> {
  const rows = await db.all(sql<{ zone: string }>`
    select distinct zone from team.company order by zone`);
  return rows.map(({ zone }) => zone);
}

export type KindCount = {
  readonly kind: FindingKind;
  readonly count: number;
  readonly baseMinor: bigint;
  readonly currency: string;
};

/** How many findings of each kind wait, and how much is at stake, by company currency. */
export async function countFindings(db: Queries, companies: CompanyScope): Promise<KindCount[]> {
  const rows = await db.all(sql<{
    kind: FindingKind;
    count: bigint;
    base_minor: bigint;
    currency: string;
  }>`
    select f.kind, co.base_currency as currency, count(*) as count,
           sum(f.base_minor)::bigint as base_minor
      from projects.finding f
      join team.company co on co.company_id = f.company_id
     where f.gone_at is null
       and f.state in ('open', 'in_work')
       and ${inCompanies(sql`f.company_id`, companies)}
     group by f.kind, co.base_currency`);
  return rows.map(({ kind, count, base_minor, currency }) => {
    return { kind, count: Number(count), baseMinor: base_minor, currency };
  });
}
