import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mutated } from '#test/support/mutated.ts';
import { readBankFile } from '../bank-readers.ts';

const samples = ['one-line', 'remittance', 'fixed-widths', 'service-message'];

function sample(name: string): Buffer {
  return readFileSync(`samples/wire/${name}.txt`);
}

function opened(bytes: Uint8Array) {
  const read = readBankFile(bytes, 'a.txt');
  if (!read.ok) throw new Error(JSON.stringify(read));
  expect(read.value.format).toBe('wire');
  return read.value;
}

function notices(bytes: Uint8Array) {
  return opened(bytes)
    .neutral()
    .statements.flatMap(({ transactions }) => transactions);
}

test.each([
  ['one-line', '000000022200', 'CTR', '2022032400000000000001'],
  ['remittance', '000001234567', 'CTP', '20190509Source08000001'],
  ['fixed-widths', '000001234567', 'CTR', '20190410Source08000001'],
  ['service-message', '000001234567', 'SVC', '20190410Source08000001'],
])('%s is told by its amount, its function and its number', (name, amount, kind, imad) => {
  const summary = opened(sample(name)).summary();
  expect(summary).toEqual({ amount, businessFunction: kind, imad, messages: 1 });
});

test('parts ended by stars and parts of fixed width say the same', () => {
  const said = { payerName: 'Name', payerAccount: '1234', amount: { minor: 1_234_567n } };
  expect(notices(sample('fixed-widths'))[0]).toMatchObject(said);
  expect(notices(sample('remittance'))[0]).toMatchObject(said);
  expect(notices(sample('one-line'))[0]).toMatchObject({ payerName: 'John Doe', text: 'Test' });
});

test('a document in tags of its own is a remittance', () => {
  expect(notices(sample('remittance'))[0]).toMatchObject({
    references: [
      'Reference',
      'Sender Reference',
      'End To End Identification',
      '20190509Source08000001',
    ],
    remittance: {
      lines: [
        {
          kind: 'invoice',
          reference: '111111',
          paid: { minor: 123_456n },
          deductions: [{ amount: { minor: 123_456n }, reason: '01' }],
          issuedOn: '2019-05-09',
        },
      ],
    },
  });
});

test('an 820 in the addenda is read as one', () => {
  const text = sample('one-line').toString();
  const [line] = notices(Buffer.from(`${text}{8200}0034RMR*IV*4501**222.00\\`));
  expect(line?.remittance?.lines).toMatchObject([{ reference: '4501', paid: { minor: 22_200n } }]);
});

test('a message about messages moves no money', () => {
  expect(notices(sample('service-message'))[0]?.status).toBe('information');
  expect(notices(sample('one-line'))[0]?.status).toBe('booked');
});

test('a message marked as a test says so', () => {
  const problems = (name: string) => opened(sample(name)).neutral().problems;
  expect(problems('fixed-widths')).toMatchObject([{ record: 1, code: 'wire.test_message' }]);
  expect(problems('one-line')).toEqual([]);
});

test('several messages in one file are several wires', () => {
  const two = Buffer.concat([sample('one-line'), Buffer.from('\n'), sample('remittance')]);
  expect(opened(two).summary()).toMatchObject({ messages: 2 });
  expect(notices(two).map(({ record }) => record)).toEqual([1, 2]);
});

describe('a message without its amount or its day is refused', () => {
  test.each([
    ['no amount', '{2000}000000022200', ''],
    ['a letter in it', '{2000}000000022200', '{2000}0000000222O0'],
    ['no day', '{1520}20220324', '{1520}20221324'],
  ])('%s', (_, right, wrong) => {
    const text = sample('one-line').toString().replace(right, wrong);
    expect(readBankFile(Buffer.from(text), 'a.txt')).toMatchObject({
      ok: false,
      refusal: 'read.bad_record',
      facts: { record: 1 },
    });
  });
});

test('bytes that broke are read or refused by name, never half', () => {
  const reads = samples.flatMap((name) =>
    [...mutated(sample(name), 200, 7)].map((bytes) => readBankFile(bytes, name)),
  );
  for (const read of reads) if (read.ok) read.value.neutral();
  const refusals = new Set(reads.flatMap((read) => (read.ok ? [] : [read.refusal])));
  expect(refusals).toContain('read.bad_record');
});

test('a test message moves no money', () => {
  expect(notices(sample('fixed-widths'))[0]?.status).toBe('information');
});
