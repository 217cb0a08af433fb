/** Whose book counts: the latest row; a company without one keeps its own. */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Book } from '../../rules/book-of-record/book.ts';

/** Facts from `since` on are told. */
export type NamedBook = Book & { readonly since: Day };

/** Naming, telling and answering of one company wait for each other. */
export async function lockBook(tx: Tx, companyId: Id): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`cash.book_of_record ${companyId}`}, 0))`);
}

export async function bookOf(db: Queries, companyId: Id): Promise<NamedBook | undefined> {
  const row = await db.maybe(sql<Book & { since: string }>`
    select system, since, settings
      from cash.book_of_record
     where company_id = ${companyId}
     order by recorded_at desc
     limit 1`);
  return row && { ...row, since: day(row.since) };
}

export async function insertBook(
  { tx, at, actor, reason }: Context,
  companyId: Id,
  { system, settings, since }: NamedBook,
): Promise<void> {
  await tx.run(sql`
    insert into cash.book_of_record (company_id, recorded_at, system, since, settings, actor,
                                     reason)
    values (${companyId}, ${at}, ${system}, ${since}, ${JSON.stringify(settings)}, ${actor.ref},
            ${reason})`);
}
