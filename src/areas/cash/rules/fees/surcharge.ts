/**
 * A surcharge on a card payment: on credit cards alone, after notice, never above what the
 * card costs us, nor above the caps of network and state.
 *
 * Caps: Visa Core Rules 5.5.1 (3 %), Mastercard Rules 5.12.2 (4 %), the cost of acceptance
 * with both. Connecticut (Conn. Gen. Stat. 42-133ff), Massachusetts (M.G.L. c. 140D s. 28A),
 * Maine (9-A M.R.S. 8-509) and Puerto Rico forbid it; Colorado caps it at 2 %
 * (C.R.S. 5-2-212). New York, New Jersey, Nevada and South Dakota ask for the cost, which
 * every surcharge keeps to. California (SB 478) wants it inside the advertised price.
 */
import { type Decimal } from '#kernel/decimal.ts';
import { type Money, divideHalfUp, zero } from '#kernel/money.ts';

export type SurchargeRequest = {
  readonly network: string;
  readonly funding: string;
  readonly state: string;
  readonly amount: Money;
  /** What accepting the card costs us, in percent. */
  readonly costPct: Decimal;
  readonly requestedPct: Decimal;
  /** Have network and acquirer been told 30 days before? */
  readonly isNoticeGiven: boolean;
};

export type Surcharge = {
  readonly isAllowed: boolean;
  readonly pct: Decimal;
  readonly amount: Money;
};

const nothing: Decimal = { units: 0n, scale: 0 };
const forbidden: ReadonlySet<string> = new Set(['CT', 'MA', 'ME', 'PR']);
const networkCaps: ReadonlyMap<string, Decimal> = new Map([
  ['visa', { units: 3n, scale: 0 }],
  ['mastercard', { units: 4n, scale: 0 }],
]);
const stateCaps: ReadonlyMap<string, Decimal> = new Map([['CO', { units: 2n, scale: 0 }]]);

/** The surcharge that may be taken, half-up to the cent; none where none may. */
export function surchargeOn(request: SurchargeRequest): Surcharge {
  const { amount, requestedPct, costPct, network, state } = request;
  const isAllowed = request.funding === 'credit' && request.isNoticeGiven && !forbidden.has(state);
  if (!isAllowed) return { isAllowed, pct: nothing, amount: zero(amount.currency) };
  const caps = [costPct, networkCaps.get(network), stateCaps.get(state)];
  const pct = caps.reduce<Decimal>(
    (least, cap) => (cap === undefined ? least : smaller(least, cap)),
    requestedPct,
  );
  const minor = divideHalfUp(amount.minor * pct.units, 100n * 10n ** BigInt(pct.scale));
  return { isAllowed, pct, amount: { minor, currency: amount.currency } };
}

function smaller(a: Decimal, b: Decimal): Decimal {
  return a.units * 10n ** BigInt(b.scale) <= b.units * 10n ** BigInt(a.scale) ? a : b;
}
