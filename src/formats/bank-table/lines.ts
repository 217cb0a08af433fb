/**
 * The lines of a bank's table as amounts with our sign, and the order in which they ran.
 *
 *   amount          12.00 / -12.00             the sign is the bank's
 *   amount + sign   12.00 D                    the word decides, whatever the sign
 *   debit, credit   12.00 |        or  | 5.00  credit less debit
 *   amount + code   12.00 495                  no sign anywhere: the BAI code decides
 *
 * A running balance proves all of it: the order of the rows, the reading of the signs, and
 * that no row is missing. Where it contradicts one reading and proves another, it decides.
 */
import { type Currency } from '#kernel/money.ts';
import { directionOf } from '../bai2/type-codes.ts';
import { type Row } from '../table.ts';
import { type AmountCell, type TableValues, minorOf } from '../tables/values.ts';
import { signOf } from '../tables/sign-words.ts';
import { type BankField } from './fields.ts';

export type At = ReadonlyMap<BankField, number>;

/** A row's figures in minor units; `balance` is what the account held after it. */
export type Line = { readonly row: Row; readonly amount: bigint; readonly balance?: bigint };

export type Unreadable = { readonly record: number; readonly reason: string };

/** How amounts may be read where the columns leave it open. */
type Reading = 'word' | 'sign_and_word' | 'debit_positive' | 'debit_signed' | 'amount' | 'code';

export type Lines = {
  readonly lines: readonly Line[];
  /** The lines in the order in which they ran, oldest first; undefined when nothing proves it. */
  readonly ran: readonly Line[] | undefined;
  /** Steps between neighbours that the balances prove, of all that state one. */
  readonly proven: number;
  readonly steps: number;
};

/** The lines under the reading that the balances prove best. */
export function readLines(
  rows: readonly Row[],
  at: At,
  values: TableValues,
  code: (row: Row) => Currency,
): Lines | Unreadable {
  let best: Lines | undefined;
  for (const reading of readingsOf(rows, at, values)) {
    const lines: Line[] = [];
    for (const row of rows) {
      const amount = amountOf(row, at, values, { reading, code: code(row) });
      if (typeof amount === 'string') return { record: row.line, reason: amount };
      const balance = signed(values.amount(row, at.get('balance')));
      const after = balance === undefined ? undefined : minorOf(balance.value, code(row));
      lines.push(after === undefined ? { row, amount } : { row, amount, balance: after });
    }
    const proved = prove(lines);
    if (best === undefined || proved.proven > best.proven) best = proved;
    if (best.steps > 0 && best.proven === best.steps) break;
  }
  return best ?? { lines: [], ran: undefined, proven: 0, steps: 0 };
}

/** The likeliest reading first. */
function readingsOf(rows: readonly Row[], at: At, values: TableValues): Reading[] {
  if (at.has('debit') || at.has('credit')) {
    const debits = rows.flatMap((row) => {
      const cell = values.amount(row, at.get('debit'));
      return cell === undefined || cell.value.units === 0n ? [] : [cell.value.units];
    });
    const negative = debits.length > 0 && debits.every((units) => units < 0n);
    return negative ? ['debit_signed', 'debit_positive'] : ['debit_positive', 'debit_signed'];
  }
  if (at.has('sign')) return ['word', 'sign_and_word'];
  return isUnsigned(rows, at, values) ? ['code', 'amount'] : ['amount'];
}

/** Do BAI codes say that money went out, though no amount is below zero? */
function isUnsigned(rows: readonly Row[], at: At, values: TableValues): boolean {
  const codes = rows.map((row) => textOf(row, at.get('code'))).filter((code) => code !== '');
  const coded = codes.every((code) => /^\d{3}$/u.test(code));
  if (!coded || !codes.some((code) => directionOf(code) === 'debit')) return false;
  return rows.every((row) => {
    const cell = values.amount(row, at.get('amount'));
    return cell === undefined || (cell.value.units >= 0n && cell.side === undefined);
  });
}

type How = { readonly reading: Reading; readonly code: Currency };

/** Minor units with our sign, or what is wrong with the row. */
function amountOf(row: Row, at: At, values: TableValues, how: How): bigint | string {
  if (how.reading === 'debit_positive' || how.reading === 'debit_signed') {
    const credit = pairSide(row, at.get('credit'), values, how.code);
    const debit = pairSide(row, at.get('debit'), values, how.code);
    if (typeof credit === 'string') return credit;
    if (typeof debit === 'string') return debit;
    return how.reading === 'debit_signed' ? credit + debit : credit - debit;
  }
  const cell = values.amount(row, at.get('amount'));
  if (cell === undefined) return `an amount: "${textOf(row, at.get('amount'))}"`;
  const minor = minorOf(cell.value, how.code);
  if (minor === undefined) return `an amount of ${how.code}`;
  if (how.reading === 'code') {
    return directionOf(textOf(row, at.get('code'))) === 'debit' ? -minor : minor;
  }
  const side = cell.side ?? signOf(textOf(row, at.get('sign')));
  if (side === undefined || (how.reading === 'amount' && cell.side === undefined)) return minor;
  const size = how.reading === 'sign_and_word' || minor >= 0n ? minor : -minor;
  return side === 'in' ? size : -size;
}

function pairSide(
  row: Row,
  index: number | undefined,
  values: TableValues,
  code: Currency,
): bigint | string {
  const text = textOf(row, index);
  const cell = values.amount(row, index);
  if (cell === undefined) return /\d/u.test(text) ? `an amount: "${text}"` : 0n;
  return minorOf(cell.value, code) ?? `an amount of ${code}`;
}

/** An amount whose word beside it is applied: `12.00 DR` is below zero. */
function signed(cell: AmountCell | undefined): AmountCell | undefined {
  if (cell?.side !== 'out' || cell.value.units < 0n) return cell;
  return { ...cell, value: { ...cell.value, units: -cell.value.units } };
}

/** Reads the balances up and down the list and keeps the direction that proves more. */
function prove(lines: readonly Line[]): Lines {
  const up = steps(lines);
  const turned = lines.toReversed();
  const down = steps(turned);
  if (up.steps > 0 && Math.max(up.proven, down.proven) < up.steps) {
    const chained = chain(lines);
    if (chained !== undefined) return { lines, ran: chained, ...steps(chained) };
  }
  if (up.proven === down.proven) return { lines, ran: undefined, ...up };
  return up.proven > down.proven ? { lines, ran: lines, ...up } : { lines, ran: turned, ...down };
}

function steps(lines: readonly Line[]): { proven: number; steps: number } {
  let proven = 0;
  let count = 0;
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]?.balance;
    if (before === undefined || line.balance === undefined) continue;
    count += 1;
    if (before + line.amount === line.balance) proven += 1;
  }
  return { proven, steps: count };
}

/** Above this many rows nobody shuffles a list by hand. */
const longestChain = 20_000;

/** The one order in which each balance follows from the one before, if there is one. */
function chain(lines: readonly Line[]): Line[] | undefined {
  if (lines.length > longestChain) return undefined;
  const byBefore = new Map<bigint, Line>();
  const balances = new Set<bigint>();
  for (const line of lines) {
    if (line.balance === undefined) return undefined;
    const before = line.balance - line.amount;
    if (byBefore.has(before) || balances.has(line.balance)) return undefined;
    byBefore.set(before, line);
    balances.add(line.balance);
  }
  const firsts = [...byBefore].filter(([before]) => !balances.has(before));
  const ordered: Line[] = [];
  let next = firsts.length === 1 ? firsts[0]?.[1] : undefined;
  while (next?.balance !== undefined && ordered.length < lines.length) {
    ordered.push(next);
    next = byBefore.get(next.balance);
  }
  return ordered.length === lines.length ? ordered : undefined;
}

function textOf(row: Row, index: number | undefined): string {
  return index === undefined ? '' : (row.cells[index] ?? '').trim();
}
