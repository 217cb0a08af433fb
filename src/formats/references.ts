/**
 * References as banks hand them on: many fields hold a word that says there is none.
 */
const none = /^(?:NOT ?PROVIDED|NON ?REF|NO ?REF|NO REFERENCE|N\/A|UNKNOWN)\.?$/iu;

/** The references that are references, each once, in their order. */
export function stated(references: readonly (string | undefined)[]): string[] {
  const trimmed = references.map((reference) => (reference ?? '').trim());
  return [...new Set(trimmed.filter((reference) => reference !== '' && !none.test(reference)))];
}

/**
 * The identities that stand once among so many lines. Banks repeat what ought to be unique;
 * a repeated identity would make a second payment look like the first one's copy.
 */
export function unrepeated(ids: readonly (string | undefined)[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const id of ids) if (id !== undefined) seen.set(id, (seen.get(id) ?? 0) + 1);
  return new Set([...seen].filter(([, count]) => count === 1).map(([id]) => id));
}
