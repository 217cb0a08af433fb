/**
 * What a bank's table says outside its rows of movements: the account and its balances
 * above the header, totals and balances below.
 *
 * A total is a figure that the file states about itself, so it is a control and never a
 * movement; taking `TOTAL 2,207.68` for a deposit is the classic accident.
 */
import { isFigure } from '../bai2/type-codes.ts';
import { type Row, type Table } from '../table.ts';
import { saysTotal } from '../tables/total-row.ts';
import { plainName } from '../values/header-name.ts';

/** The ledger balances, by their codes in BAI2. */
const ledgers: Readonly<Record<string, RowKind>> = { '010': 'opening', '015': 'closing' };

export type RowKind = 'movement' | 'total' | 'opening' | 'closing' | 'note';

const openings = new RegExp(
  '\\b(?:(?:opening|beginning|starting|previous) (?:ledger )?balance|' +
    'balance (?:brought forward|b f)|saldo (?:inicial|anterior|apertura)|anfangssaldo|' +
    'solde (?:initial|precedent)|saldo iniziale)\\b',
  'u',
);
const closings = new RegExp(
  '\\b(?:(?:closing|ending|final) (?:ledger )?balance|balance carried forward|' +
    'saldo (?:final|cierre)|endsaldo|solde final|saldo finale)\\b',
  'u',
);

/**
 * What a row is, by its words; only a row without a day of its own is looked at. A BAI code
 * says it outright: American exports list balances and totals among the movements, dated.
 */
export function kindOfRow(row: Row, hasDay: boolean, hasAmount: boolean, code = ''): RowKind {
  if (isFigure(code)) return ledgers[code] ?? 'note';
  const words = row.cells.map(plainName).filter((text) => /[a-z]/u.test(text));
  const said = words.join(' | ');
  if (openings.test(said) && !(hasDay && hasAmount)) return 'opening';
  if (closings.test(said) && !(hasDay && hasAmount)) return 'closing';
  if (hasDay) return 'movement';
  if (saysTotal(row)) return 'total';
  return hasAmount ? 'movement' : 'note';
}

export type Preamble = {
  readonly account?: string;
  readonly currency?: string;
  readonly opening?: string;
  readonly closing?: string;
};

const accountLabel =
  /^(?:(?:account|acct)(?: number| no| #)?|iban|(?:numero |no )?cuenta|konto(?:nummer)?|compte)$/u;
const currencyLabel = /^(?:currency|moneda|divisa|wahrung|devise|valuta|ccy)$/u;

/** The account, currency and balances that stand above the header. */
export function readPreamble(table: Table): Preamble {
  const found: { -readonly [K in keyof Preamble]: Preamble[K] } = {};
  for (const row of table.preamble) {
    for (const [label, value] of labelled(row)) {
      if (accountLabel.test(label) && /\d/u.test(value)) found.account ??= value;
      else if (currencyLabel.test(label)) found.currency ??= value;
      else if (openings.test(label)) found.opening ??= value;
      else if (closings.test(label)) found.closing ??= value;
    }
  }
  return found;
}

/** `Account:` and `1234` side by side, or `Account: 1234` in one cell. */
function labelled(row: Row): [string, string][] {
  const filled = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.flatMap((cell, at): [string, string][] => {
    const inside = /^([^:]{2,40}):\s*(\S.*)$/u.exec(cell);
    if (inside !== null) return [[plainName(inside[1] ?? ''), inside[2] ?? '']];
    const next = filled[at + 1];
    return next === undefined ? [] : [[plainName(cell), next]];
  });
}
