/**
 * Runs a checked question: read only, not for ever, and only so many rows at once.
 *
 * A statement that takes too long is stopped and refused, so that no report holds up the desk.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Db, Queries } from '#platform/postgres/db.ts';
import { type CompanyScope } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { CheckedQuestion } from '../rules/question.ts';
import { sources } from './sources.ts';
import { answerStatement, countStatement, orderOf, type Stretch } from './statements.ts';

/** A cell as text: amounts as decimals, days, `true`, or nothing. */
export type Cell = string | null;

export type Found = {
  readonly rows: readonly (readonly Cell[])[];
  /** There are more rows than were asked for. */
  readonly more: boolean;
  /** Continues after the last row. */
  readonly after: readonly Cell[] | undefined;
  /** Of the whole answer; undefined when nobody asked. */
  readonly count: number | undefined;
};

export type Reader = { readonly companies: CompanyScope; readonly today: Day };
export type Wanted = Stretch & { readonly counted?: boolean; readonly withinMs?: number };

const usualMs = 20_000;

/** The answer, or `datasets.took_too_long`. */
export async function answerQuestion(
  db: Db,
  question: CheckedQuestion,
  reader: Reader,
  wanted: Wanted,
): Promise<Outcome<Found, 'datasets.took_too_long'>> {
  try {
    return accept(
      await db.transaction(async (tx) => {
        await tx.run(sql`set transaction read only`);
        await tx.run(
          sql`select set_config('statement_timeout', ${String(wanted.withinMs ?? usualMs)}, true)`,
        );
        return answerWithin(tx, question, reader, wanted);
      }),
    );
  } catch (error) {
    if (isTimeout(error)) return refuse('datasets.took_too_long');
    throw error;
  }
}

/** The same within a transaction of somebody else, who says how long it may take. */
export async function answerWithin(
  tx: Queries,
  question: CheckedQuestion,
  reader: Reader,
  { counted = false, ...stretch }: Wanted,
): Promise<Found> {
  const rows = await rowsFor(tx, question, reader);
  const limit = stretch.limit + 1;
  const read = await tx.all(answerStatement(question, rows, { ...stretch, limit }));
  const shown = read.slice(0, stretch.limit);
  const more = read.length > shown.length;
  const count = counted ? (await tx.one(countStatement(question, rows))).count : undefined;
  return {
    rows: shown.map((row) => cells(row, 'c', question.shown.length)),
    more,
    after: more && !question.grouped ? lastOf(question, shown.at(-1)) : undefined,
    count: count === undefined ? undefined : Number(count),
  };
}

function lastOf(
  question: CheckedQuestion,
  row: Readonly<Record<string, unknown>> | undefined,
): readonly Cell[] | undefined {
  return row && cells(row, 'k', orderOf(question).length);
}

/** The dataset's rows for this reader, of the day. */
export async function rowsFor(
  tx: Queries,
  { dataset, asOf }: Pick<CheckedQuestion, 'dataset' | 'asOf'>,
  { companies, today }: Reader,
): Promise<Sql> {
  const source = sources[dataset.key];
  if (!source) throw new Error(`no rows for the dataset ${dataset.key}`);
  const openItems = dataset.asOf ? await openItemsOn(tx, asOf) : sql``;
  return source({ companies, asOf, today, openItems });
}

/** The ledger’s own function for the day; of a day long ago by the way that is sooner then. */
async function openItemsOn(tx: Queries, asOf: Day): Promise<Sql> {
  const { much } = await tx.one(sql<{ much: boolean }>`
    select ledger.much_since(${asOf}::date) as much`);
  return much
    ? sql`ledger.open_items_long_ago(${asOf}::date)`
    : sql`ledger.open_items_on(${asOf}::date)`;
}

function cells(row: Readonly<Record<string, unknown>>, prefix: string, length: number): Cell[] {
  return Array.from({ length }, (_, at) => cell(row[`${prefix}${at}`]));
}

function cell(value: unknown): Cell {
  if (typeof value === 'string') return value;
  const plain =
    typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean';
  return plain ? String(value) : null;
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57014';
}
