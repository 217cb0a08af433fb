/**
 * An instant: a moment in UTC, written in ISO 8601 with a `Z`, to the microsecond.
 *
 * Instants say when the program knew something (`recorded_at`, `knownAt`); business dates
 * are days. They compare as text only in the fixed width that `instant` produces.
 */
declare const instantBrand: unique symbol;
export type Instant = string & { readonly [instantBrand]: true };

const pattern =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,6}))?(Z|\+00(?::?00)?)$/u;

/** Reads a UTC instant; throws a RangeError when the text is not one. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) {
    throw new RangeError(`not an instant: "${text}" (write 2026-11-21T14:05:00Z)`);
  }
  return parsed;
}

export function parseInstant(text: string): Instant | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [, date, time] = match;
  if (date === undefined || time === undefined) return undefined;
  const seconds = time.length === 5 ? `${time}:00` : time;
  // Rebuilt to one fixed width, which is what the brand promises.
  return `${date}T${seconds}.${(match[3] ?? '').padEnd(6, '0')}Z` as Instant;
}
