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

  test('an hour that the clocks skip means the hour after', () => {
    const skipped = { on: day('2026-03-08'), minutes: 2 * 60 + 30 };
    const at = instantOf(skipped, 'America/New_York');
    expect(localTimeOf(at, 'America/New_York').minutes).toBeGreaterThanOrEqual(60);
    expect(at.slice(0, 10)).toBe('2026-03-08');
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
