import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mutated } from '#test/support/mutated.ts';
import { nachaReturn } from '#test/support/nacha-return.ts';
import { formatMoney } from '#kernel/money.ts';
import { readBankFile } from '../bank-readers.ts';
import { holds } from '../neutral.ts';
import { type ReadFile } from '../reader.ts';
import { correctionsOf } from './addenda.ts';

const samples = ['receipts', 'returns', 'adv', 'iat-credit', 'dishonored-return', 'contested'];

function sample(name: string): Buffer {
  return readFileSync(`samples/ach/${name}.ach`);
}

function opened(bytes: Uint8Array): ReadFile {
  const read = readBankFile(bytes, 'a.ach');
  if (!read.ok) throw new Error(JSON.stringify(read));
  expect(read.value.format).toBe('ach');
  return read.value;
}

function notices(name: string) {
  return opened(sample(name))
    .neutral()
    .statements.flatMap(({ transactions }) => transactions);
}

describe('a file is counted, and its controls are recomputed', () => {
  test.each([
    ['receipts', { batches: 3, entries: 9, addenda: 23, creditTotal: 12_808_107n }],
    ['returns', { sec: { PPD: 1, CCD: 1, COR: 1 }, debitTotal: 326_560n, entryHash: 25_200_024n }],
    [
      'adv',
      { sec: { ADV: 1 }, debitTotal: 250_000n, creditTotal: 50_000n, entryHash: 46_276_020n },
    ],
    ['iat-credit', { entries: 1, addenda: 9, creditTotal: 100_000n }],
    ['dishonored-return', { returns: { R68: 2 }, debitTotal: 48_000n }],
    ['contested', { returns: { R72: 1 }, creditTotal: 1560n }],
  ])('%s', (name, figures) => {
    const read = opened(sample(name));
    expect(read.summary()).toMatchObject({ ...figures, fileControlMatch: true });
    expect(read.neutral().controls.filter((control) => !holds(control))).toEqual([]);
  });
});

test('codes of what came back are counted, and absent where nothing did', () => {
  expect(opened(sample('returns')).summary()).toMatchObject({
    returns: { R01: 2, R02: 1, R03: 1, R10: 1, R16: 1, R29: 1 },
    nocs: { C01: 1, C02: 1, C03: 1, C05: 1, C06: 1 },
  });
  expect(opened(sample('receipts')).summary()).not.toHaveProperty('returns');
});

test('a remittance that was cut at 80 characters is whole again', () => {
  const [first, second, third] = notices('receipts');
  expect(first).toMatchObject({ payerName: 'ACME TOOL AND DI', amount: { minor: 7_240_022n } });
  expect(first?.remittance).toMatchObject({ paymentReference: '3792033592' });
  expect(
    first?.remittance?.lines.map(({ reference, paid }) => [reference, paid && formatMoney(paid)]),
  ).toEqual([
    ['INV-588269', '18205.93'],
    ['INV-293630', '9525.61'],
    ['INV-931496', '16909.01'],
    ['INV-195074', '3875.25'],
    ['INV-143914', '11347.22'],
    ['INV-785687', '12537.20'],
  ]);
  expect(second?.remittance?.lines.length).toBe(4);
  expect(third?.remittance?.lines).toMatchObject([{ reference: 'INV-403080' }]);
});

test('what came back is money out of the company that had sent it, by its own trace', () => {
  const read = opened(sample('returns')).neutral();
  expect(read.statements.map(({ account }) => account)).toEqual(['1912345678']);
  expect(read.statements[0]?.transactions[0]).toMatchObject({
    amount: { minor: -53_091n },
    returned: { reason: 'R01', originalId: '561678765257463' },
    payerName: 'CUSTOMER 0',
    payerAccount: '021000021 861174663',
    status: 'booked',
  });
});

test('a return that our bank dishonors is money in again, one that is contested goes back', () => {
  const told = { original: '091000010000077', cents: 75_000, payer: 'ACME', on: '260605' };
  const first = { ...told, trace: '021000020000001' };
  const refused = { ...told, trace: '091000010000099', returnTrace: first.trace };
  const insists = { ...refused, trace: '021000020000111', dishonoredTrace: refused.trace };
  const amounts = [
    nachaReturn({ ...first, code: 'R01' }),
    nachaReturn({ ...refused, code: 'R61' }),
    nachaReturn({ ...insists, code: 'R73' }),
  ].map((text) => {
    const [entry] = opened(Buffer.from(text)).neutral().statements[0]?.transactions ?? [];
    return [entry?.amount.minor, entry?.references];
  });
  expect(amounts).toEqual([
    [-75_000n, ['021000020000001', 'C0', '091000010000077']],
    [75_000n, ['091000010000099', 'C0', '021000020000001', '091000010000077']],
    [-75_000n, ['021000020000111', 'C0', '091000010000099', '021000020000001', '091000010000077']],
  ]);
});

test('a notice of change moves no money, and neither do an advice and a prenote', () => {
  expect(notices('returns').filter(({ status }) => status === 'information').length).toBe(5);
  expect(notices('adv').map(({ status }) => status)).toEqual(['information', 'information']);
  const prenote = sample('receipts')
    .toString()
    .replace('6220210000217654321 ', '6230210000217654321 ');
  const [first] = opened(Buffer.from(prenote)).neutral().statements;
  expect(first?.transactions[0]?.status).toBe('information');
});

describe('a notice of change says what to mend', () => {
  const change = { originalTrace: '', originalBank: '' };
  test.each([
    ['C01', '0098765432', { account: '0098765432' }],
    ['C03', '121000358   0098765432', { routing: '121000358', account: '0098765432' }],
    ['C05', '37', { transactionCode: '37' }],
    ['C06', '0098765432          37', { account: '0098765432', transactionCode: '37' }],
    [
      'C07',
      '1210003580098765432       37',
      { routing: '121000358', account: '0098765432', transactionCode: '37' },
    ],
    ['C04', 'ACME TOOL LLC', { name: 'ACME TOOL LLC' }],
    ['C13', '', {}],
  ])('%s %s', (code, data, expected) => {
    expect(correctionsOf({ ...change, code, corrected: data.padEnd(29) })).toEqual(expected);
  });
});

test('the sender of an international payment stands in its addenda', () => {
  expect(notices('iat-credit')[0]).toMatchObject({
    payerName: 'BEK Solutions',
    amount: { minor: 100_000n },
  });
});

describe('records are found however the lines come', () => {
  const lines = sample('returns').toString().trim().split(/\r?\n/u);
  test.each([
    ['without line ends', lines.map((line) => line.padEnd(94)).join('')],
    ['with blanks behind them', lines.map((line) => `${line}     `).join('\r\n')],
    ['without the blanks at their end', lines.map((line) => line.trimEnd()).join('\n')],
    ['without fillers', lines.filter((line) => !/^9+$/u.test(line)).join('\n')],
  ])('%s', (_, text) => {
    expect(opened(Buffer.from(text)).summary()).toEqual(opened(sample('returns')).summary());
  });
});

test('a header that slipped into a batch, and a control behind the last, lose nothing', () => {
  const lines = sample('receipts').toString().split('\n');
  const [head = '', ...rest] = lines;
  const end = rest.findIndex((line) => line.startsWith('9000'));
  const slipped = [...rest.slice(0, 3), head, ...rest.slice(3)];
  const swapped = [
    head,
    ...rest.slice(0, end - 1),
    rest[end],
    rest[end - 1],
    ...rest.slice(end + 1),
  ];
  const whole = opened(sample('receipts')).summary();
  expect(opened(Buffer.from(slipped.join('\n'))).summary()).toEqual(whole);
  expect(opened(Buffer.from(swapped.join('\n'))).summary()).toEqual(whole);
});

test('two files in one are both proved', () => {
  const two = Buffer.concat([sample('receipts'), sample('returns')]);
  const read = opened(two);
  expect(read.summary()).toMatchObject({ batches: 6, fileControlMatch: true });
  expect(read.neutral().controls.filter((control) => !holds(control))).toEqual([]);
});

describe('a control that disagrees, or is missing, is named', () => {
  const text = sample('receipts').toString();
  test.each([
    ['an amount', text.replace('0007240022', '0007240023'), ['batch_credits', 'file_credits']],
    ['a bank', text.replace('622021000021', '622021000031'), ['batch_hash', 'file_hash']],
    [
      'the last control',
      text.slice(0, text.indexOf('\n9000') + 1),
      ['file_batches', 'file_count', 'file_hash', 'file_debits', 'file_credits'],
    ],
  ])('%s', (_, changed, what) => {
    const read = opened(Buffer.from(changed));
    expect(read.summary()).toMatchObject({ fileControlMatch: false });
    const broken = read.neutral().controls.filter((control) => !holds(control));
    expect(broken.map((control) => control.what)).toEqual(what);
  });
});

describe('what cannot be understood is refused with its record', () => {
  test.each([
    ['letters in an amount', sample('letters-in-an-amount'), 15],
    ['an addenda of nothing', Buffer.from(`${sample('adv').toString().split('\n')[0]}\n705X`), 2],
    ['an unknown record', sample('returns').toString().replace('\n626', '\nX26'), 3],
  ])('%s', (_, bytes, record) => {
    const read = readBankFile(Buffer.from(bytes), 'a.ach');
    expect(read).toMatchObject({ ok: false, refusal: 'read.bad_record', facts: { record } });
  });
});

test('bytes that broke are read or refused by name, never half', () => {
  const reads = [...samples, 'nonascii'].flatMap((name) =>
    [...mutated(sample(name), 100, 5)].map((bytes) => readBankFile(bytes, name)),
  );
  for (const read of reads) if (read.ok) read.value.neutral();
  const refusals = new Set(reads.flatMap((read) => (read.ok ? [] : [read.refusal])));
  expect(refusals).toContain('read.bad_record');
});
