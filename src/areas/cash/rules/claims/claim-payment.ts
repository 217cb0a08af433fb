/**
 * An insurer's payment of claims (X12 835) as the cash desk reads it, and the plan to post it.
 *
 *   charged − reductions = paid, claim by claim        Σ paid − Σ PLB = the payment
 *   CO of the contract ─▶ written down   PR ─▶ stays open, the patient's   the rest ─▶ stays open
 *   PLB kept back ─▶ an open deduction on the payer   PLB added ─▶ stays on account
 *   status 22 ─▶ the first claim is reversed, and the corrected one posted onto it
 *
 * Every sum is proved to the cent before anything is posted, and all of it is posted or nothing:
 * half an 835 could not be told from a claim that the payer denied.
 */
import type { RemittanceLine } from '#formats/neutral.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, decimalsOf, formatMinor } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import {
  type FirstClaim,
  type TakeBack,
  isTakenBack,
  openAgain,
  planTakeBack,
  sumOfReductions,
} from './take-back.ts';

export type Reduction = { readonly group: string; readonly code: string; readonly amount: bigint };

export type Claim = {
  /** CLP01: our number of it, that of the document or of the patient's account. */
  readonly claim: string;
  /** CLP02: 1 primary … 4 denied, 22 an earlier payment taken back. */
  readonly status: string;
  readonly charged: bigint;
  readonly paid: bigint;
  readonly reductions: readonly Reduction[];
};

/** PLB: positive was kept back, negative was added. */
export type Deduction = {
  readonly reason: string;
  readonly reference: string;
  readonly amount: bigint;
};

export type ClaimPayment = {
  readonly claims: readonly Claim[];
  readonly deductions: readonly Deduction[];
};

/** Does a remittance speak of claims? */
export function speaksOfClaims(lines: readonly Pick<RemittanceLine, 'kind'>[]): boolean {
  return lines.some(({ kind }) => kind === 'claim');
}

/** The claims and deductions as the reader of an 835 wrote them into a remittance. */
export function claimPaymentOf(lines: readonly RemittanceLine[]): ClaimPayment {
  const claims = lines.filter(({ kind }) => kind === 'claim');
  const others = lines.filter(({ kind }) => kind !== 'claim');
  return {
    claims: claims.map(({ reference, paid, gross, deductions, note = '' }) => ({
      claim: reference,
      status: /^status (\S+),/u.exec(note)?.[1] ?? '',
      charged: gross?.minor ?? 0n,
      paid: paid?.minor ?? 0n,
      reductions: deductions.map(({ amount, reason }) => {
        const [group = '', code = ''] = reason.split('-');
        return { group, code, amount: amount.minor };
      }),
    })),
    deductions: others.map(({ reference, paid, note = '' }) => ({
      reason: note.replace(/^PLB /u, ''),
      reference,
      amount: -(paid?.minor ?? 0n),
    })),
  };
}

/** An open item that a claim may cite by its number, or by the patient control number. */
export type ClaimItem = {
  readonly itemId: Id;
  readonly accountId: Id;
  readonly number: string;
  readonly reference: string;
  readonly open: bigint;
};

/**
 * Reasons of group CO that a contract with the payer settles: fee schedule, prompt pay, cap,
 * charge limits, sequestration. Any other CO says that we did something wrong: it stays open.
 */
export const contractualCodes: readonly string[] = ['24', '44', '45', '59', '104', '131', '253'];

export type PlannedClaim = {
  readonly claim: string;
  readonly status: string;
  /** Null for the deduction that taking it back opens, on the payer's account. */
  readonly item: { readonly itemId: Id; readonly accountId: Id } | null;
  /** What the item refers to: the patient's own number, where it is not the claim's. */
  readonly reference: string;
  readonly paid: bigint;
  readonly adjusted: bigint;
  readonly patient: bigint;
  /** What stays open of the item, the patient's share in it. */
  readonly left: bigint;
};

export type ClaimPlan = {
  readonly total: bigint;
  /** First of all: what the payer undid. */
  readonly takenBack: readonly TakeBack[];
  readonly lines: readonly PlannedClaim[];
  readonly adjusted: bigint;
  /** Kept back from the payment for something else. */
  readonly kept: readonly Deduction[];
  /** Added to it, such as interest. */
  readonly added: bigint;
};

export type ClaimRefusal =
  | 'cash.claims_differ'
  | 'cash.claim_differs'
  | 'cash.claim_twice'
  | 'cash.claim_taken_back'
  | 'cash.claim_unknown'
  | 'cash.claim_cites_several'
  | 'cash.claim_more_than_open';

/** What the book knows of the claims that a payment names. */
export type ClaimBook = {
  readonly items: readonly ClaimItem[];
  /** Posted earlier and not taken back since, the newest first. */
  readonly firsts: readonly FirstClaim[];
};

/** The plan of the whole payment; the first claim that cannot be posted refuses all of it. */
export function planClaims(
  total: bigint,
  payment: ClaimPayment,
  { items, firsts }: ClaimBook,
  code: Currency,
): Outcome<ClaimPlan, ClaimRefusal> {
  const told = (amount: bigint): string => formatMinor(amount, decimalsOf(code));
  const kept = payment.deductions.reduce((sum, { amount }) => sum + amount, 0n);
  const found = payment.claims.reduce((sum, { paid }) => sum + paid, 0n) - kept;
  if (found !== total) {
    return refuse('cash.claims_differ', { stated: told(total), found: told(found) });
  }
  const taken = planTakenBack(payment.claims.filter(isTakenBack), firsts, told);
  if (!taken.ok) return taken;
  const lines: PlannedClaim[] = [];
  for (const claim of payment.claims.filter((each) => !isTakenBack(each))) {
    const line = planClaim(claim, { items, takenBack: taken.value }, told);
    if (!line.ok) return line;
    const { item } = line.value;
    const twice = lines.some(
      (each) => each.claim === claim.claim || (item && each.item?.itemId === item.itemId),
    );
    if (twice) {
      return refuse('cash.claim_twice', { claim: claim.claim });
    }
    lines.push(line.value);
  }
  return accept({
    total,
    takenBack: taken.value,
    lines,
    adjusted: lines.reduce((sum, { adjusted }) => sum + adjusted, 0n),
    kept: payment.deductions.filter(({ amount }) => amount > 0n),
    added: payment.deductions.reduce((sum, { amount }) => (amount < 0n ? sum - amount : sum), 0n),
  });
}

type Tell = (amount: bigint) => string;

function planTakenBack(
  claims: readonly Claim[],
  firsts: readonly FirstClaim[],
  told: Tell,
): Outcome<TakeBack[], ClaimRefusal> {
  const plans: TakeBack[] = [];
  for (const claim of claims) {
    const balanced = mustBalance(claim, told);
    if (!balanced.ok) return balanced;
    if (claim.paid > 0n) return refuse('cash.claim_taken_back', { claim: claim.claim });
    if (plans.some((each) => each.claim === claim.claim)) {
      return refuse('cash.claim_twice', { claim: claim.claim });
    }
    const plan = planTakeBack(claim, contractualOf(claim), firsts);
    // A denial taken back that we never posted changes nothing.
    if (plan.first || plan.paid + plan.adjusted > 0n) plans.push(plan);
  }
  return accept(plans);
}

function mustBalance(
  { charged, paid, claim, reductions }: Claim,
  told: Tell,
): Outcome<null, ClaimRefusal> {
  const due = reductions.reduce((left, { amount }) => left - amount, charged);
  if (due === paid) return accept(null);
  return refuse('cash.claim_differs', { claim, stated: told(paid), found: told(due) });
}

function contractualOf({ reductions }: Claim): bigint {
  return sumOfReductions(
    reductions,
    ({ group, code }) => group === 'CO' && contractualCodes.includes(code),
  );
}

function planClaim(
  claim: Claim,
  {
    items,
    takenBack,
  }: { readonly items: readonly ClaimItem[]; readonly takenBack: readonly TakeBack[] },
  told: Tell,
): Outcome<PlannedClaim, ClaimRefusal> {
  const balanced = mustBalance(claim, told);
  if (!balanced.ok) return balanced;
  const { paid, status, claim: number, reductions } = claim;
  const cited = citedItem(number, items, takenBack);
  if (!cited.ok) return cited;
  const { item, open, reference } = cited.value;
  const contractual = contractualOf(claim);
  const adjusted = contractual > 0n ? contractual : 0n;
  const left = open - paid - adjusted;
  if (left < 0n) {
    const facts = { claim: number, open: told(open), amount: told(paid + adjusted) };
    return refuse('cash.claim_more_than_open', facts);
  }
  const patient = sumOfReductions(reductions, ({ group }) => group === 'PR');
  return accept({ claim: number, status, item, reference, paid, adjusted, patient, left });
}

type Cited = Pick<PlannedClaim, 'item' | 'reference'> & { readonly open: bigint };

/** What the same payment took back is open again; else the one item that bears the number. */
function citedItem(
  number: string,
  items: readonly ClaimItem[],
  takenBack: readonly TakeBack[],
): Outcome<Cited, ClaimRefusal> {
  const again = takenBack.find((each) => plain(each.claim) === plain(number));
  if (again?.first) {
    const { itemId, accountId, reference } = again.first;
    return accept({ item: { itemId, accountId }, reference, open: openAgain(again.first) });
  }
  if (again) return accept({ item: null, reference: '', open: again.paid + again.adjusted });
  const [item, ...others] = citedBy(number, items);
  if (!item) return refuse('cash.claim_unknown', { claim: number });
  if (others.length > 0) return refuse('cash.claim_cites_several', { claim: number });
  const { itemId, accountId, open, reference } = item;
  return accept({ item: { itemId, accountId }, reference, open });
}

/** By the document's number, else by the number that the document refers to. */
function citedBy(number: string, items: readonly ClaimItem[]): readonly ClaimItem[] {
  const wanted = plain(number);
  const named = items.filter((item) => plain(item.number) === wanted);
  return named.length > 0 ? named : items.filter((item) => plain(item.reference) === wanted);
}

const plain = (text: string): string => text.trim().toUpperCase();
