/**
 * What a listing of lines means for the lines that are known: which are new, which say more,
 * which change nothing.
 *
 *   nothing ──▶ pending ──▶ booked          (never back)
 *
 * All lines of one identity are settled together, because equal lines are counted: a file that
 * lists three deposits of 45.00 on a day of which two are known brings exactly one. The result
 * does not depend on the order in which files come (case I-6): of two wordings of one line the
 * better one stands, whichever came first. A line that is used already is never changed; it
 * becomes a question (case P-18).
 */
import type { BankTransaction } from '#formats/neutral.ts';

/** What is known of a line: enough to say which of two wordings is the better one. */
export type Wording = Pick<BankTransaction, 'bookedOn' | 'status'> & {
  readonly minor: bigint;
  /** How much it tells beside amount and day. */
  readonly richness: number;
  /** Differs when anything does. */
  readonly digest: string;
};

export type KnownLine = Wording & { readonly used: boolean };

export type Placement<Listed, Known> =
  | { readonly kind: 'new'; readonly listed: Listed }
  | { readonly kind: 'seen'; readonly listed: Listed; readonly known: Known }
  | { readonly kind: 'changed'; readonly listed: Listed; readonly known: Known }
  | { readonly kind: 'disputed'; readonly listed: Listed; readonly known: Known };

type Place<Listed, Known> = { readonly each: Listed; known: Known | undefined };

/** Places the listed lines of one identity on the known lines of the same identity. */
export function settleLines<Listed extends Wording, Known extends KnownLine>(
  listed: readonly Listed[],
  known: readonly Known[],
): Placement<Listed, Known>[] {
  const free = new Set(known);
  const places = listed.map((each): Place<Listed, Known> => ({ each, known: undefined }));
  for (const fits of [sameBooking, sameAmount, mayBecome]) {
    for (const place of places) {
      if (place.known) continue;
      place.known = [...free].find((candidate) => fits(place.each, candidate));
      if (place.known) free.delete(place.known);
    }
  }
  return places.map(({ each, known: found }) =>
    found ? compare(each, found) : { kind: 'new', listed: each },
  );
}

function sameBooking(listed: Wording, known: Wording): boolean {
  return sameAmount(listed, known) && listed.status === known.status;
}

function sameAmount(listed: Wording, known: Wording): boolean {
  return listed.minor === known.minor;
}

/** Two bookings of different amounts are two movements, even where the bank repeats its id. */
function mayBecome(listed: Wording, known: Wording): boolean {
  return listed.status !== 'booked' || known.status !== 'booked';
}

function compare<Listed extends Wording, Known extends KnownLine>(
  listed: Listed,
  known: Known,
): Placement<Listed, Known> {
  if (!isBetter(listed, known)) return { kind: 'seen', listed, known };
  if (!known.used) return { kind: 'changed', listed, known };
  if (listed.minor !== known.minor || listed.bookedOn !== known.bookedOn) {
    return { kind: 'disputed', listed, known };
  }
  // The same money in other words: only that it is booked now is worth a version.
  return { kind: listed.status === known.status ? 'seen' : 'changed', listed, known };
}

const ranks = { information: 0, pending: 1, booked: 2 } as const;

/** A total order, so that the best of many wordings is the same in every order of files. */
export function isBetter(one: Wording, other: Wording): boolean {
  if (one.digest === other.digest && one.status === other.status) return false;
  const rank = ranks[one.status] - ranks[other.status];
  if (rank !== 0) return rank > 0;
  // A booked day is corrected backwards; a pending one moves on until it is booked.
  if (one.bookedOn !== other.bookedOn) {
    return one.status === 'booked' ? one.bookedOn < other.bookedOn : one.bookedOn > other.bookedOn;
  }
  if (one.minor !== other.minor) return one.minor > other.minor;
  if (one.richness !== other.richness) return one.richness > other.richness;
  return one.digest > other.digest;
}
