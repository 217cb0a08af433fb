import { describe, expect, test } from 'vitest';
import { formatMoney } from '#kernel/money.ts';
import { sampleTable, tableOf } from '#test/support/tables.ts';
import { lockboxFigures, looksLikeLockbox, readLockboxTable } from './read.ts';

const head =
  'Lockbox,Deposit Date,Batch,Item,Check Number,Check Amount,' +
  'Remitter,Invoice Number,Invoice Amount';

test('a check that pays four invoices is one receipt with four lines', () => {
  const read = readLockboxTable(sampleTable('lockbox-table/lockbox.csv'));
  if (!read.ok) throw new Error(read.refusal);
  const [statement] = read.value.statements;
  expect([statement?.account, statement?.kind]).toEqual(['0068751', 'notices']);
  expect(lockboxFigures(read.value.statements)).toEqual({ checks: 7, total: '83207.19' });
  const [first] = statement?.transactions ?? [];
  expect(first).toMatchObject({
    record: 2,
    externalId: '0068751/2026-11-20/001/001',
    bookedOn: '2026-11-20',
    channel: 'lockbox',
    checkNumber: '63856860',
    payerAccount: '111000018 0759233275',
  });
  const lines = first?.remittance?.lines ?? [];
  expect(lines.map(({ reference, paid }) => [reference, paid && formatMoney(paid)])).toEqual([
    ['INV998485', '8201.66'],
    ['INV588269', '4747.80'],
    ['INV632510', '8975.80'],
    ['INV715917', '2001.26'],
  ]);
});

test('a check without an invoice is a receipt without a remittance', () => {
  const read = readLockboxTable(tableOf(head, '1,2025-11-20,1,5,77,5.00,ACME,,'));
  if (!read.ok) throw new Error(read.refusal);
  const [check] = read.value.statements[0]?.transactions ?? [];
  expect(check?.record).toBe(2);
  expect(check?.remittance).toBeUndefined();
});

test('a credit that a check takes is negative and a credit memo', () => {
  const read = readLockboxTable(
    tableOf(
      head,
      '1,2025-11-20,1,5,77,5.00,ACME,INV1,7.00',
      '1,2025-11-20,1,5,77,5.00,ACME,CM1,-2.00',
    ),
  );
  if (!read.ok) throw new Error(read.refusal);
  const lines = read.value.statements[0]?.transactions[0]?.remittance?.lines ?? [];
  expect(lines.map(({ kind }) => kind)).toEqual(['invoice', 'credit_memo']);
});

describe('a list that contradicts itself is refused by its row', () => {
  test.each([
    [
      'two amounts for one check',
      ['1,2025-11-20,1,5,77,5.00,ACME,I1,3.00', '1,2025-11-20,1,5,77,6.00,ACME,I2,3.00'],
      3,
    ],
    ['no amount of the check', ['1,2025-11-20,1,5,77,,ACME,I1,3.00'], 2],
    ['no day', ['1,,1,5,77,5.00,ACME,I1,3.00'], 2],
    ['an invoice amount that is none', ['1,2025-11-20,1,5,77,5.00,ACME,I1,3x0'], 2],
  ])('%s', (_, rows, record) => {
    expect(readLockboxTable(tableOf(head, ...rows))).toMatchObject({
      ok: false,
      refusal: 'read.bad_record',
      facts: { record },
    });
  });
});

test('only a list with a box, a check and its amount is a lockbox list', () => {
  expect(looksLikeLockbox(tableOf(head, '1,2025-11-20,1,5,77,5.00,ACME,I1,3.00'))).toBe(true);
  expect(looksLikeLockbox(sampleTable('bank-table/schwab-downwards.csv'))).toBe(false);
});

test('two days may number their batches and checks alike: the day belongs to the identity', () => {
  const ids = ['2025-11-20', '2025-11-21'].map((on) => {
    const read = readLockboxTable(tableOf(head, `1,${on},0001,0005,77,5.00,ACME,INV1,5.00`));
    return read.ok ? read.value.statements[0]?.transactions[0]?.externalId : undefined;
  });
  expect(ids).toEqual(['1/2025-11-20/0001/0005', '1/2025-11-21/0001/0005']);
});
