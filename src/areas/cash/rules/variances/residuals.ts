/**
 * Residuals by their cause: what payers kept back, and payments without an account.
 *
 * What was noted at posting goes before what the amount looks like. A write-off is offered only
 * within the company's tolerance; a larger rest is the customer's to explain.
 */
import type { MatchingPolicy } from '../matching/policy.ts';
import type { Cause, Rest, Unidentified, Variance } from './variance.ts';

/** Rests that are variances; a part payment that nobody called short is none. */
export function residualsOf(
  rests: readonly Rest[],
  policy: Pick<MatchingPolicy, 'tolerance' | 'bankFees'>,
): Variance[] {
  return rests.flatMap((rest) => {
    const cause = causeOf(rest, policy);
    if (cause === null) return [];
    const { accountId, receiptId, currency, openMinor, on, payer, number, itemId } = rest;
    const small = openMinor <= toleranceOf(rest.totalMinor, policy.tolerance);
    const fix = small ? ({ kind: 'write_off', itemId, amountMinor: openMinor } as const) : null;
    const shared = { accountId, receiptId, currency, amountMinor: openMinor, on, payer };
    return [{ cause, ...shared, document: number, other: '', fix }];
  });
}

function causeOf(
  { reason, shortMinor, openMinor, offeredMinor, totalMinor, method }: Rest,
  { tolerance, bankFees }: Pick<MatchingPolicy, 'tolerance' | 'bankFees'>,
): Cause | null {
  if (reason === 'late_discount') return 'unearned_discount';
  if (reason === 'bank_fee') return 'bank_fee';
  if (reason !== null && reason !== 'unknown') return 'short_paid';
  if (offeredMinor > 0n && openMinor === offeredMinor) return 'unearned_discount';
  if (looksLikeFee(method, openMinor, bankFees)) return 'bank_fee';
  const small = openMinor <= toleranceOf(totalMinor, tolerance);
  return shortMinor > 0n || small ? 'short_paid' : null;
}

function looksLikeFee(
  method: string,
  minor: bigint,
  { channels, leastMinor, mostMinor }: MatchingPolicy['bankFees'],
): boolean {
  return channels.includes(method) && minor >= leastMinor && minor <= mostMinor;
}

/** Minor units: the share of the document, and never more than the most. */
function toleranceOf(totalMinor: bigint, { bps, mostMinor }: MatchingPolicy['tolerance']): bigint {
  const share = (totalMinor * bps) / 10_000n;
  return share < mostMinor ? share : mostMinor;
}

/** Payments that nobody knows the account of: matched by a person, on the board. */
export function unidentifiedOf(waiting: readonly Unidentified[]): Variance[] {
  return waiting.map(({ receiptId, payer, currency, amountMinor, on }) => ({
    cause: 'unidentified',
    accountId: null,
    receiptId,
    currency,
    amountMinor,
    on,
    payer,
    document: '',
    other: '',
    fix: { kind: 'match', receiptId },
  }));
}
