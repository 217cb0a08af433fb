import { expect, test } from 'vitest';
import { mutated } from '#test/support/mutated.ts';
import { unpackRtf } from './compressed-rtf.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(/\s/gu, ''), 'hex'));
const unpacked = (text: string) => Buffer.from(unpackRtf(hex(text))).toString();

/** The two examples of [MS-OXRTFCP] 3.1.1 and 3.1.2. */
const hello = `2d0000002b0000004c5a4675f1c5c7a7 03000a007263706731323542320af320
  68656c090020627705b06c647d0a800fa0`;
const crossing = '1a0000001c0000004c5a4675e2d44b51 410004205758595a0d6e7d010eb0';

test('the examples of the specification are unpacked', () => {
  expect(unpacked(hello)).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  expect(unpacked(crossing)).toBe('{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}');
});

test('what is not packed is given as it is, and what is none gives nothing', () => {
  const body = Buffer.from('{\\rtf1 hi}').toString('hex');
  expect(unpacked(`160000000a0000004d454c4100000000${body}`)).toBe('{\\rtf1 hi}');
  expect(unpacked('0102')).toBe('');
  expect(unpacked(`1600000009000000ffffffff00000000${body}`)).toBe('');
});

test('any bytes wrong give something small and never a throw', () => {
  const sizes = [...mutated(hex(hello), 3000, 3)].map((bytes) => unpackRtf(bytes).length);
  expect(Math.max(...sizes)).toBeLessThan(4_100_000);
});
