import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { anId, credit, debit, written } from '#test/support/ledger-items.ts';
import { moveItem, transferCredit } from './transferring.ts';

const parties = { from: anId(), to: anId(), effectiveOn: day('2026-07-10') };

describe('a credit goes to another account', () => {
  test('in part, at its booked base, and clears through transfers', () => {
    const receipt = credit({ cents: 1000n, base: 1200n, currency: 'EUR', number: '77' });
    const outcome = transferCredit(receipt, { ...parties, amount: money(250n, 'EUR') }, anId);
    if (!outcome.ok) throw new Error(outcome.refusal);
    const { given, received, itemId } = outcome.value;
    expect(given.lines.map(written)).toEqual(['ar/transfers 250 300']);
    expect(received.lines.map(written)).toEqual(['transfers/ar 250 300']);
    expect(given).toMatchObject({ accountId: parties.from, applications: [{ kind: 'transfer' }] });
    expect(received).toMatchObject({
      accountId: parties.to,
      applications: [],
      items: [{ itemId, side: 'credit', kind: 'transfer', number: 'TRF-77' }],
    });
  });

  test('and keeps the day on which the money came', () => {
    const receipt = credit({ cents: 1000n, on: '2026-07-01' });
    const outcome = transferCredit(receipt, { ...parties, amount: money(1n, 'USD') }, anId);
    expect(outcome.ok && outcome.value.received.items[0]?.issuedOn).toBe('2026-07-01');
  });

  test('but no more than is available', () => {
    const receipt = credit({ cents: 1000n, reserved: 900n });
    const outcome = transferCredit(receipt, { ...parties, amount: money(101n, 'USD') }, anId);
    expect(outcome).toMatchObject({ refusal: 'ledger.more_than_available' });
    const spent = credit({ cents: 1000n, open: 0n });
    const none = transferCredit(spent, { ...parties, amount: money(1n, 'USD') }, anId);
    expect(none).toMatchObject({ refusal: 'ledger.more_than_available' });
  });
});

test('a whole item moves as it is, so that it gets no younger', () => {
  const invoice = debit({ cents: 1000n, open: 600n, base: 660n, due: '2026-06-30', number: 'I-9' });
  const movable = { ...invoice, reference: 'PO 7', instalment: 2, discounts: [] };
  const outcome = moveItem(movable, parties, anId);
  if (!outcome.ok) throw new Error(outcome.refusal);
  const { given, received } = outcome.value;
  expect(received.items).toMatchObject([
    {
      kind: 'invoice',
      side: 'debit',
      number: 'I-9',
      reference: 'PO 7',
      instalment: 2,
      dueOn: '2026-06-30',
      amount: { minor: 600n },
      base: 660n,
    },
  ]);
  expect(given.items).toMatchObject([{ kind: 'transfer', side: 'credit' }]);
  expect(given.applications).toMatchObject([{ debitItemId: invoice.itemId, amount: 600n }]);
});
