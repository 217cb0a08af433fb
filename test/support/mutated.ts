/**
 * Copies of a file with a few bytes wrong, from a seed: what a reader meets when a line
 * broke or somebody tried.
 */

/** `count` copies; each has bytes changed, cut, doubled or swapped. */
export function* mutated(bytes: Uint8Array, count: number, seed: number): Generator<Uint8Array> {
  const next = numbersFrom(seed);
  for (let made = 0; made < count; made += 1) yield mutate(bytes, next);
}

function mutate(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  let copy = Uint8Array.from(bytes);
  for (let change = next(6) + 1; change > 0 && copy.length > 0; change -= 1) {
    const at = next(copy.length);
    const length = Math.min(next(40) + 1, copy.length - at);
    const piece = copy.slice(at, at + length);
    const kind = next(5);
    if (kind < 2) copy[at] = next(256);
    else if (kind === 2) copy = joined(copy.subarray(0, at), copy.subarray(at + length));
    else if (kind === 3) copy = joined(copy.subarray(0, at), piece, copy.subarray(at));
    else copy = joined(copy.subarray(0, at), piece.toReversed(), copy.subarray(at + length));
  }
  return copy;
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
