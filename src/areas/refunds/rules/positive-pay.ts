/**
 * The file of positive pay: the checks that were written and those that are void, in the columns
 * that the bank asks for. The bank pays no check that is not in it.
 *
 * Columns are data, as a bank's manual lists them: `check_number, amount:cents, issued_on:MMDDYYYY,
 * act:I/V`. The rule a newcomer would break: a void check stays in the file, as void; one that is
 * left out could still be cashed.
 */
import type { Day } from '#kernel/day.ts';
import { type Money, formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type WrittenCheck = {
  readonly number: string;
  readonly account: string;
  readonly payeeName: string;
  readonly amount: Money;
  readonly issuedOn: Day;
  readonly voidedOn: Day | null;
};

export type CheckColumnsRefusal = 'refunds.check_column_unknown';

const names = [
  'check_number',
  'issued_on',
  'voided_on',
  'payee',
  'amount',
  'currency',
  'bank_account',
  'bank_routing',
  'account',
  'act',
] as const;
type Name = (typeof names)[number];
type CheckColumn = { readonly name: Name; readonly as: string };

/** What a company sends that has not said what its bank asks for. */
export const usualCheckColumns =
  'check_number, issued_on, payee, amount, currency, bank_account, account, act';

/** Which spellings a column takes beside its own. */
const spellings: Partial<Readonly<Record<Name, RegExp>>> = {
  check_number: /^(?:[1-9]\d?)$/u,
  issued_on: /^(?:YYYY-MM-DD|YYYYMMDD|MMDDYYYY|MMDDYY|MM\/DD\/YYYY)$/u,
  voided_on: /^(?:YYYY-MM-DD|YYYYMMDD|MMDDYYYY|MMDDYY|MM\/DD\/YYYY)$/u,
  amount: /^cents$/u,
  act: /^[^/,:]{1,12}\/[^/,:]{1,12}$/u,
};

export function checkColumns(text: string): Outcome<CheckColumn[], CheckColumnsRefusal> {
  const columns: CheckColumn[] = [];
  for (const part of text.split(',').map((each) => each.trim())) {
    const [said = '', as = ''] = part.split(/:(.*)/u);
    const name = names.find((each) => each === said);
    if (name === undefined || (as !== '' && spellings[name]?.test(as) !== true)) {
      return refuse('refunds.check_column_unknown', { column: part });
    }
    columns.push({ name, as });
  }
  return accept(columns);
}

type PositivePayWish = {
  readonly from: Day;
  readonly to: Day;
  readonly setting: Readonly<Record<string, string>>;
};

/** A line for each check written in the time, and one for each that became void in it. */
export function positivePay(
  checks: readonly WrittenCheck[],
  { from, to, setting }: PositivePayWish,
): Outcome<{ rows: string[][]; issued: number; voided: number }, CheckColumnsRefusal> {
  const columns = checkColumns(setting['checkColumns'] ?? usualCheckColumns);
  if (!columns.ok) return columns;
  const within = (on: Day | null): boolean => on !== null && from <= on && on <= to;
  const issued = checks.filter(({ issuedOn }) => within(issuedOn));
  const voided = checks.filter(({ voidedOn }) => within(voidedOn));
  const line = (check: WrittenCheck, isVoid: boolean): string[] =>
    columns.value.map((column) => cellOf(check, column, isVoid, setting));
  const rows = [
    columns.value.map(({ name }) => name),
    ...issued.map((check) => line(check, false)),
    ...voided.map((check) => line(check, true)),
  ];
  return accept({ rows, issued: issued.length, voided: voided.length });
}

function cellOf(
  check: WrittenCheck,
  { name, as }: CheckColumn,
  isVoid: boolean,
  setting: PositivePayWish['setting'],
): string {
  const act = (as === '' ? 'issue/void' : as).split('/');
  const cells: Readonly<Record<Name, () => string>> = {
    check_number: () => check.number.padStart(Number(as), '0'),
    issued_on: () => spelled(check.issuedOn, as),
    voided_on: () => (check.voidedOn === null ? '' : spelled(check.voidedOn, as)),
    payee: () => check.payeeName,
    amount: () => (as === 'cents' ? check.amount.minor.toString() : formatMoney(check.amount)),
    currency: () => check.amount.currency,
    bank_account: () => setting['bankAccount'] ?? '',
    bank_routing: () => setting['bankRouting'] ?? '',
    account: () => check.account,
    act: () => act[isVoid ? 1 : 0] ?? '',
  };
  return cells[name]();
}

function spelled(on: Day, as: string): string {
  const [year = '', month = '', date = ''] = on.split('-');
  const parts = { YYYY: year, MM: month, DD: date, YY: year.slice(2) };
  if (as === '') return on;
  return as.replace(/YYYY|YY|MM|DD/gu, (part) =>
    part === 'YYYY' || part === 'YY' || part === 'MM' || part === 'DD' ? parts[part] : part,
  );
}
