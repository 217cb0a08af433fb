/**
 * A card batch, seen from four sides: what we posted, what the processor captured, what it says
 * it pays out, what the bank shows.
 *
 *   our postings ──▶ batch: captures − refunds − chargebacks − fees ──▶ payout ──▶ bank deposit
 *
 * What keeps two sides apart is one of four kinds, and they are never mixed, because each has
 * another remedy: a fee is booked, timing is waited for, a missing one is searched, a chargeback
 * goes back to the customer and starts a clock.
 *
 * Amounts are minor units of one currency. What the processor lists against us is negative.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';

export type CardLine = {
  readonly lineId: Id;
  readonly kind: 'payment' | 'refund' | 'chargeback' | 'fee' | 'adjustment' | 'payout';
  readonly on: Day;
  readonly gross: bigint;
  /** Kept by the processor. */
  readonly fee: bigint;
  readonly net: bigint;
  readonly reference: string;
  readonly last4: string;
};

export type CardPosting = {
  readonly receiptId: Id;
  readonly on: Day;
  readonly amount: bigint;
  readonly reference: string;
};

export type CardDeposit = { readonly lineId: Id; readonly on: Day; readonly amount: bigint };

export type BatchFigures = {
  readonly captured: bigint;
  readonly refunded: bigint;
  readonly chargedBack: bigint;
  readonly fees: bigint;
  readonly adjusted: bigint;
  /** What all of it comes to. */
  readonly expected: bigint;
  /** What the processor says it pays out; null when its report does not say. */
  readonly stated: bigint | null;
};

export type GapKind = 'fee' | 'timing' | 'missing' | 'chargeback';
/** Where it is not: with us, in the processor's batch, in its statement, at the bank. */
export type GapSide = 'ar' | 'batch' | 'statement' | 'bank';

export type Gap = {
  readonly kind: GapKind;
  readonly side: GapSide;
  readonly amount: bigint;
  readonly on: Day;
  /** The line, the receipt or the deposit; null for the batch as a whole. */
  readonly id: Id | null;
  readonly reference: string;
};

export type CardPolicy = {
  /** Calendar days that one side may lag behind the other before something is missing. */
  readonly lagDays: number;
};

export const standardCardPolicy: CardPolicy = { lagDays: 3 };

/** What a batch comes to. */
export function figuresOf(lines: readonly CardLine[]): BatchFigures {
  const sum = (kind: CardLine['kind'], of: (line: CardLine) => bigint): bigint =>
    lines.filter((line) => line.kind === kind).reduce((total, line) => total + of(line), 0n);
  const payouts = lines.filter(({ kind }) => kind === 'payout');
  const parts = lines.filter(({ kind }) => kind !== 'payout');
  const kept = parts.reduce((total, line) => total + (line.kind === 'fee' ? 0n : line.fee), 0n);
  return {
    captured: sum('payment', ({ gross }) => gross),
    refunded: -sum('refund', ({ gross }) => gross),
    chargedBack: -sum('chargeback', ({ gross }) => gross),
    // A fee that stands in a line of its own takes its net off us.
    fees: kept - sum('fee', ({ net }) => net),
    adjusted: sum('adjustment', ({ gross }) => gross),
    expected: parts.reduce((total, { net }) => total + net, 0n),
    stated: payouts.length === 0 ? null : payouts.reduce((total, { net }) => total + size(net), 0n),
  };
}

/** The lines whose gross less fee is not their net: the report itself is wrong there. */
export function wrongLines(lines: readonly CardLine[]): CardLine[] {
  return lines.filter(
    ({ kind, gross, fee, net }) => kind !== 'payout' && kind !== 'fee' && gross - fee !== net,
  );
}

export type CardPair = { readonly lineId: Id; readonly receiptId: Id };

/**
 * Which capture is which posting: by the reference that both carry, else by an amount that
 * stands once on either side within the lag. Two that fit equally well stay apart.
 */
export function pairPostings(
  lines: readonly CardLine[],
  postings: readonly CardPosting[],
  { lagDays }: CardPolicy,
): CardPair[] {
  const pairs: CardPair[] = [];
  const taken = new Set<Id>();
  const captures = lines.filter(({ kind }) => kind === 'payment');
  const near = (line: CardLine, posting: CardPosting): boolean =>
    line.gross === posting.amount && size(daysBetween(posting.on, line.on)) <= lagDays;
  const pass = (fits: (line: CardLine, posting: CardPosting) => boolean): void => {
    const free = captures.filter(({ lineId }) => !taken.has(lineId));
    const open = postings.filter(({ receiptId }) => !taken.has(receiptId));
    for (const line of free) {
      const [posting, ...others] = open.filter((each) => fits(line, each));
      if (!posting || others.length > 0) continue;
      if (free.filter((each) => fits(each, posting)).length > 1) continue;
      pairs.push({ lineId: line.lineId, receiptId: posting.receiptId });
      taken.add(line.lineId).add(posting.receiptId);
    }
  };
  pass((line, posting) => line.gross === posting.amount && sameReference(line, posting));
  pass(near);
  return pairs;
}

export type BatchSides = {
  readonly on: Day;
  readonly lines: readonly CardLine[];
  readonly pairs: readonly CardPair[];
  readonly deposit: CardDeposit | null;
  /** Booked: then its fees are no gap any more. */
  readonly settled: boolean;
};

/** Everything that keeps the four sides of a batch apart. */
export function gapsOf(batch: BatchSides, today: Day, policy: CardPolicy): Gap[] {
  const { lines, on, deposit, settled } = batch;
  const figures = figuresOf(lines);
  const payout = figures.stated ?? figures.expected;
  const gaps: Gap[] = [];
  const whole = { on, id: null, reference: '' };
  const paired = new Set(batch.pairs.map(({ lineId }) => lineId));
  if (figures.fees !== 0n && !settled) {
    gaps.push({ ...whole, kind: 'fee', side: 'bank', amount: figures.fees });
  }
  for (const line of lines) {
    const { lineId: id, reference } = line;
    const row = { id, on: line.on, reference };
    if (line.kind === 'chargeback') {
      gaps.push({ ...row, kind: 'chargeback', side: 'ar', amount: line.gross });
    }
    if (line.kind === 'payment' && !paired.has(id)) {
      gaps.push({ ...row, kind: late(line.on, today, policy), side: 'ar', amount: line.gross });
    }
  }
  if (figures.stated !== null && figures.stated !== figures.expected) {
    const amount = figures.stated - figures.expected;
    gaps.push({ ...whole, kind: 'missing', side: 'statement', amount });
  }
  if (!deposit && payout !== 0n) {
    gaps.push({ ...whole, kind: late(on, today, policy), side: 'bank', amount: payout });
  }
  return gaps;
}

/** What we posted and the processor has not captured. */
export function uncaptured(
  postings: readonly CardPosting[],
  pairs: readonly CardPair[],
  today: Day,
  policy: CardPolicy,
): Gap[] {
  const paired = new Set(pairs.map(({ receiptId }) => receiptId));
  return postings
    .filter(({ receiptId }) => !paired.has(receiptId))
    .map(({ receiptId, on, amount, reference }) => ({
      kind: late(on, today, policy),
      side: 'batch',
      amount,
      on,
      id: receiptId,
      reference,
    }));
}

function late(on: Day, today: Day, { lagDays }: CardPolicy): 'timing' | 'missing' {
  return daysBetween(on, today) > lagDays ? 'missing' : 'timing';
}

function sameReference(line: CardLine, posting: CardPosting): boolean {
  const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  return bare(line.reference) !== '' && bare(line.reference) === bare(posting.reference);
}

function size<T extends bigint | number>(amount: T): T {
  // Negation keeps the kind of number that came in.
  return amount < 0 ? (-amount as T) : amount;
}
