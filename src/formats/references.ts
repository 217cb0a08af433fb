/**
 * References as banks hand them on: many fields hold a word that says there is none.
 */
import { type Day } from '#kernel/day.ts';

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

/** A number with fewer digits than this, zeros before it aside, counts lines and no more. */
const strongDigits = 6;

/**
 * The identity of a line over all files of a bank: an id by itself, so that the same line in
 * another format or with its final amount is known again; a short number counts the lines of
 * one day or one download, and is an identity only together with its day.
 */
export function lastingId(externalId: string, on: Day): string {
  const counts = /^\d+$/u.test(externalId) && externalId.replace(/^0+/u, '').length < strongDigits;
  return counts ? `${on} ${externalId}` : externalId;
}
