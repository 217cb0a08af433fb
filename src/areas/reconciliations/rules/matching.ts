/**
 * Our open items beside the lines of the customer's statement, number by number.
 *
 *   agreed          both say the same
 *   amount          both have it, for different amounts
 *   only_ours       we have it open; they do not list it
 *   only_theirs     they list it; it is not open with us
 *
 * Numbers are compared by their letters and digits alone; where no number fits, one line and one
 * item of the same amount that nothing else has are the same. All differences together are the
 * whole difference, or the statement does not add up.
 */
import type { TheirLine } from './their-lines.ts';

export type OurItem = {
  readonly itemId: string;
  readonly number: string;
  /** Signed minor units: what is owed to us is positive. */
  readonly minor: bigint;
  readonly dueOn: string;
};

export const differenceKinds = ['amount', 'only_ours', 'only_theirs'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export type Compared = {
  /** What tells one row from another, and is the same at the next reading. */
  readonly key: string;
  readonly kind: 'agreed' | DifferenceKind;
  readonly ours: { readonly items: readonly OurItem[]; readonly minor: bigint } | null;
  readonly theirs: {
    readonly number: string;
    readonly minor: bigint;
    readonly on: string | null;
    /** So many of their lines have this number. */
    readonly lines: number;
  } | null;
  /** Theirs less ours. */
  readonly difference: bigint;
};

export function compare(ours: readonly OurItem[], theirs: readonly TheirLine[]): Compared[] {
  const byNumber = Map.groupBy(ours, ({ number }) => plain(number));
  const lines = Map.groupBy(theirs, ({ number }) => plain(number));
  const both = [...lines].flatMap(([key, said]) => {
    const items = byNumber.get(key);
    return items ? [rowOf(key, items, said)] : [];
  });
  const ourRest = [...byNumber].filter(([key]) => !lines.has(key));
  const theirRest = [...lines].filter(([key]) => !byNumber.has(key));
  const paired = pairsByAmount(ourRest, theirRest);
  const taken = new Set(paired.flatMap(({ our, their }) => [our, their]));
  return [
    ...both,
    ...paired.map(({ row }) => row),
    ...ourRest.filter(([key]) => !taken.has(key)).map(([key, items]) => rowOf(key, items, [])),
    ...theirRest.filter(([key]) => !taken.has(key)).map(([key, said]) => rowOf(key, [], said)),
  ].toSorted((a, b) => Number(a.kind === 'agreed') - Number(b.kind === 'agreed') || bySize(a, b));
}

function plain(number: string): string {
  return number
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/gu, '')
    .replace(/^0+/u, '');
}

type Group<T> = readonly (readonly [string, readonly T[]])[];

/** Only where one amount stands once on either side: anything else is a guess. */
function pairsByAmount(ours: Group<OurItem>, theirs: Group<TheirLine>) {
  const our = Map.groupBy(ours, ([, items]) => sum(items));
  const their = Map.groupBy(theirs, ([, said]) => sum(said));
  return [...our].flatMap(([minor, found]) => {
    const said = their.get(minor);
    const [one, other] = [found[0], said?.[0]];
    if (found.length !== 1 || said?.length !== 1 || !one || !other) return [];
    return [{ our: one[0], their: other[0], row: rowOf(one[0], one[1], other[1]) }];
  });
}

function rowOf(key: string, items: readonly OurItem[], said: readonly TheirLine[]): Compared {
  const ours = items.length === 0 ? null : { items, minor: sum(items) };
  const [first] = said;
  const on = first?.on ?? null;
  const theirs = first ? { number: first.number, minor: sum(said), on, lines: said.length } : null;
  const difference = (theirs?.minor ?? 0n) - (ours?.minor ?? 0n);
  const kind = !ours ? 'only_theirs' : !theirs ? 'only_ours' : difference ? 'amount' : 'agreed';
  return { key, kind, ours, theirs, difference };
}

function sum(parts: readonly { readonly minor: bigint }[]): bigint {
  return parts.reduce((all, { minor }) => all + minor, 0n);
}

function bySize(a: Compared, b: Compared): number {
  const [one, other] = [size(a.difference), size(b.difference)];
  return one === other ? a.key.localeCompare(b.key) : one > other ? -1 : 1;
}

function size(minor: bigint): bigint {
  return minor < 0n ? -minor : minor;
}
