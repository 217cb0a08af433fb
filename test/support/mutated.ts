/**
 * Copies of a file with a few bytes wrong, from a seed: what a reader meets when a line
 * broke or somebody tried.
 */

export type Mutation = {
  readonly bytes: Uint8Array;
  /** How many bytes are not what they were. */
  readonly changed: number;
};

/** `count` copies; each has bytes changed, cut, doubled, swapped or put in between. */
export function* mutated(bytes: Uint8Array, count: number, seed: number): Generator<Uint8Array> {
  const mutations = mutationsOf(bytes, seed);
  for (let made = 0; made < count; made += 1) yield mutations.next().value.bytes;
}

/** Mutations without end. */
export function* mutationsOf(bytes: Uint8Array, seed: number): Generator<Mutation, never> {
  const next = numbersFrom(seed);
  for (;;) yield mutate(bytes, next);
}

/** What stands at a border in one format or another, or is larger than it may be. */
const pieces = [
  '99999999999999999999999999',
  '-',
  '\0',
  '\r\n',
  ',"',
  '~*',
  "?'+",
  '<a><!DOCTYPE x>',
  ':61:',
  '16,',
  '\uFFFD\u{1F4B0}',
  '\t\t\t',
  '88,/',
].map((text) => new TextEncoder().encode(text));

function mutate(bytes: Uint8Array, next: (below: number) => number): Mutation {
  let copy = Uint8Array.from(bytes);
  let changed = 0;
  for (let change = next(6) + 1; change > 0 && copy.length > 0; change -= 1) {
    const at = next(copy.length);
    const length = Math.min(next(40) + 1, copy.length - at);
    const piece = copy.slice(at, at + length);
    const kind = next(6);
    changed += kind < 2 ? 1 : length;
    if (kind < 2) copy[at] = next(256);
    else if (kind === 2) copy = joined(copy.subarray(0, at), copy.subarray(at + length));
    else if (kind === 3) copy = joined(copy.subarray(0, at), piece, copy.subarray(at));
    else if (kind === 4) {
      copy = joined(copy.subarray(0, at), piece.toReversed(), copy.subarray(at + length));
    } else {
      const put = pieces[next(pieces.length)] ?? piece;
      copy = joined(copy.subarray(0, at), put, copy.subarray(at));
    }
  }
  return { bytes: copy, changed };
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(parts));
}

/** Whole numbers below a bound, by mulberry32: the same for the same seed. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
