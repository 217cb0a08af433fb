import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { entryKinds, requiredEntryDescription } from './entry-description.ts';

test.each`
  kind                                   | on              | word
  ${'consumer_ecommerce_purchase_debit'} | ${'2026-11-20'} | ${'PURCHASE'}
  ${'consumer_ecommerce_purchase_debit'} | ${'2026-03-20'} | ${'PURCHASE'}
  ${'consumer_ecommerce_purchase_debit'} | ${'2026-03-19'} | ${null}
  ${'payroll_credit'}                    | ${'2026-03-20'} | ${'PAYROLL'}
  ${'payroll_credit'}                    | ${'2026-03-19'} | ${null}
  ${'reinitiated_debit'}                 | ${'2026-03-19'} | ${'RETRY PYMT'}
  ${'return_fee'}                        | ${'2026-03-19'} | ${'RETURN FEE'}
  ${'reversal'}                          | ${'2026-03-19'} | ${'REVERSAL'}
`('$kind on $on says $word', ({ kind, on, word }) => {
  expect(requiredEntryDescription(kind, day(on))).toBe(word);
});

test('every word fits the ten places of its field', () => {
  const today = day('2026-11-20');
  const lengths = entryKinds.map((kind) => requiredEntryDescription(kind, today)?.length ?? 0);
  expect(lengths.every((length) => length > 0 && length <= 10)).toBe(true);
});
