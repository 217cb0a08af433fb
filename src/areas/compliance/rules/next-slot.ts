/**
 * The first moment from which something is allowed again.
 *
 * Counts change at a midnight, hours open at a full hour of some wall clock; so only those
 * moments need to be asked, in every zone that may matter, for as many days as the longest
 * count of any pack looks back.
 */
import { plusDays } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import { instantOf, localTimeOf } from '#kernel/local-time.ts';

const longest = 35;
/** Whose wall clock some laws keep wherever the person is. */
const lawful = 'America/New_York';

/**
 * `opens`: the full hours at which some rule's hours begin. Null when no moment of the next
 * weeks will do.
 */
export function firstMomentThat(
  allowed: (at: Instant) => boolean,
  from: Instant,
  { zones, opens }: { readonly zones: readonly string[]; readonly opens: readonly number[] },
): Instant | null {
  const hours = [...new Set([0, ...opens])];
  const clocks = new Set([...(zones.length === 0 ? ['UTC'] : zones), lawful]);
  const first = localTimeOf(from, lawful).on;
  for (let ahead = -1; ahead <= longest; ahead += 1) {
    const on = plusDays(first, ahead);
    const moments = [...clocks]
      .flatMap((zone) => hours.map((hour) => instantOf({ on, minutes: hour * 60 }, zone)))
      .filter((moment) => moment > from)
      .toSorted();
    const found = moments.find(allowed);
    if (found !== undefined) return found;
  }
  return null;
}
