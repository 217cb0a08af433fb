/**
 * Identities that stand more than once among the lines of a statement, found without holding
 * the identities themselves: a bank's day has half a million of them.
 *
 * Banks repeat what ought to be unique; a repeated identity would make a second payment look
 * like the first one's copy.
 */

/** 52 bits of a text (FNV-1a, twice): of a million references two hardly ever meet. */
export function fingerprint(text: string): number {
  let [low, high] = [0x811c9dc5, 0x050c5d1f];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x01000197);
  }
  return (high >>> 12) * 4_294_967_296 + (low >>> 0);
}

/** The fingerprints that stand among these more than once. */
export function repeatedAmong(marks: readonly number[]): ReadonlySet<number> {
  const sorted = Float64Array.from(marks).toSorted();
  const found = new Set<number>();
  for (const [at, mark] of sorted.entries()) if (mark === sorted[at - 1]) found.add(mark);
  return found;
}
