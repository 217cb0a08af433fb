import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { isRecordKind, keepUntil } from './retention.ts';

test.each`
  kind                              | since           | until
  ${'ecoa_business_adverse_action'} | ${'2026-11-20'} | ${'2027-11-20'}
  ${'ecoa_consumer_adverse_action'} | ${'2026-11-20'} | ${'2028-12-20'}
  ${'reg_f_collection_record'}      | ${'2026-11-20'} | ${'2029-11-20'}
  ${'reg_e_authorization'}          | ${'2026-11-20'} | ${'2028-11-20'}
  ${'dc_unclaimed_property'}        | ${'2026-11-20'} | ${'2036-11-20'}
  ${'hipaa_record'}                 | ${'2024-02-29'} | ${'2030-02-28'}
  ${'ledger'}                       | ${'2026-11-20'} | ${'2033-11-20'}
`('$kind of $since is kept until $until', ({ kind, since, until }) => {
  expect(keepUntil(kind, day(since)).keepUntil).toBe(until);
});

test('a kind that no duty names is none', () => {
  expect(isRecordKind('constructor')).toBe(false);
  expect(isRecordKind('ledger')).toBe(true);
});
