/**
 * A moment on a wall clock: a day and the minutes since its midnight, in a company's zone.
 *
 * "Monday at nine" is a wall clock's moment; when it comes is found by the zone's own rules,
 * so that a snooze set before the clocks change ends at nine after it.
 */
import { type Day, dayOf, daysBetween, day as dayFrom, plusDays } from './day.ts';
import { type Instant, instant } from './instant.ts';

export type LocalTime = { readonly on: Day; readonly minutes: number };

const epoch = dayFrom('1970-01-01');
const msOfMinute = 60_000;
const msOfDay = 24 * 60 * msOfMinute;

/**
 * The instant at which a wall clock in the zone shows this: the first of two in an hour that comes
 * twice; as much later as the clocks were put forward, in one that is skipped (RFC 5545, 3.3.5).
 */
export function instantOf({ on, minutes }: LocalTime, zone: string): Instant {
  const shown = daysBetween(epoch, on) * msOfDay + minutes * msOfMinute;
  const before = offsetAt(shown - msOfDay, zone);
  const after = offsetAt(shown + msOfDay, zone);
  const early = shown - before;
  const late = shown - after;
  const isLate = offsetAt(early, zone) !== before && offsetAt(late, zone) === after;
  return instantAt(isLate ? late : early);
}

/** What a wall clock in the zone shows at an instant, to the minute. */
export function localTimeOf(at: Instant, zone: string): LocalTime {
  const millis = millisOf(at);
  const shown = millis + offsetAt(millis, zone);
  const days = Math.floor(shown / msOfDay);
  return { on: plusDays(epoch, days), minutes: Math.floor((shown - days * msOfDay) / msOfMinute) };
}

/** The instant so many minutes later. */
export function plusMinutes(at: Instant, minutes: number): Instant {
  return instantAt(millisOf(at) + minutes * msOfMinute);
}

/** The instant so many seconds later. */
export function plusSeconds(at: Instant, seconds: number): Instant {
  return instantAt(millisOf(at) + seconds * 1000);
}

/**
 * The desk's moment: what its clock shows, on its business day. The two part only where a
 * demonstration plays on another day; a zone that is a day ahead is not one.
 */
export function deskMoment(at: Instant, today: Day, zone: string): Instant {
  const wall = localTimeOf(at, zone);
  if (Math.abs(daysBetween(wall.on, today)) <= 1) return at;
  return instantOf({ on: today, minutes: wall.minutes }, zone);
}

const msOfQuarter = 15 * msOfMinute;
const mostQuarters = 50_000;
const offsets = new Map<string, Map<number, number>>();

/**
 * Milliseconds by which the zone's clocks are ahead of UTC. Since 1970 clocks are changed on
 * quarters of an hour only, so that one look holds for a quarter.
 */
function offsetAt(millis: number, zone: string): number {
  if (millis < 0) return offsetNow(millis, zone);
  const quarter = Math.floor(millis / msOfQuarter);
  const known = offsets.get(zone) ?? new Map<number, number>();
  const offset = known.get(quarter) ?? offsetNow(quarter * msOfQuarter, zone);
  if (known.size >= mostQuarters) known.clear();
  known.set(quarter, offset);
  offsets.set(zone, known);
  return offset;
}

function offsetNow(millis: number, zone: string): number {
  const fields = new Map(
    formatOf(zone)
      .formatToParts(millis)
      .map((part) => [part.type, part.value]),
  );
  const field = (name: Intl.DateTimeFormatPartTypes): number => Number(fields.get(name));
  const on = dayOf(field('year'), field('month'), field('day'));
  if (on === undefined) throw new RangeError(`no day in the zone ${zone}`);
  const minutes = field('hour') * 60 + field('minute');
  const shown = daysBetween(epoch, on) * msOfDay + minutes * msOfMinute + field('second') * 1000;
  return shown - Math.floor(millis / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

function millisOf(at: Instant): number {
  const on = dayFrom(at.slice(0, 10));
  const [hours, minutes] = [Number(at.slice(11, 13)), Number(at.slice(14, 16))];
  const seconds = Number(at.slice(17, 19));
  const millis = Number(at.slice(20, 23));
  return (
    daysBetween(epoch, on) * msOfDay + (hours * 60 + minutes) * msOfMinute + seconds * 1000 + millis
  );
}

function instantAt(millis: number): Instant {
  const days = Math.floor(millis / msOfDay);
  const rest = millis - days * msOfDay;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const clock = [rest / 3_600_000, (rest / msOfMinute) % 60, (rest / 1000) % 60].map(two).join(':');
  return instant(`${plusDays(epoch, days)}T${clock}.${String(rest % 1000).padStart(3, '0')}Z`);
}
