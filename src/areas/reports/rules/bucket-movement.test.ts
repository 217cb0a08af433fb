import { describe, expect, test } from 'vitest';
import { type BucketCell, bucketMovement, sumOfBuckets } from './bucket-movement.ts';

const quiet: BucketCell = {
  from: 0,
  to: 0,
  opening: 0n,
  closing: 0n,
  added: 0n,
  kept: 0n,
  addedOpen: 0n,
};

const zero = {
  opening: 0n,
  added: 0n,
  rolledIn: 0n,
  rolledOut: 0n,
  settled: 0n,
  reopened: 0n,
  closing: 0n,
};

describe('an item moves its buckets', () => {
  test('what stays open rolls on, what was paid leaves where it stood', () => {
    const half = { ...quiet, to: 1, opening: 100n, closing: 60n, kept: 60n };
    expect(bucketMovement([half], 2)).toEqual([
      { ...zero, opening: 100n, settled: -40n, rolledOut: -60n },
      { ...zero, rolledIn: 60n, closing: 60n },
      zero,
    ]);
  });

  test('what came between is added where it ended, and settled there as far as it was paid', () => {
    const fresh = { ...quiet, from: 1, to: 1, added: 100n, addedOpen: 30n, closing: 30n };
    expect(bucketMovement([fresh], 2)[1]).toEqual({
      ...zero,
      added: 100n,
      settled: -70n,
      closing: 30n,
    });
  });

  test('what opened again reopens where it now stands', () => {
    const back = { ...quiet, to: 1, opening: 20n, closing: 100n, kept: 20n };
    expect(bucketMovement([back], 2)).toEqual([
      { ...zero, opening: 20n, rolledOut: -20n },
      { ...zero, rolledIn: 20n, reopened: 80n, closing: 100n },
      zero,
    ]);
  });

  test('unapplied money is the last line and never rolls', () => {
    const money = { ...quiet, from: null, to: null, opening: -50n, kept: -20n, closing: -20n };
    expect(bucketMovement([money], 2)[2]).toEqual({
      ...zero,
      opening: -50n,
      settled: 30n,
      closing: -20n,
    });
  });
});

test('the sum of the buckets adds up, and nothing rolls over the whole', () => {
  const lines = bucketMovement(
    [
      { ...quiet, to: 1, opening: 100n, closing: 60n, kept: 60n },
      { ...quiet, from: 2, to: 2, added: 9n, addedOpen: 9n, closing: 9n },
    ],
    3,
  );
  const total = sumOfBuckets(lines);
  expect(total.rolledIn + total.rolledOut).toBe(0n);
  expect(total.opening + total.added + total.settled + total.reopened).toBe(total.closing);
});
