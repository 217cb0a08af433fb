import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type KnownLine, type Wording, isBetter, settleLines } from './settle-lines.ts';

function said(status: Wording['status'], minor: number, on = '2026-06-02', digest = ''): Wording {
  return {
    status,
    minor: BigInt(minor),
    bookedOn: day(on),
    richness: 0,
    digest: digest || `${status}${minor}${on}`,
  };
}

function known(wording: Wording, used = false): KnownLine {
  return { ...wording, used };
}

const kinds = (listed: readonly Wording[], stored: readonly KnownLine[]): string[] =>
  settleLines(listed, stored).map(({ kind }) => kind);

const booked = said('booked', 2050, '2026-06-03');
const pending = said('pending', 2000);

describe('lines of one identity', () => {
  test.each<[string, Wording[], KnownLine[], string[]]>([
    ['nothing known: new', [booked], [], ['new']],
    ['known: seen', [booked], [known(booked)], ['seen']],
    ['one more than known: new', [booked, booked], [known(booked)], ['seen', 'new']],
    ['pending is booked: changed', [booked], [known(pending)], ['changed']],
    ['booked is not pending again', [pending], [known(booked)], ['seen']],
    ['two bookings of two amounts: two', [said('booked', 3000)], [known(booked)], ['new']],
    ['used and another amount: disputed', [booked], [known(pending, true)], ['disputed']],
    [
      'used, other words: seen',
      [said('booked', 1, '2026-06-02', 'z')],
      [known(said('booked', 1, '2026-06-02', 'a'), true)],
      ['seen'],
    ],
    [
      'used and only booked now: changed',
      [said('booked', 1)],
      [known(said('pending', 1), true)],
      ['changed'],
    ],
    [
      'the equal amount first',
      [said('booked', 10), said('pending', 20)],
      [known(said('pending', 20)), known(said('pending', 10))],
      ['changed', 'seen'],
    ],
  ])('%s', (_, listed, stored, answer) => {
    expect(kinds(listed, stored)).toEqual(answer);
  });
});

test('of two wordings exactly one is the better, unless they are one', () => {
  const wordings = [
    booked,
    pending,
    said('pending', 2100),
    said('pending', 2000, '2026-06-04'),
    said('booked', 2050, '2026-06-01'),
    { ...booked, richness: 5, digest: 'rich' },
    said('information', 1),
  ];
  for (const one of wordings) {
    for (const other of wordings) {
      expect(isBetter(one, other)).toBe(one !== other && !isBetter(other, one));
    }
  }
});
