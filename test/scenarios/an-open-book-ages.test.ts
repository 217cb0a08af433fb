/** What an open book looks like: bucket edges, late knowledge, cash on account, instalments. */
import { describe, expect, test } from 'vitest';
import { applyCredit } from '#areas/ledger/actions/apply-credit.ts';
import { dueItems, equalInstalments, plainTerms } from '#areas/customers/rules/terms.ts';
import { day } from '#kernel/day.ts';
import { formatMoney, minus } from '#kernel/money.ts';
import { agingOf, nothing } from '#test/support/agings.ts';
import { answerOf, deskOn, deskOwed1000, usd } from '#test/support/builders.ts';

test('P-01: every edge of every bucket holds; a wrong one names itself', async () => {
  await using desk = await deskOn('2026-09-30');
  const account = await desk.account('EDGES');
  const dues: readonly (readonly [due: string, amount: string])[] = [
    ['2026-10-31', '1'],
    ['2026-10-01', '2'],
    ['2026-09-30', '4'],
    ['2026-09-29', '8'],
    ['2026-08-31', '16'],
    ['2026-08-30', '32'],
    ['2026-08-01', '64'],
    ['2026-07-31', '128'],
    ['2026-07-02', '256'],
    ['2026-07-01', '512'],
    ['2026-06-02', '1024'],
    ['2026-06-01', '2048'],
  ];
  for (const [due, amount] of dues) {
    await desk.invoice(account, { amount, issued: '2026-05-01', due });
  }
  expect(await agingOf(desk, { asOf: '2026-09-30' })).toEqual({
    buckets: ['7.00', '24.00', '96.00', '384.00', '1536.00', '2048.00'],
    unapplied: '0.00',
    balance: '4095.00',
  });
});

test('P-02: a payment recorded late changes what is known, not what was known', async () => {
  await using desk = await deskOwed1000();
  desk.on('2026-08-03');
  await desk.receipt(desk.accountId, {
    amount: '400',
    on: '2026-07-20',
    pays: [[desk.invoiceId, '400']],
  });
  const buckets = async (asOf: string, knownAt?: string) =>
    (await agingOf(desk, { asOf, ...(knownAt ? { knownAt } : {}) })).buckets.join(' ');

  expect(await buckets('2026-07-10')).toBe('0.00 1000.00 0.00 0.00 0.00 0.00');
  expect(await buckets('2026-07-31', '2026-08-01')).toBe('0.00 1000.00 0.00 0.00 0.00 0.00');
  expect(await buckets('2026-07-31', '2026-08-05')).toBe('0.00 600.00 0.00 0.00 0.00 0.00');
  expect(await buckets('2026-08-03')).toBe('0.00 0.00 600.00 0.00 0.00 0.00');

  const july = async (knownAt: string) =>
    (await agingOf(desk, { asOf: '2026-07-31', knownAt })).balance;
  const changed = minus(usd(await july('2026-08-05')), usd(await july('2026-08-01')));
  expect(formatMoney(changed)).toBe('-400.00');
});

test('P-03: cash on account and credit memos stand beside the buckets, never in them', async () => {
  await using desk = await deskOn('2026-07-31');
  const account = await desk.account('NORTH');
  await desk.invoice(account, { amount: '500', issued: '2026-04-15', due: '2026-05-15' });
  await desk.invoice(account, { amount: '700', issued: '2026-06-20', due: '2026-07-20' });
  await desk.receipt(account, { amount: '250', on: '2026-07-01' });
  await desk.document(account, 'credit_memo', { amount: '80', issued: '2026-07-05' });

  expect(await agingOf(desk, { asOf: '2026-07-31' })).toEqual({
    buckets: ['0.00', '700.00', '0.00', '500.00', '0.00', '0.00'],
    unapplied: '-330.00',
    balance: '870.00',
  });
  expect(await agingOf(desk, { asOf: '2026-07-03' })).toEqual({
    buckets: ['700.00', '0.00', '500.00', '0.00', '0.00', '0.00'],
    unapplied: '-250.00',
    balance: '950.00',
  });
});

describe('P-04: an invoice in three instalments', () => {
  async function deskWithInstalments() {
    const desk = await deskOn('2026-04-01');
    const accountId = await desk.account('NORTH');
    const terms = plainTerms(equalInstalments(3, 30));
    const dues = dueItems(day('2026-01-10'), usd('900'), terms);
    const told = { amount: '900', issued: '2026-01-10', dues };
    const items = await desk.document(accountId, 'invoice', told);
    return { ...desk, accountId, items };
  }

  test('ages each due day by itself and lets the payment close the first', async () => {
    await using desk = await deskWithInstalments();
    const [first, second] = desk.items;
    if (!first || !second) throw new Error('three instalments were expected');
    await desk.receipt(desk.accountId, {
      amount: '350',
      on: '2026-02-20',
      pays: [
        [first, '300'],
        [second, '50'],
      ],
    });
    expect((await agingOf(desk, { asOf: '2026-02-15' })).buckets.slice(0, 2)).toEqual([
      '600.00',
      '300.00',
    ]);
    expect((await agingOf(desk, { asOf: '2026-02-28' })).buckets.slice(0, 2)).toEqual([
      '550.00',
      '0.00',
    ]);
    expect(await agingOf(desk, { asOf: '2026-03-31' })).toEqual({
      ...nothing,
      buckets: ['300.00', '250.00', '0.00', '0.00', '0.00', '0.00'],
      balance: '550.00',
    });
  });

  test('takes no more than an instalment owes', async () => {
    await using desk = await deskWithInstalments();
    const third = desk.items[2];
    if (!third) throw new Error('three instalments were expected');
    const receipt = await desk.receipt(desk.accountId, { amount: '900', on: '2026-02-20' });
    const wish = {
      accountId: desk.accountId,
      creditItemId: receipt,
      debitItemId: third,
      amount: usd('300.01'),
      effectiveOn: day('2026-02-20'),
    };
    const outcome = await desk.act((context) => applyCredit(context, wish));
    expect(answerOf(outcome)).toBe('ledger.more_than_open 300.00 D-2026-01-10');
  });
});
