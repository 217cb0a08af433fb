/** An 835 told in figures and in the neutral form: one remittance a transaction set. */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { negate } from '#kernel/money.ts';
import {
  type Control,
  type FileProblem,
  type Remittance,
  type RemittanceLine,
} from '../neutral.ts';
import { type BankFileRefusal, type Summary } from '../reader.ts';
import { equalDecimals, nought, sumDecimals, writeDecimal } from '../x12/amount.ts';
import { checkAmounts } from '../x12/amount-elements.ts';
import { type TransactionSet } from '../x12/envelope.ts';
import { type SetReading, currencyOf, moneyMaker } from '../x12/set.ts';
import { type Advice, readAdvice } from '../x12-820/advice.ts';
import {
  type Claim,
  type ClaimPayment,
  type ProviderAdjustment,
  claimAmounts,
  claimBalances,
  dueOn,
  paymentOf,
  readClaims,
} from './claims.ts';

/** Reads one set; refused when an amount of it is none. */
export function readClaimPayment(set: TransactionSet): Outcome<SetReading, BankFileRefusal> {
  const checked = checkAmounts(set.segments, claimAmounts);
  if (!checked.ok) return checked;
  const payment = readClaims(set.segments);
  // The head of an 835 is that of an 820: BPR, TRN, the payer.
  const head = readAdvice(set.segments);
  const problems: FileProblem[] = [];
  const money = moneyMaker(currencyOf(set.segments), problems);
  return accept({
    summary: figuresOf(head, payment),
    remittances: [remittanceOf(head, payment, money)],
    controls: controlsOf(head, payment),
    problems,
  });
}

function figuresOf(head: Advice, payment: ClaimPayment): Summary {
  const { claims, adjustments } = payment;
  const total = (of: 'charged' | 'paid' | 'patientShare') =>
    writeDecimal(sumDecimals(claims.map((claim) => claim[of])));
  return {
    ...(head.paid ? { paid: writeDecimal(head.paid) } : {}),
    claims: claims.length,
    charge: total('charged'),
    claimPaid: total('paid'),
    patientResp: total('patientShare'),
    plb: writeDecimal(sumDecimals(adjustments.map(({ amount }) => amount))),
    cas: byReason(claims),
    balances: head.paid !== undefined && equalDecimals(head.paid, paymentOf(payment)),
    claimsBalance: claims.every(claimBalances),
  };
}

/** Reductions summed by reason, in the order in which the reasons first appear. */
function byReason(claims: readonly Claim[]): Readonly<Record<string, string>> {
  const sums = new Map<string, typeof nought>();
  for (const { reason, amount } of claims.flatMap((claim) => claim.reductions)) {
    sums.set(reason, sumDecimals([sums.get(reason) ?? nought, amount]));
  }
  return Object.fromEntries([...sums].map(([reason, sum]) => [reason, writeDecimal(sum)]));
}

function controlsOf(head: Advice, payment: ClaimPayment): Control[] {
  const compared = payment.claims.map((claim) =>
    control('claim_paid', claim.segment.record, [claim.paid, dueOn(claim)]),
  );
  if (head.paid === undefined) return compared;
  const record = head.payment?.record ?? head.record;
  return [control('payment_total', record, [head.paid, paymentOf(payment)]), ...compared];
}

/** Both figures with the same number of decimals, so that equal ones look equal. */
function control(
  what: string,
  record: number,
  [stated, found]: readonly [typeof nought, typeof nought],
): Control {
  const scaled = (value: typeof nought, other: typeof nought) =>
    writeDecimal(sumDecimals([value, { units: 0n, scale: other.scale }]));
  const pair = { stated: scaled(stated, found), found: scaled(found, stated) };
  return { kind: 'amount', what, record, ...pair };
}

type MakeMoney = ReturnType<typeof moneyMaker>;

function remittanceOf(head: Advice, payment: ClaimPayment, money: MakeMoney): Remittance {
  const total = head.payment && money(head.paid, head.payment);
  return {
    record: head.record,
    ...(head.payerName ? { payerName: head.payerName } : {}),
    ...(head.payerId ? { payerId: head.payerId } : {}),
    ...(head.trace ? { paymentReference: head.trace } : {}),
    ...(head.paidOn ? { paidOn: head.paidOn } : {}),
    ...(total ? { total } : {}),
    ...(head.method ? { method: head.method } : {}),
    lines: [
      ...payment.claims.map((claim) => claimLine(claim, money)),
      ...payment.adjustments.map((each) => adjustmentLine(each, money)),
    ],
  };
}

/** Names nobody: a remittance is shown at a desk that has no need of the diagnosis. */
function claimLine(claim: Claim, money: MakeMoney): RemittanceLine {
  const paid = money(claim.paid, claim.segment);
  const gross = money(claim.charged, claim.segment);
  return {
    record: claim.segment.record,
    kind: 'claim',
    reference: claim.account,
    ...(paid ? { paid } : {}),
    ...(gross ? { gross } : {}),
    deductions: claim.reductions.flatMap(({ amount, reason, segment }) => {
      const reduced = money(amount, segment);
      return reduced ? [{ amount: reduced, reason }] : [];
    }),
    note: `status ${claim.status}, payer claim ${claim.payerClaim}`,
  };
}

function adjustmentLine(adjustment: ProviderAdjustment, money: MakeMoney): RemittanceLine {
  const lowered = money(adjustment.amount, adjustment.segment);
  return {
    record: adjustment.segment.record,
    kind: 'other',
    reference: adjustment.reference,
    ...(lowered ? { paid: negate(lowered) } : {}),
    deductions: [],
    note: `PLB ${adjustment.reason}`,
  };
}
