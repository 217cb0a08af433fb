import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { anId, debit, written } from '#test/support/ledger-items.ts';
import { type AdjustmentKind, adjust, cancelAdjustment, isAdjustment } from './adjusting.ts';
import { after } from './applying.ts';
import { stateOf } from './posting.ts';

const head = { accountId: anId(), effectiveOn: day('2026-07-10') };

describe('a credit granted on an item', () => {
  test.each<[AdjustmentKind, bigint, bigint, string[]]>([
    ['discount', 47_20n, 7_20n, ['discounts/ar 4000 4400', 'sales-tax/ar 720 792']],
    ['tolerance', 4_00n, 0n, ['small-differences/ar 400 440']],
    ['write_off', 472_00n, 0n, ['allowance/ar 47200 51920']],
  ])('%s of %s cents', (kind, amount, tax, lines) => {
    const item = debit({ cents: 472_00n, base: 519_20n, currency: 'EUR' });
    const outcome = adjust(item, { kind, amount, tax }, head, anId);
    if (!outcome.ok) throw new Error(outcome.refusal);
    const { posting, application } = outcome.value;
    expect(posting.lines.map(written)).toEqual(lines);
    expect(posting.items).toMatchObject([{ side: 'credit', kind: 'adjustment' }]);
    expect(application.debitBase).toBe(application.creditBase);
  });

  test('is refused beyond what is open', () => {
    const grant = { kind: 'write_off', amount: 100_01n, tax: 0n } as const;
    expect(adjust(debit({ cents: 100_00n }), grant, head, anId)).toMatchObject({
      refusal: 'ledger.more_than_open',
    });
    expect(adjust(debit({ cents: 100_00n, open: 0n }), grant, head, anId).ok).toBe(false);
  });

  test('taken back leaves both items as if it had never been', () => {
    const invoice = debit({ cents: 472_00n });
    const grant = { kind: 'discount', amount: 47_20n, tax: 7_20n } as const;
    const granted = adjust(invoice, grant, head, anId);
    if (!granted.ok) throw new Error(granted.refusal);
    const { posting, item, application } = granted.value;
    const used = after(stateOf(item, head.effectiveOn), application);
    const standing = { entryId: posting.entryId, item: used, application, lines: posting.lines };
    const back = cancelAdjustment(standing, head, anId);

    expect(back.reverses).toBe(posting.entryId);
    expect(back.lines.map(written)).toEqual(['ar/discounts 4000 4000', 'ar/sales-tax 720 720']);
    const [undone, countered] = back.applications;
    if (!undone || !countered) throw new Error('two applications were expected');
    expect(after(after(invoice, application), undone)).toEqual(invoice);
    expect(after(after(used, undone), countered)).toMatchObject({ open: 0n, openBase: 0n });
  });
});

test('only discounts, small differences and write-offs are adjustments', () => {
  expect(['discount', 'tolerance', 'write_off'].every(isAdjustment)).toBe(true);
  expect(['payment', 'credit', 'toString'].some(isAdjustment)).toBe(false);
});
