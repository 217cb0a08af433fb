import { describe, expect, test } from 'vitest';
import { receipt } from '#test/support/matching.ts';
import { mentionsOf } from './mentions.ts';
import { indexNumbers, numbered } from './numbers.ts';

const runs = (text: string) =>
  mentionsOf(receipt('1', { text }), null).map(({ readings }) => readings.map(({ run }) => run));

describe('what a text may name', () => {
  test.each([
    ['/RFB/INV-0220730', [['0220730']]],
    ['INV-0l98623', [['0', '98623', '0198623']]],
    ['022 0902', [['022', '0220902'], ['0902']]],
    ['PMT0214503THX', [['0214503']]],
    ['INV-0203078INV-0204244', [['0203078'], ['0204244']]],
    ['STMT 2026-10', []],
    ['PAYMENT REF 10045 DATED 2026-10-04', [['10045']]],
    ['RETURN NSF CK 48214', []],
    ['ACCT 005349', []],
    ['0254693 CHGS/USD25.00/', [['0254693']]],
    ['INV-0246044 LESS FREIGHT CLAIM 37.27', [['0246044']]],
  ])('%s', (text, expected) => {
    expect(runs(text)).toEqual(expected);
  });
});

test('amounts on a stub stand beside the number before them', () => {
  const text = 'INV-0223699 1670.51 INV-0237253 384.11';
  const mentions = mentionsOf(receipt('1', { text }), null);
  expect(mentions.map(({ paidMinor }) => paidMinor)).toEqual([167_051n, 38_411n]);
});

test('segments of a CTX payment give what is paid and what was open', () => {
  const text = ['INV-0215409*PO*1.00*223.13*222.13', '223704*PO*470.00*470.00*0.00']
    .map((row) => `RMR*IV*${row}\\`)
    .join('');
  const mentions = mentionsOf(receipt('1', { text }), null);
  expect(mentions).toMatchObject([
    { word: 'INV0215409', paidMinor: 100n, grossMinor: 22_313n },
    { word: '223704', paidMinor: 47_000n, grossMinor: 47_000n },
  ]);
});

test('the last digits of a list are told from numbers of their own', () => {
  const text = 'INV-0123456/457/461';
  const mentions = mentionsOf(receipt('1', { text }), null);
  expect(mentions.map(({ suffix }) => suffix)).toEqual([false, true, true]);
});

test('the digits of a prefix are no part of the number behind it', () => {
  const item = { id: '1', accountId: 'A', number: '26/SI/004512' };
  const { prefixes } = indexNumbers([numbered(item, null)]);
  const text = '26/SI/00451226/SI/004513 26SI004514 26 SI 004515';
  const mentions = mentionsOf(receipt('1', { text }), prefixes);
  expect(mentions.map(({ readings }) => readings[0]?.run)).toEqual([
    '004512',
    '004513',
    '004514',
    '004515',
  ]);
});
