/**
 * A claim that its payer takes back (CLP02 = 22): the signs of the first claim turned round, and
 * usually the corrected claim right behind it.
 *
 *   first:      paid 60   written down 20   the patient's 20     of 100 charged
 *   taken back: paid −60  written down −20  the patient's −20    the claim is open as before
 *   corrected:  paid 50 …                                        posted like any other
 *
 * Where we posted the first claim, exactly that is reversed. Where nothing such stands (it was
 * posted before our time, or moved since), a deduction over what the payer undid stands open.
 */
import type { Id } from '#kernel/ids.ts';
import type { Claim, Reduction } from './claim-payment.ts';

/** A claim as an earlier 835 was posted, with its item as it stands now. */
export type FirstClaim = {
  readonly claim: string;
  readonly remittanceId: Id;
  readonly lineNo: number;
  readonly itemId: Id;
  readonly accountId: Id;
  readonly reference: string;
  readonly open: bigint;
  readonly paid: bigint;
  readonly adjusted: bigint;
  /** The patient's share as it stands on the patient's own account, where it was moved. */
  readonly moved: MovedShare | null;
  /** What stands applied onto the item now. */
  readonly standing: readonly Standing[];
};

export type MovedShare = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly amount: bigint;
  readonly open: bigint;
};

export type Standing = {
  readonly applicationId: Id;
  readonly creditItemId: Id;
  readonly number: string;
  readonly amount: bigint;
};

export type TakeBack = {
  readonly claim: string;
  /** Positive: what the payer takes, what it no longer writes down. */
  readonly paid: bigint;
  readonly adjusted: bigint;
  /** What is reversed; undefined where no first posting stands as it was made. */
  readonly first: ReversedClaim | undefined;
};

export type ReversedClaim = FirstClaim & {
  readonly payments: readonly Standing[];
  readonly writeDown: Standing | undefined;
  readonly share: Standing | undefined;
};

export const numberOfWriteDown = (claim: string): string => `CO-${claim}`;
export const numberOfShare = (claim: string): string => `PR-${claim}`;
export const numberOfTakeBack = (claim: string): string => `22-${claim}`;

/** Does it take an earlier payment back? */
export function isTakenBack({ status, paid }: Pick<Claim, 'status' | 'paid'>): boolean {
  return status === '22' || paid < 0n;
}

/** What a take-back does; the newest first claim of the same payment is the one it means. */
export function planTakeBack(
  { claim, paid }: Claim,
  writtenDown: bigint,
  firsts: readonly FirstClaim[],
): TakeBack {
  const taken = -paid;
  const named = firsts.filter((first) => plain(first.claim) === plain(claim));
  for (const first of named.filter((each) => each.paid === taken)) {
    const reversed = reversible(first);
    if (reversed) return { claim, paid: taken, adjusted: first.adjusted, first: reversed };
  }
  const adjusted = writtenDown < 0n ? -writtenDown : 0n;
  return { claim, paid: taken, adjusted, first: undefined };
}

/** The applications that the first posting made, if they still stand as it made them. */
function reversible(first: FirstClaim): ReversedClaim | undefined {
  const { claim, standing, paid, adjusted, moved } = first;
  const memos = [numberOfWriteDown(claim), numberOfShare(claim)];
  const memo = (number: string, amount: bigint): Standing | undefined =>
    standing.findLast((each) => each.number === number && each.amount === amount);
  const money = standing.filter(({ number }) => !memos.includes(number));
  const all = money.reduce((sum, { amount }) => sum + amount, 0n);
  const alone = money.filter(({ amount }) => amount === paid);
  const payments = all === paid ? money : alone;
  const writeDown = adjusted > 0n ? memo(numberOfWriteDown(claim), adjusted) : undefined;
  const share = moved ? memo(numberOfShare(claim), moved.amount) : undefined;
  const whole =
    payments.reduce((sum, { amount }) => sum + amount, 0n) === paid &&
    (adjusted === 0n || writeDown !== undefined) &&
    (moved === null || share !== undefined);
  return whole ? { ...first, payments, writeDown, share } : undefined;
}

/** What is open of the item once its first posting is reversed. */
export function openAgain({ open, paid, adjusted, moved }: ReversedClaim): bigint {
  return open + paid + adjusted + (moved?.amount ?? 0n);
}

/** The sum of reductions of one kind. */
export function sumOfReductions(
  reductions: readonly Reduction[],
  wanted: (reduction: Reduction) => boolean,
): bigint {
  return reductions.filter(wanted).reduce((sum, { amount }) => sum + amount, 0n);
}

const plain = (text: string): string => text.trim().toUpperCase();
