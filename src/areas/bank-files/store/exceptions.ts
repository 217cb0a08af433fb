/** Questions about used lines of which a file says something else, and their answers. */
import type { BankTransaction } from '#formats/neutral.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type LineJson, lineFromJson } from '../rules/money-json.ts';

export type Question = {
  readonly lineId: Id;
  readonly statementId: Id;
  /** What the file says of the line. */
  readonly line: BankTransaction;
  readonly settled: boolean;
};

export async function findException(db: Queries, exceptionId: Id): Promise<Question | undefined> {
  const row = await db.maybe(sql<{
    line_id: string;
    statement_id: string;
    said: LineJson;
    settled: boolean;
  }>`
    select e.line_id, e.statement_id, e.said, s.exception_id is not null as settled
      from bank_files.line_exception e
      left join bank_files.line_exception_settled s on s.exception_id = e.exception_id
     where e.exception_id = ${exceptionId}`);
  return (
    row && {
      lineId: id(row.line_id),
      statementId: id(row.statement_id),
      line: lineFromJson(row.said),
      settled: row.settled,
    }
  );
}

export async function insertSettled(
  { tx, at, actor, reason }: Context,
  exceptionId: Id,
  decision: 'kept' | 'taken',
): Promise<void> {
  await tx.run(sql`
    insert into bank_files.line_exception_settled (exception_id, decision, reason, recorded_at,
                                                   actor)
    values (${exceptionId}, ${decision}, ${reason}, ${at}, ${actor.ref})`);
}
