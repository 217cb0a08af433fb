import { describe, expect, test } from 'vitest';
import { day } from './day.ts';
import { instant } from './instant.ts';
import { deskMoment, instantOf, localTimeOf, plusMinutes, plusSeconds } from './local-time.ts';

describe('a wall clock and the moment it means', () => {
  test.each`
    on              | minutes    | zone                  | at
    ${'2026-11-23'} | ${9 * 60}  | ${'America/New_York'} | ${'2026-11-23T14:00:00Z'}
    ${'2026-07-06'} | ${9 * 60}  | ${'America/New_York'} | ${'2026-07-06T13:00:00Z'}
    ${'2026-11-23'} | ${0}       | ${'Asia/Tokyo'}       | ${'2026-11-22T15:00:00Z'}
    ${'2026-03-30'} | ${480}     | ${'Europe/Madrid'}    | ${'2026-03-30T06:00:00Z'}
    ${'2026-11-23'} | ${23 * 60} | ${'Asia/Kolkata'}     | ${'2026-11-23T17:30:00Z'}
  `('$on at $minutes minutes in $zone is $at', ({ on, minutes, zone, at }) => {
    const local = { on: day(on), minutes };
    expect(instantOf(local, zone)).toBe(instant(at));
    expect(localTimeOf(instant(at), zone)).toEqual(local);
  });

  // What the clocks skip is as much later; what they show twice is the first of the two.
  test.each`
    on              | time       | zone                     | at                        | shown
    ${'2026-03-08'} | ${'01:59'} | ${'America/New_York'}    | ${'2026-03-08T06:59:00Z'} | ${'01:59'}
    ${'2026-03-08'} | ${'02:00'} | ${'America/New_York'}    | ${'2026-03-08T07:00:00Z'} | ${'03:00'}
    ${'2026-03-08'} | ${'02:30'} | ${'America/New_York'}    | ${'2026-03-08T07:30:00Z'} | ${'03:30'}
    ${'2026-03-08'} | ${'03:00'} | ${'America/New_York'}    | ${'2026-03-08T07:00:00Z'} | ${'03:00'}
    ${'2026-03-08'} | ${'08:00'} | ${'America/New_York'}    | ${'2026-03-08T12:00:00Z'} | ${'08:00'}
    ${'2026-03-08'} | ${'02:30'} | ${'America/Phoenix'}     | ${'2026-03-08T09:30:00Z'} | ${'02:30'}
    ${'2026-03-08'} | ${'02:30'} | ${'America/Puerto_Rico'} | ${'2026-03-08T06:30:00Z'} | ${'02:30'}
    ${'2026-11-01'} | ${'00:59'} | ${'America/New_York'}    | ${'2026-11-01T04:59:00Z'} | ${'00:59'}
    ${'2026-11-01'} | ${'01:30'} | ${'America/New_York'}    | ${'2026-11-01T05:30:00Z'} | ${'01:30'}
    ${'2026-11-01'} | ${'02:00'} | ${'America/New_York'}    | ${'2026-11-01T07:00:00Z'} | ${'02:00'}
    ${'2026-11-01'} | ${'21:00'} | ${'America/New_York'}    | ${'2026-11-02T02:00:00Z'} | ${'21:00'}
    ${'2026-11-01'} | ${'01:30'} | ${'America/Puerto_Rico'} | ${'2026-11-01T05:30:00Z'} | ${'01:30'}
    ${'2026-03-29'} | ${'02:30'} | ${'Europe/Madrid'}       | ${'2026-03-29T01:30:00Z'} | ${'03:30'}
    ${'2026-10-25'} | ${'02:30'} | ${'Europe/Madrid'}       | ${'2026-10-25T00:30:00Z'} | ${'02:30'}
    ${'2026-10-25'} | ${'03:00'} | ${'Europe/Madrid'}       | ${'2026-10-25T02:00:00Z'} | ${'03:00'}
    ${'2026-09-06'} | ${'00:00'} | ${'America/Santiago'}    | ${'2026-09-06T04:00:00Z'} | ${'01:00'}
  `('$on $time in $zone is $at', ({ on, time, zone, at, shown }) => {
    const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
    expect(instantOf({ on: day(on), minutes: minutesOf(time) }, zone)).toBe(instant(at));
    expect(localTimeOf(instant(at), zone)).toEqual({ on: day(on), minutes: minutesOf(shown) });
  });

  test.each([
    'America/New_York',
    'America/Phoenix',
    'America/Puerto_Rico',
    'Europe/Madrid',
    'America/Santiago',
    'America/Havana',
    'Africa/Cairo',
    'Australia/Lord_Howe',
  ])('every quarter of an hour of a year in %s is found again by what it shows', (zone) => {
    let at = instant('2026-01-01T00:00:00Z');
    let twice = 0;
    const wrong: string[] = [];
    for (let quarter = 0; quarter < 365 * 96; quarter += 1) {
      const wall = localTimeOf(at, zone);
      const found = instantOf(wall, zone);
      const again = localTimeOf(found, zone);
      if (found < at) twice += 1;
      if (found > at || again.on !== wall.on || again.minutes !== wall.minutes) wrong.push(at);
      at = plusMinutes(at, 15);
    }
    expect(wrong).toEqual([]);
    // The second showing of an hour is found as the first, once a year at most.
    expect(twice).toBeLessThanOrEqual(4);
  });
});

test('minutes are added to a moment across midnight', () => {
  expect(plusMinutes(instant('2026-11-20T23:50:00.250Z'), 20)).toBe(
    instant('2026-11-21T00:10:00.250Z'),
  );
});

test('seconds are added to a moment too', () => {
  expect(plusSeconds(instant('2026-11-20T23:59:58.250Z'), 5)).toBe(
    instant('2026-11-21T00:00:03.250Z'),
  );
});

test('the desk’s moment is the clock’s, on the day that a demonstration plays', () => {
  const at = instant('2027-05-03T18:05:00Z');
  const zone = 'America/New_York';
  expect(deskMoment(at, day('2026-11-17'), zone)).toBe(instant('2026-11-17T19:05:00Z'));
  expect(deskMoment(at, day('2027-05-03'), zone)).toBe(at);
  expect(deskMoment(at, day('2027-05-03'), 'Pacific/Kiritimati')).toBe(at);
});
