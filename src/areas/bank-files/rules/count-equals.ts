/**
 * Counts equal things of one file against those that are known: of four that a file lists where
 * three are known, the fourth is new.
 */
export type Counted<T> = { readonly thing: T; readonly identity: string; occurrence: number };

/** The things that are new, each with its number among its equals. */
export function newAmong<T>(
  things: readonly { readonly thing: T; readonly identity: string }[],
  known: ReadonlyMap<string, number>,
): Counted<T>[] {
  const seen = new Map<string, number>();
  return things.flatMap(({ thing, identity }) => {
    const occurrence = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, occurrence);
    return occurrence > (known.get(identity) ?? 0) ? [{ thing, identity, occurrence }] : [];
  });
}
