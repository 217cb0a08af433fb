/**
 * A column of the catalogue as SQL: what it is worth, and a value of its type as a parameter.
 *
 * The rule: the name of a column reaches the statement only through here, and only from a
 * column that was found in the catalogue.
 */
import { oddCurrencies } from '#kernel/money.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { Column, ColumnType } from '../rules/dataset.ts';

/** The column in a dataset's rows `d`, as its source calls it: `dueOn` is `d.due_on`. */
export function stored({ key }: Pick<Column, 'key'>): Sql {
  return sql.ref(`d.${snake(key)}`);
}

/** `days1To30` is `days1_to30`. */
export function snake(key: string): string {
  return key.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

/** What the column is worth: money as a decimal of its currency, anything else as it is. */
export function worth(column: Column): Sql {
  return column.type === 'money' ? sql`(${stored(column)} * ${unit(column)})` : stored(column);
}

/** A hundredth, a thousandth or one: what a minor unit of the row's currency is worth. */
export function unit({ currency = 'currency' }: Pick<Column, 'currency'>): Sql {
  const code = stored({ key: currency });
  const byDecimals = [0, 3, 4].map((decimals) => {
    const codes = oddCurrencies().filter((each) => each.decimals === decimals);
    const worthOne = sql.lit(1 / 10 ** decimals);
    return sql`when ${code} = any(${codes.map((each) => each.code)}::text[]) then ${worthOne}`;
  });
  return sql`(case ${sql.join(byDecimals, sql` `)} else 0.01 end)::numeric`;
}

const casts: Readonly<Record<ColumnType, Sql>> = {
  text: sql`text`,
  choice: sql`text`,
  id: sql`uuid`,
  money: sql`numeric`,
  day: sql`date`,
  instant: sql`timestamptz`,
  count: sql`bigint`,
  percent: sql`numeric`,
  yes_no: sql`boolean`,
};

/** A checked value as a parameter of the column's type. */
export function valueFor({ type }: Pick<Column, 'type'>, text: string): Sql {
  return sql`${text}::${casts[type]}`;
}

/** Checked values as a parameter that holds several of the column's type. */
export function valuesFor({ type }: Pick<Column, 'type'>, texts: readonly string[]): Sql {
  return sql`${texts}::${casts[type]}[]`;
}

/** What is compared and put in order: texts letter by letter, the same on every machine. */
export function comparable(column: Column): Sql {
  return isText(column) ? sql`${worth(column)} collate "C"` : worth(column);
}

function isText({ type }: Pick<Column, 'type'>): boolean {
  return type === 'text' || type === 'choice';
}
