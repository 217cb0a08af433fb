/**
 * A sample of a run: a few papers, spread evenly over all of them.
 *
 * It is always the same one, so that two people who review a run talk of the same papers.
 */

/** Every n-th of the list, as many as wanted; the list itself when it has no more. */
export function sampleOf<T>(all: readonly T[], size: number): T[] {
  if (all.length <= size) return [...all];
  const step = all.length / size;
  return Array.from({ length: size }, (_, index) => all[Math.floor(index * step)]).filter(
    (each): each is T => each !== undefined,
  );
}
