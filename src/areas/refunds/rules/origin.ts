/**
 * Where a credit came from, and so how it goes back.
 *
 *   credit memo · card · title iv          what it is
 *   duplicate      another receipt of the same amount within ten days
 *   overpayment    something of the receipt was used, and this is left
 *   unapplied      nothing of it was used yet: perhaps it has an invoice to go to
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import type { PayMethod } from './refund.ts';

export const origins = [
  'overpayment',
  'duplicate',
  'credit_memo',
  'unapplied',
  'title_iv',
  'card',
] as const;
export type Origin = (typeof origins)[number];

export type CreditFacts = {
  readonly kind: string;
  readonly amount: bigint;
  readonly open: bigint;
  readonly on: Day;
  /** How the money came; undefined for what is no receipt of the desk. */
  readonly method: string | undefined;
  /** The days of other receipts of the same amount on the account. */
  readonly twins: readonly Day[];
  /** It stands under a Title IV credit balance that was found. */
  readonly isTitleIv: boolean;
};

const duplicateDays = 10;

export function originOf(credit: CreditFacts): Origin {
  if (credit.isTitleIv) return 'title_iv';
  if (credit.kind === 'credit_memo' || credit.kind === 'adjustment') return 'credit_memo';
  if (credit.method === 'card') return 'card';
  const isTwin = credit.twins.some((on) => Math.abs(daysBetween(on, credit.on)) <= duplicateDays);
  if (isTwin) return 'duplicate';
  return credit.open < credit.amount ? 'overpayment' : 'unapplied';
}

/** The way the money came, else by check; `bank`: which bank details of the customer stand. */
export function methodFor(
  { method }: Pick<CreditFacts, 'method'>,
  bank: 'ach' | 'iban' | undefined,
): PayMethod {
  if (method === 'card') return 'card';
  return method === 'check' || method === 'cash' || bank === undefined ? 'check' : bank;
}
