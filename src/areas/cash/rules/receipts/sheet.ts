/**
 * Rows of a batch as they are typed into the grid, or pasted from a spreadsheet.
 *
 * Columns are account, payer, check number, amount, numbers paid. A row without an amount is
 * no receipt yet; a heading is left out.
 */
import { type Currency, type Money, parseMoney, sum } from '#kernel/money.ts';

export type SheetRow = {
  readonly account: string;
  readonly payerName: string;
  readonly checkNumber: string;
  readonly amount: string;
  readonly pays: string;
};

export const emptyRow: SheetRow = {
  account: '',
  payerName: '',
  checkNumber: '',
  amount: '',
  pays: '',
};

/** What was copied from a spreadsheet, row by row. */
export function readSheet(text: string): SheetRow[] {
  return text.split(/\r?\n/u).flatMap((line) => {
    const cells = line.split('\t').map((cell) => cell.trim());
    const [account = '', payerName = '', checkNumber = '', amount = '', ...pays] = cells;
    const plain = plainAmount(amount);
    if (plain === undefined) return [];
    return [{ account, payerName, checkNumber, amount: plain, pays: pays.join(' ').trim() }];
  });
}

/** `$1,250.10` and `1.250,10` as a plain decimal; undefined for what is no amount. */
export function plainAmount(text: string): string | undefined {
  const bare = text.replaceAll(/[\s$€£]/gu, '');
  if (!/^\d[\d.,]*$/u.test(bare)) return undefined;
  const mark = /[.,](?=\d{1,2}$)/u.exec(bare);
  const whole = (mark ? bare.slice(0, mark.index) : bare).replaceAll(/[.,]/gu, '');
  return mark ? `${whole}.${bare.slice(mark.index + 1)}` : whole;
}

/** How many rows have an amount, and what they come to. */
export function enteredOf(
  rows: readonly Pick<SheetRow, 'amount'>[],
  code: Currency,
): { readonly count: number; readonly total: Money } {
  const amounts = rows.flatMap(({ amount }) => {
    const plain = plainAmount(amount);
    return plain === undefined ? [] : (parseMoney(plain, code) ?? []);
  });
  return { count: amounts.length, total: sum(amounts, code) };
}

/** Numbers parted by blanks, commas or semicolons. */
export function numbersOf(pays: string): string[] {
  return pays.split(/[\s,;]+/u).filter((number) => number !== '');
}
