/** Moments that a reader compares with: the last look at the aging, a signed month, an import. */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Opening = { readonly asOf: Day; readonly knownAt: Instant };

/** The last time that the person had answered the whole aging review. */
export async function lastLook(db: Queries, memberId: Id): Promise<Opening | undefined> {
  const row = await db.maybe(sql<{ looked_on: string; at: string }>`
    select looked_on, at
      from reports.review_look
     where member_id = ${memberId}
     order by looked_on desc
     limit 1`);
  return row && { asOf: day(row.looked_on), knownAt: instant(row.at) };
}

export type Around = { readonly before: Instant; readonly after: Instant };

/**
 * The newest import: the last moment before it was recorded and the one that holds it. All of an
 * import is recorded at one moment, so between the two stands the whole of it and nothing else.
 */
export async function lastImport(db: Queries): Promise<Around | undefined> {
  const row = await db.maybe(sql<{ before: string; after: string }>`
    select recorded_at - interval '1 microsecond' as before, recorded_at as after
      from ledger.latest_import`);
  return row && { before: instant(row.before), after: instant(row.after) };
}

export type Pack = Opening & { readonly period: string };

/** The newest month end that is signed and was not opened again since. */
export async function lastPack(db: Queries, companies: CompanyScope): Promise<Pack | undefined> {
  const row = await db.maybe(sql<{ period: string; last_on: string; known_at: string }>`
    select s.period, s.last_on, s.known_at
      from reports.sign_off s
     where ${inCompanies(sql`s.company_id`, companies)}
       and not exists (select
                         from ledger.period_act a
                        where a.company_id   = s.company_id
                          and a.period       = s.period
                          and a.act          = 'reopen'
                          and a.recorded_at >= s.recorded_at)
     order by s.last_on desc, s.recorded_at desc
     limit 1`);
  return row && { period: row.period, asOf: day(row.last_on), knownAt: instant(row.known_at) };
}
