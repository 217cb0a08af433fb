/**
 * Booking a card batch once its money is at the bank.
 *
 *   cash-clearing / card-clearing   what arrived
 *   card-fees     / card-clearing   what the processor kept
 *
 * Card clearing then holds only what was posted and not captured yet. A chargeback lies in what
 * arrived; its receipt goes back by itself, through the same clearing account (rules.md 5.5).
 */
import { decimalsOf, formatMinor, type Currency } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { ChartAccount } from '#areas/ledger/rules/chart.ts';
import {
  type CardDeposit,
  type CardLine,
  type CardPolicy,
  figuresOf,
  wrongLines,
} from './batch.ts';
import { type Day, daysBetween } from '#kernel/day.ts';

export type SettleRefusal =
  | 'cash.batch_settled_already'
  | 'cash.batch_wrong'
  | 'cash.batch_not_at_bank';

export type ClearingLine = {
  readonly debit: ChartAccount;
  readonly credit: ChartAccount;
  /** Minor units, above nothing. */
  readonly amount: bigint;
};

export type BatchToSettle = {
  readonly batch: string;
  readonly currency: Currency;
  readonly lines: readonly CardLine[];
  readonly deposit: CardDeposit | null;
  readonly settled: boolean;
};

/** The entry's lines; refused as long as batch, statement and bank do not say one amount. */
export function settle(wish: BatchToSettle): Outcome<ClearingLine[], SettleRefusal> {
  const { batch, currency, lines, deposit, settled } = wish;
  const told = (amount: bigint): string => formatMinor(amount, decimalsOf(currency));
  if (settled) return refuse('cash.batch_settled_already', { batch });
  const { expected, stated, fees } = figuresOf(lines);
  const [wrong] = wrongLines(lines);
  if (wrong) {
    const difference = told(wrong.gross - wrong.fee - wrong.net);
    return refuse('cash.batch_wrong', { batch, reference: wrong.reference, difference, currency });
  }
  if (stated !== null && stated !== expected) {
    const difference = told(stated - expected);
    return refuse('cash.batch_wrong', { batch, reference: batch, difference, currency });
  }
  if (deposit?.amount !== expected) {
    return refuse('cash.batch_not_at_bank', { batch, amount: told(expected), currency });
  }
  const arrived = line('cash-clearing', 'card-clearing', expected);
  return accept([...arrived, ...line('card-fees', 'card-clearing', fees)]);
}

function line(debit: ChartAccount, credit: ChartAccount, amount: bigint): ClearingLine[] {
  if (amount === 0n) return [];
  return amount > 0n
    ? [{ debit, credit, amount }]
    : [{ debit: credit, credit: debit, amount: -amount }];
}

/** The one credit at the bank that is this payout: same amount, on its day or within the lag. */
export function depositOf(
  payout: bigint,
  on: Day,
  deposits: readonly CardDeposit[],
  { lagDays }: CardPolicy,
): CardDeposit | null {
  const near = deposits.filter(({ amount, on: shown }) => {
    const after = daysBetween(on, shown);
    return amount === payout && after >= 0 && after <= 2 * lagDays;
  });
  const [only, ...others] = near;
  return only && others.length === 0 ? only : null;
}
