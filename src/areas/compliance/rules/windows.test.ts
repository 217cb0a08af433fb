/** Days that end at midnight where the person is, hours that are half open. */
import { expect, test } from 'vitest';
import { blockedBy, tried } from '#test/support/contacts.ts';

test('seven days are the calendar days of the zone listed first', () => {
  // In Honolulu the seven calls of the 10th to the 16th at 03:00 Eastern are of the day before.
  const calls = [10, 11, 12, 13, 14, 15, 16].map((day) => tried(`${day} 03:00`));
  const told = { at: '16 18:00', history: calls };
  expect(blockedBy(['US-FED-REGF'], told)).toEqual(['REGF.7IN7']);
  const honolulu = { ...told, zones: ['Pacific/Honolulu'] };
  expect(blockedBy(['US-FED-REGF'], honolulu)).toEqual([]);
});

test('what is tried later does not count for an earlier contact', () => {
  const history = [tried('20 11:00', 'call', 'conversation')];
  expect(blockedBy(['US-FED-REGF'], { at: '20 10:00', history })).toEqual([]);
});

test('eight is open, nine in the evening is not', () => {
  expect(blockedBy(['US-FED-REGF'], { at: '20 08:00' })).toEqual([]);
  expect(blockedBy(['US-FED-REGF'], { at: '20 21:00' })).toEqual(['REGF.TIME']);
});
