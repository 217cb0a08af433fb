/** A checked filter as SQL, with two values: what is unknown counts as false. */
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { Checked, CheckedCondition } from '../rules/filter.ts';
import { comparable, stored, valueFor, valuesFor, worth } from './values.ts';

/** True for the rows that fit; never null. */
export function conditionOf(filter: Checked): Sql<boolean> {
  if ('all' in filter) return joined(filter.all, sql` and `, sql`true`);
  if ('any' in filter) return joined(filter.any, sql` or `, sql`false`);
  if ('not' in filter) return sql<boolean>`(not ${conditionOf(filter.not)})`;
  return one(filter);
}

function joined(parts: readonly Checked[], by: Sql, none: Sql): Sql<boolean> {
  if (parts.length === 0) return sql<boolean>`${none}`;
  return sql<boolean>`(${sql.join(parts.map(conditionOf), by)})`;
}

function one(condition: CheckedCondition): Sql<boolean> {
  const { column, is, values } = condition;
  const [value = ''] = values;
  switch (is) {
    case 'empty':
      return sql<boolean>`(${stored(column)} is null)`;
    case 'filled':
      return sql<boolean>`(${stored(column)} is not null)`;
    case 'ne':
      return sql<boolean>`(${worth(column)} is distinct from ${valueFor(column, value)})`;
    case 'in':
      return known(condition, sql`${worth(column)} = any(${valuesFor(column, values)})`);
    case 'contains':
    case 'starts':
    case 'ends':
      return known(condition, textFits(condition, value));
    case 'eq':
    case 'gt':
    case 'ge':
    case 'lt':
    case 'le':
      return known(condition, sql`${comparable(column)} ${signs[is]} ${valueFor(column, value)}`);
  }
}

const signs = {
  eq: sql`=`,
  gt: sql`>`,
  ge: sql`>=`,
  lt: sql`<`,
  le: sql`<=`,
} as const;

/** Comparing with nothing is false, so that its `not` is true. */
function known({ column }: CheckedCondition, test: Sql): Sql<boolean> {
  if (!column.empty) return sql<boolean>`(${test})`;
  return sql<boolean>`(${stored(column)} is not null and ${test})`;
}

function textFits({ column, is, exact }: CheckedCondition, value: string): Sql {
  const text = exact ? stored(column) : sql`lower(${stored(column)})`;
  const part = exact ? sql`${value}::text` : sql`lower(${value}::text)`;
  if (is === 'starts') return sql`starts_with(${text}, ${part})`;
  if (is === 'contains') return sql`position(${part} in ${text}) > 0`;
  return sql`right(${text}, length(${part})) = ${part}`;
}
