/**
 * The days and amounts of one table, under the order and the marks that the whole table
 * decides.
 *
 *   values ▸ chronology ▸ tongue of the header ▸ a question
 *
 * A list of a bank runs up or down in time, so an order of day and month under which it
 * jumps is the wrong one. A sheet may mix numbers with amounts typed as text; there a value
 * that can be read in one way only is read that way.
 */
import { type Day } from '#kernel/day.ts';
import { type Decimal } from '#kernel/decimal.ts';
import { type Currency, decimalsOf } from '#kernel/money.ts';
import { type Row, type Table } from '../table.ts';
import { type DecimalMark, isNoAmount, readAmount } from '../values/amounts.ts';
import { columnValues, decideDateOrders, weighDates } from '../values/date-order.ts';
import { type DateOrder, dateReadings, dayUnder, isNoDate } from '../values/dates.ts';
import { decideMarks, weighMarks } from '../values/decimal-mark.ts';
import { toMinor } from '../values/minor-units.ts';
import { type TableMapping, type TableQuestion } from './questions.ts';
import { takeSide } from './sign-words.ts';
import { tongueOf } from './tongue.ts';

export type TableValues = {
  readonly questions: readonly TableQuestion[];
  readonly dateOrder: DateOrder | undefined;
  readonly decimalMark: DecimalMark | undefined;
  /** `blank` for no date, undefined for a text that is none. */
  day(row: Row, index: number | undefined): Day | 'blank' | undefined;
  amount(row: Row, index: number | undefined): AmountCell | undefined;
};

/** An amount as it stands, `side` when a word beside it says whose it is. */
export type AmountCell = {
  readonly value: Decimal;
  readonly currency?: Currency;
  readonly side?: 'in' | 'out';
};

type Columns = { readonly days: readonly number[]; readonly amounts: readonly number[] };

/** Settles how the days and amounts of the columns are read. */
export function settleValues(table: Table, columns: Columns, said: TableMapping): TableValues {
  const tongue = tongueOf(table);
  const marks = decideMarks(
    new Map(
      columns.amounts.map((index) => [index, weighMarks(amountTexts(table.rows, index))] as const),
    ),
  );
  const commas = [...marks.marks.values()].includes(',');
  const usual = said.dateOrder ?? (commas ? 'dmy' : tongue);
  const orders = datesOf(table, columns.days, said.dateOrder, usual);
  const questions: TableQuestion[] = orders.undecided.map(({ column, example }) => ({
    code: 'table.date_order_unknown',
    facts: { column: table.columns[column] ?? '', example },
    option: 'dateOrder',
    choices: ['mdy', 'dmy'],
  }));
  const markOf = new Map(marks.marks);
  const mixed = new Set<number>();
  for (const { column, example } of marks.undecided) {
    if (said.decimalMark !== undefined) markOf.set(column, said.decimalMark);
    else if (table.format === 'xlsx' && readsAlone(table.rows, column)) mixed.add(column);
    else questions.push(markQuestion(table.columns[column] ?? '', example));
  }
  return {
    questions,
    dateOrder: orders.orders.get(columns.days[0] ?? -1) ?? said.dateOrder,
    decimalMark: markOf.get(columns.amounts[0] ?? -1) ?? said.decimalMark,
    day: (row, index) => dayIn(row, index, orders.orders),
    amount: (row, index) => {
      if (index === undefined) return undefined;
      const { amount, side } = takeSide(row.cells[index] ?? '');
      if (isNoAmount(amount)) return undefined;
      const mark = mixed.has(index) ? ownMark(amount) : (markOf.get(index) ?? '.');
      const read = readAmount(amount, mark);
      if (!read.ok) return undefined;
      return { ...read, ...(side === undefined ? {} : { side }) };
    },
  };
}

function markQuestion(column: string, example: string): TableQuestion {
  return {
    code: 'table.decimal_mark_unknown',
    facts: { column, example },
    option: 'decimalMark',
    choices: ['.', ','],
  };
}

function* amountTexts(rows: readonly Row[], index: number): Generator<string> {
  for (const row of rows) yield takeSide(row.cells[index] ?? '').amount;
}

function dayIn(
  row: Row,
  index: number | undefined,
  orders: ReadonlyMap<number, DateOrder>,
): Day | 'blank' | undefined {
  if (index === undefined) return 'blank';
  const text = (row.cells[index] ?? '').trim();
  if (isNoDate(text)) return 'blank';
  const readings = dateReadings(text);
  return readings === undefined ? undefined : dayUnder(readings, orders.get(index) ?? 'ymd');
}

type Orders = ReturnType<typeof decideDateOrders<number>>;

/** A table's own dates decide; else the order in which it runs; else `usual`. */
function datesOf(
  table: Table,
  indexes: readonly number[],
  said: DateOrder | undefined,
  usual: DateOrder | undefined,
): Orders {
  const evidence = new Map(
    indexes.map((index) => [index, weighDates(columnValues(table.rows, index))] as const),
  );
  const decided = decideDateOrders(evidence, said);
  const first = decided.undecided[0];
  if (first === undefined) return decided;
  const running = chronology(table.rows, first.column);
  return decideDateOrders(evidence, running ?? usual);
}

/** The one order of day and month under which the rows run up or down in time. */
function chronology(rows: readonly Row[], index: number): DateOrder | undefined {
  const running = (['dmy', 'mdy'] as const).filter((order) => {
    const days = rows.flatMap((row) => {
      const readings = dateReadings((row.cells[index] ?? '').trim());
      const day = readings === undefined ? undefined : dayUnder(readings, order);
      return day === undefined ? [] : [day];
    });
    if (new Set(days).size < 3) return false;
    const up = days.every((each, at) => at === 0 || (days[at - 1] ?? each) <= each);
    return up || days.every((each, at) => at === 0 || (days[at - 1] ?? each) >= each);
  });
  return running.length === 1 ? running[0] : undefined;
}

/** Does every amount of the column tell its decimal mark by itself? */
function readsAlone(rows: readonly Row[], index: number): boolean {
  for (const text of amountTexts(rows, index)) {
    if (/^\D*[1-9]\d{0,2}[.,]\d{3}\D*$/u.test(text)) return false;
  }
  return true;
}

/** The last mark of an amount that needs no other amounts to be read. */
function ownMark(text: string): DecimalMark {
  const last = text.search(/[.,]\d{1,2}\D*$/u);
  return text[last] === ',' ? ',' : '.';
}

/** Minor units of a decimal in a currency; undefined when it has more decimals than that. */
export function minorOf(value: Decimal, code: Currency): bigint | undefined {
  const minor = toMinor(value, decimalsOf(code), false);
  return minor.ok ? minor.minor : undefined;
}
