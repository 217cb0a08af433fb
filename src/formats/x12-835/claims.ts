/**
 * X12 835: what an insurer pays on claims, and why it pays less than was charged.
 *
 *   BPR paid = Σ CLP04 − Σ PLB        (a negative PLB raises the payment)
 *   CLP03 charged − Σ CAS = CLP04 paid (CAS of the claim and of its services)
 *
 * Both must hold in every 835 (implementation guide 005010X221, section 1.10.2.1). CAS `PR`
 * is the patient's share, `CO` a contractual write-off, `OA` and `PI` the payer's own.
 */
import { type Decimal } from '#kernel/decimal.ts';
import { equalDecimals, negated, sumDecimals } from '../x12/amount.ts';
import { type AmountElements, real, realOrNothing } from '../x12/amount-elements.ts';
import { type Segment, components, element } from '../x12/segments.ts';

export type Claim = {
  readonly segment: Segment;
  /** CLP01: our own number of the patient's account. */
  readonly account: string;
  /** CLP02: 1 primary, 2 secondary, 3 tertiary, 4 denied, 22 reversal of an earlier payment. */
  readonly status: string;
  readonly charged: Decimal;
  readonly paid: Decimal;
  readonly patientShare: Decimal;
  /** CLP07: the payer's own number of the claim. */
  readonly payerClaim: string;
  readonly reductions: ClaimReduction[];
};

export type ClaimReduction = {
  readonly segment: Segment;
  /** `CO-45`: the group and the claim adjustment reason code. */
  readonly reason: string;
  readonly amount: Decimal;
};

/** An adjustment of the whole payment; positive lowers it. */
export type ProviderAdjustment = {
  readonly segment: Segment;
  readonly reason: string;
  readonly reference: string;
  readonly amount: Decimal;
};

export const claimAmounts: AmountElements = {
  reals: {
    BPR: [2],
    CLP: [3, 4, 5],
    CAS: [3, 6, 9, 12, 15, 18],
    PLB: [4, 6, 8, 10, 12, 14],
  },
};

export type ClaimPayment = {
  readonly claims: readonly Claim[];
  readonly adjustments: readonly ProviderAdjustment[];
};

/** Reads the claims of one set, whose amounts have been checked. */
export function readClaims(segments: readonly Segment[]): ClaimPayment {
  const claims: Claim[] = [];
  const adjustments: ProviderAdjustment[] = [];
  for (const segment of segments) {
    if (segment.tag === 'CLP') claims.push(claimOf(segment));
    else if (segment.tag === 'CAS') claims.at(-1)?.reductions.push(...reductionsOf(segment));
    else if (segment.tag === 'PLB') adjustments.push(...adjustmentsOf(segment));
  }
  return { claims, adjustments };
}

function claimOf(segment: Segment): Claim {
  return {
    segment,
    account: element(segment, 1),
    status: element(segment, 2),
    charged: realOrNothing(segment, 3),
    paid: realOrNothing(segment, 4),
    patientShare: realOrNothing(segment, 5),
    payerClaim: element(segment, 7),
    reductions: [],
  };
}

/** Up to six reasons of one group, each with its amount and quantity. */
function reductionsOf(segment: Segment): ClaimReduction[] {
  return [2, 5, 8, 11, 14, 17].flatMap((at) => {
    const amount = real(segment, at + 1);
    if (amount === undefined) return [];
    return [{ segment, reason: `${element(segment, 1)}-${element(segment, at)}`, amount }];
  });
}

/** Up to six reasons, each a code with a reference, and its amount. */
function adjustmentsOf(segment: Segment): ProviderAdjustment[] {
  return [3, 5, 7, 9, 11, 13].flatMap((at) => {
    const amount = real(segment, at + 1);
    if (amount === undefined) return [];
    const [reason = '', reference = ''] = components(segment, at);
    return [{ segment, reason, reference, amount }];
  });
}

/** What the payment must be by its claims and adjustments. */
export function paymentOf({ claims, adjustments }: ClaimPayment): Decimal {
  const lowered = adjustments.map(({ amount }) => negated(amount));
  return sumDecimals([...claims.map((claim) => claim.paid), ...lowered]);
}

/** What a claim must pay by its charge and reductions. */
export function dueOn(claim: Claim): Decimal {
  return sumDecimals([claim.charged, ...claim.reductions.map(({ amount }) => negated(amount))]);
}

/** Does the claim pay what its charge and reductions leave? */
export function claimBalances(claim: Claim): boolean {
  return equalDecimals(claim.paid, dueOn(claim));
}
