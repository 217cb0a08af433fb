import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { day } from '#kernel/day.ts';
import { makeClock } from './clock.ts';

describe('the clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-21T02:30:00.125Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('says the day of the zone that asks', () => {
    const { today } = makeClock({ zone: 'America/New_York' });
    expect(today()).toBe('2026-11-20');
    expect(today('Asia/Tokyo')).toBe('2026-11-21');
  });

  test('keeps to the day it was told, but not to the moment', () => {
    const { today, now } = makeClock({ today: day('2020-05-31'), zone: 'UTC' });
    expect(today()).toBe('2020-05-31');
    expect(today('Asia/Tokyo')).toBe('2020-05-31');
    expect(now()).toBe('2026-11-21T02:30:00.125000Z');
  });

  test('refuses a zone that does not exist', () => {
    expect(() => makeClock({ zone: 'America/Springfield' })).toThrow(RangeError);
  });
});
