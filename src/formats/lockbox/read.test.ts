import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mutated } from '#test/support/mutated.ts';
import { formatMoney } from '#kernel/money.ts';
import { readBankFile } from '../bank-readers.ts';
import { type NeutralFile, holds } from '../neutral.ts';
import { type ReadFile } from '../reader.ts';

const invoices = readFileSync('samples/lockbox/invoices.txt', 'utf8');
const names = readFileSync('samples/lockbox/names.bai', 'utf8');

function opened(text: string): ReadFile {
  const read = readBankFile(Buffer.from(text), 'a.txt');
  if (!read.ok) throw new Error(JSON.stringify(read));
  expect(read.value.format).toBe('lockbox');
  return read.value;
}

function broken({ controls }: NeutralFile): string[] {
  return controls.filter((control) => !holds(control)).map(({ kind, what }) => `${kind} ${what}`);
}

test('a layout with invoices: checks, what they pay, and totals that agree', () => {
  const read = opened(invoices);
  expect(read.summary()).toEqual({
    layout: 'bai-80',
    batches: [
      { batch: '001', checks: 7, sum: 8_320_719n, overflow: 19, overflowSum: 7_722_881n },
      { batch: '002', checks: 6, sum: 4_990_785n, overflow: 13, overflowSum: 4_630_077n },
      { batch: '003', checks: 8, sum: 8_096_893n, overflow: 20, overflowSum: 8_097_242n },
    ],
    total: 21_408_397n,
    trailer: { count: 21, amount: 21_408_397n },
  });
  const neutral = read.neutral();
  expect(broken(neutral)).toEqual([]);
  const [statement] = neutral.statements;
  expect(statement).toMatchObject({ account: '0121000248 0068751', kind: 'notices' });
  expect(statement?.transactions[0]).toMatchObject({
    bookedOn: '2026-11-20',
    channel: 'lockbox',
    checkNumber: '63856860',
    payerAccount: '111000012 0759233275',
    references: ['INV998485', 'INV588269', 'INV632510', 'INV715917'],
  });
  const paid = statement?.transactions[0]?.remittance?.lines.map((line) => [
    line.reference,
    line.paid && formatMoney(line.paid),
    line.note,
  ]);
  expect(paid?.[0]).toEqual(['INV998485', '8201.66', 'C4050']);
});

test('a layout with names is told from the other by what adds up', () => {
  const read = opened(names);
  expect(read.summary()).toMatchObject({
    layout: 'bai-104',
    batches: [{ batch: '000', checks: 1, sum: 700_000n, overflow: 1, overflowSum: 0n }],
    trailer: { count: 1, amount: 700_000n },
  });
  expect(read.neutral().statements[0]?.transactions[0]).toMatchObject({
    payerName: 'BOB E SMITH',
    payerAccount: '055002707 0012345555',
    checkNumber: '180',
    references: ['CE554'],
    text: 'LOCKBOX 0022222 BATCH 000 ITEM 001\nMY BUSINESS COMPANY',
  });
});

describe('an amount that disagrees is named, and the layout is still known', () => {
  test.each([
    ['of a batch', '008320719', '009320719', ['amount batch_total']],
    ['of the lockbox', '0021408397', '0031408397', ['amount lockbox_total']],
    ['a count', '00070008320719', '00080008320719', ['count batch_checks']],
  ])('%s', (_, right, wrong, expected) => {
    const read = opened(invoices.replace(right, wrong));
    expect(read.summary()).toMatchObject({ layout: 'bai-80' });
    expect(broken(read.neutral())).toEqual(expected);
  });
});

test('a file that lost its end cannot prove its amounts', () => {
  const cut = invoices.slice(0, invoices.indexOf('\n8') + 1);
  expect(broken(opened(cut).neutral())).toEqual(['amount lockbox_total']);
});

test('a second lockbox without its total, or a file without its trailer, was torn', () => {
  const lines = invoices.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const body = lines.slice(0, -1);
  expect(broken(opened(body.join('\n')).neutral())).toEqual(['amount file_trailer']);
  const again = body.filter((line) => /^[56]/u.test(line)).slice(0, 2);
  const { controls } = opened([...body, ...again].join('\n')).neutral();
  expect(controls.at(-1)).toMatchObject({ what: 'lockbox_total', stated: 'missing' });
});

test('several batches may share one lockbox record', () => {
  const lines = invoices.split('\n');
  const first = lines.findIndex((line) => line.startsWith('5'));
  const shared = lines.filter((line, at) => at <= first || !line.startsWith('5')).join('\n');
  const { batches } = opened(shared).summary();
  expect(batches).toMatchObject([{ batch: '001' }, { batch: '002' }, { batch: '003' }]);
});

test('a file without line ends is cut into its records', () => {
  const joined = invoices
    .split(/\r?\n/u)
    .filter(Boolean)
    .map((line) => line.padEnd(80))
    .join('');
  expect(opened(joined).summary()).toEqual(opened(invoices).summary());
});

describe('what fits no layout is refused with its record', () => {
  test.each([
    ['letters in an amount', invoices.replace('0002392389', '00023X2389'), 4],
    ['an impossible day', invoices.replaceAll('50010000068751261120', '50010000068751261332'), 3],
  ])('%s', (_, text, record) => {
    const read = readBankFile(Buffer.from(text), 'a.txt');
    expect(read).toMatchObject({ ok: false, refusal: 'read.bad_record', facts: { record } });
  });
});

test('bytes that broke are read or refused by name, never half', () => {
  const reads = [invoices, names].flatMap((text) =>
    [...mutated(Buffer.from(text), 300, 6)].map((bytes) => readBankFile(bytes, 'a.txt')),
  );
  for (const read of reads) if (read.ok) read.value.neutral();
  const refusals = new Set(reads.flatMap((read) => (read.ok ? [] : [read.refusal])));
  expect(refusals).toContain('read.bad_record');
});
