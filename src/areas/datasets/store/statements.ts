/**
 * A checked question as one statement over its dataset's rows.
 *
 * Rows are put in an order that is total (the row's key at its end), so that pages neither skip
 * nor repeat; what is empty comes first.
 */
import { type Sql, sql } from '#platform/postgres/sql.ts';
import { type Column, columnOf, type Dataset } from '../rules/dataset.ts';
import type { CheckedQuestion, Grain, Shown } from '../rules/question.ts';
import { conditionOf } from './conditions.ts';
import { comparable, stored, unit, valueFor, worth } from './values.ts';

/** Which part of the answer: after a row, or so many rows in. */
export type Stretch = {
  readonly limit: number;
  readonly offset?: number;
  /** The values of `orderOf` in the row before. */
  readonly after?: readonly (string | null)[];
};

/** The rows or sums that are asked for. */
export function answerStatement(
  question: CheckedQuestion,
  rows: Sql,
  stretch: Stretch,
): Sql<Readonly<Record<string, unknown>>> {
  const { limit, offset = 0, after } = stretch;
  const shown = question.shown.map((each, at) => sql`${shownSql(each)} as ${sql.ref(`c${at}`)}`);
  const order = question.grouped ? orderOfSums(question) : orderOfRows(question);
  const keys = question.grouped
    ? []
    : orderOf(question).map(({ column }, at) => sql`${worth(column)} as ${sql.ref(`k${at}`)}`);
  return sql`
    select ${sql.join([...shown, ...keys])}
      from (${rows}) d
     where ${conditionOf(question.filter)}
       and ${after ? follows(question, after) : sql`true`}
     ${groupBy(question)}
     order by ${order}
     limit ${limit}
    offset ${offset}`;
}

/** How many rows, or groups, the whole answer has. */
export function countStatement(question: CheckedQuestion, rows: Sql): Sql<{ count: bigint }> {
  const from = sql`
      from (${rows}) d
     where ${conditionOf(question.filter)}`;
  if (!question.grouped) return sql`select count(*) as count ${from}`;
  const groups = question.shown.flatMap((each) => ('measure' in each ? [] : [groupSql(each)]));
  if (groups.length === 0) return sql`select 1::bigint as count`;
  return sql`
    select count(*) as count
      from (select distinct ${sql.join(groups)} ${from}) g`;
}

/** A place in the order of rows. */
export type Ordering = { readonly column: Column; readonly descending: boolean };

/** What rows are ordered by: as asked, then by the row's key. */
export function orderOf({ dataset, sort }: CheckedQuestion): Ordering[] {
  const asked = sort.flatMap(({ key, descending }) => ordering(dataset, key, descending));
  const rest = dataset.rowKey.filter((key) => !asked.some(({ column }) => column.key === key));
  return [...asked, ...rest.flatMap((key) => ordering(dataset, key, false))];
}

function ordering(dataset: Dataset, key: string, descending: boolean): Ordering[] {
  const column = columnOf(dataset, key);
  return column ? [{ column, descending }] : [];
}

function orderOfRows(question: CheckedQuestion): Sql {
  return sql.join(
    orderOf(question).map(({ column, descending }) =>
      directed(comparable(column), descending, column),
    ),
  );
}

/** Sums are ordered as asked, then by their groups in turn. */
function orderOfSums({ shown, sort }: CheckedQuestion): Sql {
  const asked = sort.flatMap(({ key, descending }) => {
    const at = shown.findIndex((each) => each.key === key);
    return at === -1 ? [] : [directed(sql`${sql.lit(at + 1)}`, descending, nullable)];
  });
  const groups = shown.flatMap((each, at) => {
    if ('measure' in each) return [];
    return [each.by ? sql`${sql.lit(at + 1)}` : directed(comparable(each.column), false, nullable)];
  });
  const all = [...asked, ...groups];
  return all.length === 0 ? sql`1` : sql.join(all);
}

const nullable = { empty: true } as const;

function directed(value: Sql, descending: boolean, { empty }: Pick<Column, 'empty'>): Sql {
  if (!empty) return descending ? sql`${value} desc` : sql`${value}`;
  return descending ? sql`${value} desc nulls last` : sql`${value} asc nulls first`;
}

/** Rows that come after one with these values, in the order of rows. */
function follows(question: CheckedQuestion, after: readonly (string | null)[]): Sql {
  const order = orderOf(question);
  if (order.every(({ column, descending }) => !descending && !column.empty)) {
    const columns = order.map(({ column }) => comparable(column));
    const values = order.map(({ column }, at) => valueFor(column, after[at] ?? ''));
    return sql`(${sql.join(columns)}) > (${sql.join(values)})`;
  }
  const ways = order.map((last, at) => {
    const same = order.slice(0, at).map(({ column }, place) => equal(column, after[place] ?? null));
    return sql`(${sql.join([...same, beyond(last, after[at] ?? null)], sql` and `)})`;
  });
  return sql`(${sql.join(ways, sql` or `)})`;
}

function equal(column: Column, value: string | null): Sql {
  return value === null
    ? sql`${stored(column)} is null`
    : sql`${worth(column)} = ${valueFor(column, value)}`;
}

function beyond({ column, descending }: Ordering, value: string | null): Sql {
  if (value === null) return descending ? sql`false` : sql`${stored(column)} is not null`;
  const than = valueFor(column, value);
  if (!descending) return sql`${comparable(column)} > ${than}`;
  return sql`(${comparable(column)} < ${than} or ${stored(column)} is null)`;
}

function groupBy({ grouped, shown }: CheckedQuestion): Sql {
  const groups = shown.flatMap((each, at) => ('measure' in each ? [] : [sql`${sql.lit(at + 1)}`]));
  if (!grouped || groups.length === 0) return sql``;
  return sql`group by ${sql.join(groups)}`;
}

type MeasureShown = Extract<Shown, { readonly measure: unknown }>;

function shownSql(shown: Shown): Sql {
  if (!('measure' in shown)) return groupSql(shown);
  const { measure, column, weight } = shown;
  if (measure === 'count' || !column) return sql`count(*)`;
  const value = stored(column);
  if (measure === 'distinct') return sql`count(distinct ${value})`;
  if (column.type === 'money') return moneySum(shown, value);
  if (measure === 'min') return sql`min(${value})`;
  if (measure === 'max') return sql`max(${value})`;
  if (measure === 'sum') return sql`sum(${value})`;
  return sql`trim_scale(round((${sumOf(measure, value, weight)})::numeric, 4))`;
}

/** An average of money is rounded to its minor unit. */
function moneySum({ measure, column, weight }: MeasureShown, value: Sql): Sql {
  const minor = sumOf(measure, value, weight);
  const whole = measure.endsWith('avg') ? sql`round(${minor})` : minor;
  return sql`${whole} * ${unit(column ?? {})}`;
}

function sumOf(measure: string, value: Sql, weight: Column | undefined): Sql {
  switch (measure) {
    case 'sum':
      return sql`sum(${value})`;
    case 'min':
      return sql`min(${value})`;
    case 'max':
      return sql`max(${value})`;
    case 'weighted_avg': {
      const by = weight ? stored(weight) : sql`1`;
      return sql`(sum(${value} * ${by}::numeric) / nullif(sum(${by}), 0))`;
    }
    default:
      return sql`avg(${value})`;
  }
}

function groupSql({
  column,
  by,
}: {
  readonly column: Column;
  readonly by?: Grain | undefined;
}): Sql {
  if (by === undefined) return worth(column);
  const at = column.type === 'instant' ? sql`${stored(column)} at time zone 'UTC'` : stored(column);
  return sql`date_trunc(${sql.lit(by)}, ${at})::date`;
}
