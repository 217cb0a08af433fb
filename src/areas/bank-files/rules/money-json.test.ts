import { expect, test } from 'vitest';
import type { Remittance } from '#formats/neutral.ts';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { remittanceFromJson, remittanceToJson } from './money-json.ts';

test('a remittance is read back as it was written', () => {
  const usd = (minor: bigint) => money(minor, currency('USD'));
  const yen = money(700n, currency('JPY'));
  const remittance: Remittance = {
    record: 1,
    payerName: 'NORTHWIND',
    paidOn: day('2026-06-02'),
    total: usd(-12_345n),
    lines: [
      {
        record: 2,
        kind: 'invoice',
        reference: 'I-1',
        paid: usd(100n),
        gross: yen,
        discount: usd(2n),
        deductions: [{ amount: usd(5n), reason: 'freight' }],
        issuedOn: day('2026-05-01'),
        note: 'late',
      },
      { record: 3, kind: 'other', reference: '', deductions: [] },
    ],
  };
  const text = JSON.stringify(remittanceToJson(remittance));
  expect(remittanceFromJson(JSON.parse(text))).toEqual(remittance);
});
