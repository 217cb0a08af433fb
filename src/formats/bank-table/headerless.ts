/**
 * A bank's list without a header, as some banks still write it: columns told by their values.
 *
 * Certain only when there is one column of days and one of amounts, or a second one that
 * proves to be the running balance. Anything else is asked.
 */
import { type Table } from '../table.ts';
import { bareAmount } from '../values/amounts.ts';
import { dateReadings } from '../values/dates.ts';
import { type BankField } from './fields.ts';

/** The columns of a list without names; undefined where the values leave a choice. */
export function columnsByValue(
  table: Table,
): Readonly<Partial<Record<BankField, string>>> | undefined {
  if (table.headerLine !== undefined || table.rows.length < 2) return undefined;
  const days = columnsOf(table, (text) => dateReadings(text) !== undefined && /\D/u.test(text));
  const amounts = columnsOf(
    table,
    (text) => /\d[.,]\d{2}(?!\d)/u.test(text) && bareAmount(text) !== undefined,
  );
  const [day] = days;
  const [first, second] = amounts;
  if (day === undefined || first === undefined || amounts.length > 2 || days.length > 2) {
    return undefined;
  }
  const name = (index: number): string => table.columns[index] ?? '';
  const dated = {
    bookedOn: name(day),
    ...(days[1] === undefined ? {} : { valueOn: name(days[1]) }),
  };
  if (second === undefined) {
    return bothWays(table, first) ? { ...dated, amount: name(first) } : undefined;
  }
  if (!runs(table, first, second)) return undefined;
  return { ...dated, amount: name(first), balance: name(second) };
}

/** Money in and money out: a list of documents has one sign. */
function bothWays(table: Table, index: number): boolean {
  const signs = table.rows.map((row) => bareAmount((row.cells[index] ?? '').trim())?.negative);
  return signs.includes(true) && signs.includes(false);
}

/** Columns in which every row has a value of the kind. */
function columnsOf(table: Table, fits: (text: string) => boolean): number[] {
  return table.columns.flatMap((_, index) =>
    table.rows.every((row) => fits((row.cells[index] ?? '').trim())) ? [index] : [],
  );
}

/** Does one column run as the balance of the other, up or down the list? */
function runs(table: Table, amountAt: number, balanceAt: number): boolean {
  const steps = table.rows.map((row) => ({
    amount: centsOf(row.cells[amountAt] ?? ''),
    balance: centsOf(row.cells[balanceAt] ?? ''),
  }));
  const holds = (list: typeof steps): boolean =>
    list.every((step, at) => {
      const before = list[at - 1];
      return before === undefined || before.balance + step.amount === step.balance;
    });
  return holds(steps) || holds(steps.toReversed());
}

/** Every amount here has two decimals, whichever its mark. */
function centsOf(text: string): bigint {
  const bare = bareAmount(text.trim());
  if (bare === undefined) return 0n;
  const digits = BigInt(bare.digits.replaceAll(/\D/gu, ''));
  return bare.negative ? -digits : digits;
}
