import { expect, test } from 'vitest';
import { isPackId, packIds, packOf, packs } from './packs.ts';

test('every pack says what it asks in both languages and where that is written', () => {
  expect(packs.map(({ id }) => id)).toEqual([...packIds]);
  for (const { name, asks, citation } of packs) {
    expect([name.en, name.es, asks.en, asks.es, citation].every((text) => text !== '')).toBe(true);
  }
  expect(packOf('medicare').parameters).toMatchObject({ days: 60, inquiryDays: 180 });
  expect(isPackId('unclaimed_tx')).toBe(false);
});
