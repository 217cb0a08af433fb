import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { newId } from '#platform/ids.ts';
import { type Bulk, type Credited, detailsOf, isBulk, listedCredits } from './bulk.ts';

const usd = (minor: bigint) => money(minor, 'USD');

describe('a credit of the bank', () => {
  const line = {
    amount: usd(100n),
    channel: 'ach',
    code: 'bai:142',
    checkNumber: '',
    payerName: '',
    said: '',
    remittance: [],
    listedAs: 'statement',
  };
  test.each([
    ['an ACH settlement', { code: 'bai:166' }, true],
    ['of twelve items', { said: 'ACH CREDIT 12 ITEMS' }, true],
    ['of one item', { said: 'ACH CREDIT 1 ITEMS' }, false],
    ['in bulk', { said: 'BULK ACH CREDIT TRN 55' }, true],
    ['in Spanish', { said: 'ABONO MASIVO 12' }, true],
    ['that names its payer', { code: 'bai:166', payerName: 'NORTH' }, false],
    ['with its remittance', { code: 'bai:166', remittance: [{ reference: 'I-1' }] }, false],
    ['of a lockbox', { channel: 'lockbox', code: 'bai:115' }, true],
    ['of a lockbox, one check', { channel: 'lockbox', checkNumber: '7' }, false],
    ['of another file’s list', { code: 'bai:166', listedAs: 'notices' }, false],
    ['that went out', { code: 'bai:166', amount: usd(-100n) }, false],
    ['by wire', { channel: 'wire', said: 'BATCH CREDIT' }, false],
  ])('%s', (_name, more, bulk) => {
    expect(isBulk({ ...line, ...more })).toBe(bulk);
  });
});

const bulkOf = (amount: bigint, more: Partial<Bulk> = {}): Bulk => ({
  receiptId: newId(),
  amount: usd(amount),
  receivedOn: day('2026-06-03'),
  payerName: '',
  marks: ['990017'],
  awaiting: true,
  ...more,
});
const file = id('0198c0de-0000-7000-8000-000000000001');
const detail = (total: bigint, more = {}) => ({
  remittanceId: newId(),
  fileId: file,
  payerName: 'North',
  paymentReference: '',
  paidOn: day('2026-06-03'),
  total,
  currency: 'USD',
  ...more,
});

describe('the details of a credit', () => {
  test('are those that bear its number and come to it', () => {
    const ours = [
      detail(60n, { paymentReference: '0990017' }),
      detail(40n, { paymentReference: '990017' }),
    ];
    const bulk = bulkOf(100n);
    expect(detailsOf(bulk, [bulk], [...ours, detail(100n)])).toEqual(ours);
  });

  test('are a whole file that comes to it', () => {
    const bulk = bulkOf(100n);
    const other = detail(70n, { fileId: newId() });
    const ours = [detail(60n), detail(40n)];
    expect(detailsOf(bulk, [bulk], [...ours, other])).toEqual(ours);
  });

  test('are not there as long as a cent is missing, or when they are too old', () => {
    const bulk = bulkOf(100n);
    expect(detailsOf(bulk, [bulk], [detail(60n), detail(39n)])).toBeUndefined();
    const old = { paidOn: day('2026-05-20') };
    expect(detailsOf(bulk, [bulk], [detail(60n, old), detail(40n, old)])).toBeUndefined();
  });

  test('are a question when two files or two credits fit', () => {
    const bulk = bulkOf(100n);
    const ours = [detail(60n), detail(40n)];
    const two = [
      ...ours,
      detail(50n, { fileId: bulk.receiptId }),
      detail(50n, { fileId: bulk.receiptId }),
    ];
    expect(detailsOf(bulk, [bulk], two)).toBeUndefined();
    expect(detailsOf(bulk, [bulk, bulkOf(100n)], ours)).toBeUndefined();
  });

  test('split what nobody awaited only by its own number', () => {
    const bulk = bulkOf(100n, { awaiting: false });
    expect(detailsOf(bulk, [bulk], [detail(60n), detail(40n)])).toBeUndefined();
    const own = { paymentReference: '990017' };
    expect(detailsOf(bulk, [bulk], [detail(60n, own), detail(40n, own)])).toHaveLength(2);
    expect(detailsOf(bulk, [bulk], [detail(100n, own)])).toBeUndefined();
  });
});

describe('a list that comes after its sum', () => {
  const bankAccountId = newId();
  const notice = (amount: bigint, more = {}) => ({
    lineId: newId(),
    bankAccountId,
    fileId: file,
    bookedOn: day('2026-06-04'),
    amount: usd(amount),
    channel: 'ach',
    listedAs: 'notices',
    refs: [],
    ...more,
  });
  const credit = (amount: bigint, more: Partial<Credited> = {}): Credited => ({
    receiptId: newId(),
    bankAccountId,
    bookedOn: day('2026-06-03'),
    amount: usd(amount),
    channel: 'ach',
    waits: true,
    bulk: true,
    refs: [],
    ...more,
  });

  test('is the credit that waits for it', () => {
    const list = [notice(60n), notice(40n)];
    const one = credit(100n);
    expect(listedCredits(list, [one, credit(99n)])).toEqual([
      { credit: one, lineIds: list.map(({ lineId }) => lineId) },
    ]);
  });

  test('is nobody’s when two credits fit, another account’s or too late', () => {
    const list = [notice(60n), notice(40n)];
    expect(listedCredits(list, [credit(100n), credit(100n)])).toEqual([]);
    expect(listedCredits(list, [credit(100n, { bankAccountId: newId() })])).toEqual([]);
    expect(listedCredits(list, [credit(100n, { bookedOn: day('2026-05-28') })])).toEqual([]);
  });

  test('is what was posted as one payment, if that looked like many or bears its number', () => {
    const list = [notice(60n, { refs: ['T-9'] }), notice(40n)];
    const posted = { waits: false, bulk: false };
    expect(listedCredits(list, [credit(100n, posted)])).toEqual([]);
    expect(listedCredits(list, [credit(100n, { ...posted, bulk: true })])).toHaveLength(1);
    expect(listedCredits(list, [credit(100n, { ...posted, refs: ['T-9'] })])).toHaveLength(1);
  });
});
