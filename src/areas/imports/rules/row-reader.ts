/**
 * Reads the fields of one row after another under a plan, and notes what is wrong.
 *
 * A value that cannot be read is a problem of its row and comes back as undefined; the
 * caller goes on, so that a row's problems are found together. Dates and currencies repeat
 * by the thousand and are read once.
 */
import { type Day, day as dayFrom, plusMonths } from '#kernel/day.ts';
import { type Currency, type Money, decimalsOf } from '#kernel/money.ts';
import { type Facts } from '#kernel/outcome.ts';
import { type Row } from '#formats/table.ts';
import { isNoAmount, readAmount } from '#formats/values/amounts.ts';
import { knownCurrency } from '#formats/values/currencies.ts';
import { dateReadings, dayUnder, isNoDate } from '#formats/values/dates.ts';
import { readFlag } from './flags.ts';
import { type Field } from './kinds.ts';
import { toMinor } from '#formats/values/minor-units.ts';
import { type Plan } from './plan.ts';
import {
  type RowFinding,
  type RowProblemCode,
  type RowWarning,
  type RowWarningCode,
} from './problems.ts';

/** The row that is being read, with what was found in it so far. */
export type ReadingRow = {
  readonly plan: Plan;
  row: Row;
  problems: RowFinding<RowProblemCode>[];
  warnings: RowWarning[];
  readonly days: Map<string, CachedDay>;
  readonly currencies: Map<string, Currency | undefined>;
};

type DayProblem = 'import.date_impossible' | 'import.date_implausible' | 'import.date_unreadable';

/** No receivable that anybody still works is older, or is due so many years from now. */
const plausible = { from: dayFrom('1990-01-01'), yearsAhead: 10 } as const;
type CachedDay = { readonly day: Day | undefined; readonly problem?: DayProblem };

/** A reader for the rows of one file; `turnTo` the first row before reading. */
export function makeReader(plan: Plan): ReadingRow {
  return {
    plan,
    row: { line: 0, cells: [] },
    problems: [],
    warnings: [],
    days: new Map(),
    currencies: new Map(),
  };
}

/** Turns to a row and forgets the findings of the last. */
export function turnTo(reading: ReadingRow, row: Row): void {
  reading.row = row;
  reading.problems = [];
  reading.warnings = [];
}

/** Notes that the row cannot be taken in; the value is undefined. */
export function refuseRow(
  reading: ReadingRow,
  field: Field | '',
  code: RowProblemCode,
  facts: Facts = {},
): undefined {
  const about = aboutField(reading, field, facts);
  reading.problems.push({ line: reading.row.line, field, code, facts: about });
}

/** Notes a doubt about the row; the value is undefined. */
export function warnRow(
  reading: ReadingRow,
  field: Field | '',
  code: RowWarningCode,
  facts: Facts = {},
): undefined {
  const about = aboutField(reading, field, facts);
  reading.warnings.push({ line: reading.row.line, field, code, facts: about });
}

function aboutField(reading: ReadingRow, field: Field | '', facts: Facts): Facts {
  if (field === '') return facts;
  const index = reading.plan.columnOf.get(field);
  const column = index === undefined ? field : (reading.plan.columns[index] ?? field);
  return { column, value: rawOf(reading, field), ...facts };
}

function rawOf(reading: ReadingRow, field: Field): string {
  const index = reading.plan.columnOf.get(field);
  return index === undefined ? '' : (reading.row.cells[index] ?? '').trim();
}

/** Text as it stands, without blanks around it; undefined when there is none. */
export function textOf(reading: ReadingRow, field: Field): string | undefined {
  return rawOf(reading, field) || undefined;
}

/** A number or code that identifies something, kept as text with its zeros. */
export function codeOf(reading: ReadingRow, field: Field): string | undefined {
  const value = rawOf(reading, field);
  if (value === '') return undefined;
  if (/^\d(?:[.,]\d+)?e\+\d+$/iu.test(value)) {
    return refuseRow(reading, field, 'import.code_in_scientific_notation');
  }
  return reading.plan.floatTails.has(field) ? value.replace(/\.0$/u, '') : value;
}

/** A day; a text that is one of the ways to write no date gives undefined. */
export function dateOf(reading: ReadingRow, field: Field): Day | undefined {
  const value = rawOf(reading, field);
  if (value === '') return undefined;
  const key = `${field} ${value}`;
  const known = reading.days.get(key) ?? readDay(reading.plan, field, value);
  reading.days.set(key, known);
  return known.problem === undefined ? known.day : refuseRow(reading, field, known.problem);
}

function readDay(plan: Plan, field: Field, value: string): CachedDay {
  if (isNoDate(value)) return { day: undefined };
  const readings = dateReadings(value);
  const order = plan.dateOrders.get(field) ?? 'ymd';
  const day = readings === undefined ? undefined : dayUnder(readings, order);
  if (day !== undefined) return isPlausible(day, plan) ? { day } : { day, problem: implausible };
  const dateLike = readings !== undefined || /^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}/u.test(value);
  return { day, problem: dateLike ? 'import.date_impossible' : 'import.date_unreadable' };
}

const implausible = 'import.date_implausible';

function isPlausible(day: Day, { today }: Plan): boolean {
  if (day < plausible.from) return false;
  return today === undefined || day <= plusMonths(today, 12 * plausible.yearsAhead);
}

/** Yes or no; a word that is neither is a warning, not a no. */
export function flagOf(reading: ReadingRow, field: Field): boolean | undefined {
  const value = rawOf(reading, field);
  if (value === '') return undefined;
  return readFlag(value) ?? warnRow(reading, field, 'import.flag_unreadable');
}

/** A whole number of days or the like. */
export function countOf(reading: ReadingRow, field: Field): number | undefined {
  const value = rawOf(reading, field);
  if (value === '') return undefined;
  const digits = /^(-?\d{1,6})(?:[.,]0+)?(?: ?(?:days|días|d))?$/iu.exec(value)?.[1];
  return digits === undefined
    ? refuseRow(reading, field, 'import.number_unreadable')
    : Number(digits);
}

/** The currency of the row: its own, else the one for rows that say none. */
export function currencyOf(reading: ReadingRow): Currency | undefined {
  const value = rawOf(reading, 'currency');
  if (value === '') {
    return reading.plan.currency ?? refuseRow(reading, 'currency', 'import.currency_missing');
  }
  const { currencies } = reading;
  if (!currencies.has(value)) currencies.set(value, knownCurrency(value));
  return currencies.get(value) ?? refuseRow(reading, 'currency', 'import.currency_unknown_code');
}

/** An amount in the row's currency, signed as the file signs it. */
export function amountOf(reading: ReadingRow, field: Field, currency: Currency): Money | undefined {
  const { plan } = reading;
  const text = rawOf(reading, field);
  if (isNoAmount(text)) return undefined;
  const read = readAmount(text, plan.marks.get(field) ?? '.');
  if (!read.ok) return refuseRow(reading, field, read.problem);
  if (read.currency !== undefined && read.currency !== currency) {
    return refuseRow(reading, field, 'import.currency_disagrees', { currency });
  }
  const decimals = decimalsOf(currency);
  const { units, scale } = read.value;
  const value = plan.inCents.has(field) ? { units, scale: scale + decimals } : read.value;
  const found = toMinor(value, decimals, plan.rounds);
  if (!found.ok) return refuseRow(reading, field, found.problem, { currency });
  if (found.rounded) warnRow(reading, field, 'import.amount_rounded', { currency });
  return { minor: found.minor, currency };
}

/** The id of a row that several columns identify together. */
export function composedId(row: ReadingRow): string | undefined {
  const { identity } = row.plan;
  if (identity.length === 0) return undefined;
  return identity.map((index) => (row.row.cells[index] ?? '').trim()).join('-');
}
