import { expect, test } from 'vitest';
import { followsReport, letterInKey, reportOf } from './report.ts';

test.each([
  ['letter.mailed', 'mailed', 'nothing'],
  ['letter.in_transit', 'in_transit', 'nothing'],
  ['letter.re-routed', 're_routed', 'nothing'],
  ['letter.delivered', 'delivered', 'arrived'],
  ['letter.certified.delivered', 'delivered', 'arrived'],
  ['letter.returned_to_sender', 'returned_to_sender', 'came_back'],
  ['letter.certified.returned_to_sender', 'returned_to_sender', 'came_back'],
  ['letter.failed', 'failed', 'never_mailed'],
  ['letter.deleted', 'deleted', 'never_mailed'],
] as const)('%s is %s, and %s follows', (type, report, follows) => {
  const read = reportOf(type);
  expect(read).toBe(report);
  expect(read && followsReport(read)).toBe(follows);
});

test.each(['letter.rendered_pdf', 'postcard.delivered', 'delivered', 'letter.', ''])(
  '%s is no report of the post',
  (type) => {
    expect(reportOf(type)).toBeUndefined();
  },
);

test('a key names its letter', () => {
  const letter = '01890000-0000-7000-8000-000000000001';
  expect(letterInKey(`${letter}-2`)).toBe(letter);
  expect(letterInKey('letter-1-0')).toBeUndefined();
});
