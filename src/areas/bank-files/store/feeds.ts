/** What was fetched from each feed, once, and how each feed stands. */
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type FetchedFile = {
  readonly name: string;
  readonly bytes: number;
  readonly modifiedAt: string;
};

/** The files that were not fetched yet, in the order in which they were written. */
export async function notFetched<File extends FetchedFile>(
  db: Queries,
  feed: string,
  files: readonly File[],
): Promise<File[]> {
  const rows = await db.all(sql<{ place: bigint }>`
    select f.place
      from unnest(${files.map(({ name }) => name)}::text[],
                  ${files.map(({ bytes }) => bytes)}::bigint[],
                  ${files.map(({ modifiedAt }) => modifiedAt)}::timestamptz[])
           with ordinality as f (name, bytes, modified_at, place)
     where not exists (select
                         from bank_files.fetched x
                        where x.feed = ${feed} and x.name = f.name and x.bytes = f.bytes
                          and x.modified_at = f.modified_at)
     order by f.modified_at, f.name`);
  return rows.flatMap(({ place }) => files[Number(place) - 1] ?? []);
}

/**
 * Notes that a file is fetched, before it is taken in; false when it was already. Of two that
 * fetch at once the second waits here until the first has taken it in.
 */
export async function insertFetched(
  { tx, at }: Context,
  feed: string,
  { name, bytes, modifiedAt }: FetchedFile,
  problem: string | null,
): Promise<boolean> {
  const noted = await tx.run(sql`
    insert into bank_files.fetched (feed, name, bytes, modified_at, problem, recorded_at)
    values (${feed}, ${name}, ${bytes}, ${modifiedAt}, ${problem}, ${at})
        on conflict do nothing`);
  return noted > 0;
}

export type FeedStands = {
  readonly feed: string;
  readonly triedAt: string;
  readonly workedAt: string | null;
  readonly problem: string | null;
  readonly fetched: number;
};

type FeedRow = {
  feed: string;
  tried_at: string;
  worked_at: string | null;
  problem: string | null;
  fetched: number;
};

/** How feeds stand that were looked at before. */
export async function feedsNow(db: Queries): Promise<FeedStands[]> {
  const rows = await db.all(sql<FeedRow>`
    select feed, tried_at, worked_at, problem, fetched
      from bank_files.feed_now
     order by feed`);
  return rows.map((row) => ({
    feed: row.feed,
    triedAt: row.tried_at,
    workedAt: row.worked_at,
    problem: row.problem,
    fetched: row.fetched,
  }));
}

/** Notes how a look at a feed ended. */
export async function updateFeed(
  { tx, at }: Context,
  feed: string,
  { fetched, problem }: { readonly fetched: number; readonly problem: string | null },
): Promise<void> {
  await tx.run(sql`
    insert into bank_files.feed_now (feed, tried_at, worked_at, problem, fetched)
    values (${feed}, ${at}, case when ${problem}::text is null then ${at}::timestamptz end,
            ${problem}, ${fetched})
        on conflict (feed) do update
       set tried_at  = excluded.tried_at,
           worked_at = coalesce(excluded.worked_at, bank_files.feed_now.worked_at),
           problem   = excluded.problem,
           fetched   = bank_files.feed_now.fetched + excluded.fetched`);
}
