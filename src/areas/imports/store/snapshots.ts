/** Snapshots as they were taken in, what they closed, and what it turned out to be. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Covers } from '../rules/snapshot.ts';
import type { Exception } from './snapshot-diff.ts';

export type LastSnapshot = {
  readonly importId: Id;
  readonly asOf: Day;
  readonly takenAt: Instant;
  readonly covers: Covers;
};

/** The last snapshot of a company and source that still stands; waits for one under way. */
export async function lastSnapshot(
  tx: Tx,
  companyId: Id,
  source: string,
): Promise<LastSnapshot | undefined> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`snapshot ${companyId} ${source}`}, 2))`);
  const row = await tx.maybe(sql<{
    import_id: string;
    as_of: string;
    taken_at: Instant;
    covers: Covers;
  }>`
    select s.import_id, s.as_of, s.taken_at, s.covers
      from imports.snapshot s
     where s.company_id = ${companyId}
       and s.source     = ${source}
       and not exists (select from imports.undone u where u.import_id = s.import_id)
     order by s.as_of desc, s.taken_at desc
     limit 1`);
  return (
    row && {
      importId: id(row.import_id),
      asOf: day(row.as_of),
      takenAt: row.taken_at,
      covers: row.covers,
    }
  );
}

export type NewSnapshot = {
  readonly importId: Id;
  readonly companyId: Id;
  readonly source: string;
  readonly asOf: Day;
  readonly covers: Covers;
  readonly totals: unknown;
  readonly exceptions: readonly Exception[];
};

export async function insertSnapshot({ tx, at }: Context, made: NewSnapshot): Promise<void> {
  await tx.run(sql`
    insert into imports.snapshot (import_id, company_id, source, as_of, taken_at, covers, totals)
    values (${made.importId}, ${made.companyId}, ${made.source}, ${made.asOf}, ${at},
            ${made.covers}, ${JSON.stringify(made.totals)})`);
  await tx.copyIn(
    'imports.snapshot_exception (import_id, company_id, external_id, why, currency, amount_minor)',
    made.exceptions.map((each) => [
      made.importId,
      made.companyId,
      each.externalId,
      each.why,
      each.currency,
      each.amount,
    ]),
  );
}

/** An item that a snapshot closed, with the adjustment that closed it. */
export type NewClosing = {
  readonly accountId: Id;
  readonly adjustmentId: Id;
  readonly itemId: Id;
  readonly importId: Id;
  readonly externalId: string;
  readonly closedOn: Day;
  readonly currency: string;
  /** Signed as the item is. */
  readonly amount: bigint;
};

export async function insertClosings(tx: Tx, closings: readonly NewClosing[]): Promise<void> {
  await tx.copyIn(
    `imports.closing (account_id, adjustment_id, item_id, import_id, external_id, closed_on,
                      currency, amount_minor)`,
    closings.map((each) => [
      each.accountId,
      each.adjustmentId,
      each.itemId,
      each.importId,
      each.externalId,
      each.closedOn,
      each.currency,
      each.amount,
    ]),
  );
}

export type ClosingAnswer = 'paid' | 'credited' | 'written_off' | 'error' | 'reappeared';

type ClosingRef = { readonly accountId: Id; readonly adjustmentId: Id };

/** Records what closings turned out to be; those that are none are left out. */
export async function insertAnswers(
  context: Context,
  refs: readonly ClosingRef[],
  answer: ClosingAnswer,
  importId: Id | null,
): Promise<void> {
  const { tx, at, actor, reason } = context;
  await tx.run(sql`
    insert into imports.closing_answer (account_id, adjustment_id, answer_id, answer, import_id,
                                        actor, reason, at)
    select c.account_id, c.adjustment_id, m.answer_id, ${answer}, ${importId}::uuid, ${actor.ref},
           ${reason}, ${at}
      from unnest(${refs.map((ref) => ref.accountId)}::uuid[],
                  ${refs.map((ref) => ref.adjustmentId)}::uuid[],
                  ${refs.map(() => context.newId())}::uuid[])
           as m (account_id, adjustment_id, answer_id)
      join imports.closing c on c.account_id    = m.account_id
                            and c.adjustment_id = m.adjustment_id`);
}

/** How old what a company has from a source is. */
export type DataAge = {
  company_id: string;
  company: string;
  source: string;
  as_of: string;
  taken_at: Instant;
  covers: Covers;
  open_closings: number;
  ahead: number;
  kept: number;
};

/** The last standing snapshot of every source of visible companies. */
export async function dataAges(db: Queries, companies: CompanyScope): Promise<DataAge[]> {
  return db.all(sql<DataAge>`
    select l.company_id, l.company, l.source, l.as_of, l.taken_at, l.covers,
           (select count(*)
              from imports.closing x
              join imports.snapshot o on o.import_id = x.import_id
             where o.company_id = l.company_id
               and o.source     = l.source
               and not exists (select from imports.undone u where u.import_id = x.import_id)
               and not exists (select
                                 from imports.closing_answer n
                                where n.account_id    = x.account_id
                                  and n.adjustment_id = x.adjustment_id
                                  and not exists (select
                                                    from imports.undone u
                                                   where u.import_id = n.import_id)))::int
             as open_closings,
           (select count(*) from imports.snapshot_exception e
             where e.import_id = l.import_id and e.company_id = l.company_id
               and e.why = 'ahead')::int as ahead,
           (select count(*) from imports.snapshot_exception e
             where e.import_id = l.import_id and e.company_id = l.company_id
               and e.why <> 'ahead')::int as kept
      from (select distinct on (s.company_id, s.source) s.*, c.code as company
              from imports.snapshot s
              join team.company c on c.company_id = s.company_id
             where ${inCompanies(sql`s.company_id`, companies)}
               and not exists (select from imports.undone u where u.import_id = s.import_id)
             order by s.company_id, s.source, s.as_of desc, s.taken_at desc) l
     order by l.company, l.source`);
}
