import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { mutated } from '#test/support/mutated.ts';
import { bankReaderFor } from '../bank-readers.ts';
import { holds } from '../neutral.ts';
import {
  type Collection,
  type CollectionOrder,
  type Payment,
  type PaymentOrder,
  type TransferOrder,
} from './order.ts';
import { pain, readOrder } from './read.ts';
import { sepaLetters } from './sepa.ts';
import { writeOrder } from './write.ts';

const us = { name: 'Northgate BV', iban: 'NL91ABNA0417164300', bic: 'ABNANL2A' };
const ann = { name: 'Ann Payer', iban: 'DE89370400440532013000' };

const payment: Payment = { endToEndId: 'REFUND-1', amount: money(1234n, 'EUR'), other: ann };
const collection: Collection = { ...payment, mandateId: 'M-1', signedOn: day('2026-01-05') };

function transfers(...payments: readonly Payment[]): TransferOrder {
  return {
    kind: 'transfers',
    version: 'pain.001.001.09',
    messageId: 'MSG-1',
    writtenAt: '2026-11-20T08:30:00',
    initiator: 'Northgate BV',
    batches: [{ id: 'B-1', on: day('2026-11-23'), own: us, payments }],
  };
}

function collections(...payments: readonly Collection[]): CollectionOrder {
  const batch = { id: 'B-1', on: day('2026-11-23'), own: us, payments };
  const creditorId = 'DE98ZZZ09999999999';
  return {
    ...transfers(),
    kind: 'collections',
    version: 'pain.008.001.08',
    batches: [{ ...batch, creditorId, scheme: 'CORE', sequence: 'RCUR' }],
  };
}

function written(order: PaymentOrder): string {
  const text = writeOrder(order);
  if (!text.ok) throw new Error(JSON.stringify(text));
  return text.value;
}

async function schemaErrors(order: PaymentOrder): Promise<readonly string[]> {
  const schema = readFileSync(`samples/pain/${order.version}.xsd`, 'utf8');
  const result = await validateXML({
    xml: { fileName: 'order.xml', contents: written(order) },
    schema: { fileName: 'schema.xsd', contents: schema },
  });
  return result.errors.map(({ message }) => message);
}

const full: Payment = {
  endToEndId: 'REFUND-2',
  instructionId: 'I-2',
  amount: money(99_999_999_999n, 'EUR'),
  other: {
    ...ann,
    bic: 'COBADEFFXXX',
    address: {
      street: 'Main Street',
      building: '12',
      postCode: '1000',
      town: 'Berlin',
      country: 'DE',
    },
  },
  purpose: { kind: 'reference', reference: 'RF18539007547034' },
};
const worded: Payment = { ...payment, purpose: { kind: 'text', text: 'Refund of INV-7' } };

test.each(['pain.001.001.03', 'pain.001.001.09'] as const)(
  'transfers validate against the schema of %s and are read back equal',
  async (version) => {
    const order = { ...transfers(worded, full), version };
    expect(await schemaErrors(order)).toEqual([]);
    expect(readOrder(Buffer.from(written(order)))).toEqual({ ok: true, value: order });
  },
);

test.each(['pain.008.001.02', 'pain.008.001.08'] as const)(
  'collections validate against the schema of %s and are read back equal',
  async (version) => {
    const more = { mandateId: 'M-2', signedOn: day('2026-02-06') };
    const order = { ...collections(collection, { ...full, ...more }), version };
    expect(await schemaErrors(order)).toEqual([]);
    expect(readOrder(Buffer.from(written(order)))).toEqual({ ok: true, value: order });
  },
);

const letters = fc.constantFrom(..."abcXYZ019-?:().,'+".split(''));
const id = fc.string({ unit: letters, minLength: 1, maxLength: 35 });
const words = (most: number) =>
  fc
    .string({ unit: fc.oneof(letters, fc.constant(' ')), minLength: 1, maxLength: most })
    .map((text) => text.trim().replaceAll(/ +/gu, ' '))
    .filter((text) => text !== '');
const anyPayment: fc.Arbitrary<Payment> = fc.record(
  {
    endToEndId: id,
    instructionId: id,
    amount: fc.bigInt(1n, 99_999_999_999n).map((minor) => money(minor, 'EUR')),
    other: words(70).map((name) => ({ ...ann, name })),
    purpose: words(140).map((text) => ({ kind: 'text' as const, text })),
  },
  { requiredKeys: ['endToEndId', 'amount', 'other'] },
);

test('whatever is written is read back equal, and its controls hold', () => {
  const orders = fc.uniqueArray(anyPayment, {
    minLength: 1,
    maxLength: 8,
    selector: ({ endToEndId }) => endToEndId,
  });
  fc.assert(
    fc.property(orders, (payments) => {
      const order = transfers(...payments);
      const bytes = Buffer.from(written(order));
      expect(readOrder(bytes)).toEqual({ ok: true, value: order });
      const read = pain.read(bytes);
      expect(read.ok && read.value.neutral().controls.every(holds)).toBe(true);
    }),
    { seed: 5, numRuns: 200 },
  );
});

test('the summary tells counts and sums beside what the file states', () => {
  const bytes = Buffer.from(written(collections(collection)));
  expect(bankReaderFor(bytes, 'order.xml')?.format).toBe('pain');
  const read = pain.read(bytes);
  expect(read.ok && read.value.summary()).toEqual({
    ns: 'pain.008.001.08',
    msgId: 'MSG-1',
    nbOfTxs: '1',
    ctrlSum: '12.34',
    payments: [
      {
        id: 'B-1',
        method: 'DD',
        tx: 1,
        sum: '12.34',
        stated: '12.34',
        seq: 'RCUR',
        date: '2026-11-23',
      },
    ],
    countMatches: true,
    sumMatches: true,
  });
});

test('a sum that was changed on the way breaks an amount control', () => {
  const text = written(transfers(payment)).replace('<CtrlSum>12.34', '<CtrlSum>12.35');
  const read = pain.read(Buffer.from(text));
  const broken = read.ok ? read.value.neutral().controls.filter((one) => !holds(one)) : [];
  expect(broken).toEqual([
    { kind: 'amount', what: 'payment_sum', record: 1, stated: '12.35', found: '12.34' },
  ]);
});

const other = (change: Partial<Payment['other']>): TransferOrder =>
  transfers({ ...payment, other: { ...ann, ...change } });

test.each<[string, PaymentOrder, string, object]>([
  [
    'a name of 71 characters',
    other({ name: 'A'.repeat(71) }),
    'pain.too_long',
    { field: 'PmtInf[1]/payment[1]/other/Nm', rule: 'ISO 20022 Max70Text' },
  ],
  [
    'a letter outside the set',
    other({ name: 'Peña' }),
    'pain.character',
    { rule: 'EPC217-08 Latin set', value: 'ñ' },
  ],
  ['a sign of XML', other({ name: 'A & B' }), 'pain.character', { value: '&' }],
  [
    'an identification with two slashes',
    transfers({ ...payment, endToEndId: 'A//B' }),
    'pain.slash',
    { field: 'PmtInf[1]/payment[1]/EndToEndId' },
  ],
  [
    'an account with a wrong digit',
    other({ iban: 'DE89370400440532013001' }),
    'pain.check_digits',
    { rule: 'ISO 13616 IBAN' },
  ],
  ['a bank code that is none', other({ bic: 'abc' }), 'pain.shape', { rule: 'ISO 9362 BIC' }],
  [
    'a creditor reference with wrong digits',
    transfers({ ...payment, purpose: { kind: 'reference', reference: 'RF19539007547034' } }),
    'pain.check_digits',
    { rule: 'ISO 11649 creditor reference' },
  ],
  [
    'another currency than the euro',
    transfers({ ...payment, amount: money(100n, 'USD') }),
    'pain.shape',
    { value: 'USD' },
  ],
  ['nothing to pay', transfers({ ...payment, amount: money(0n, 'EUR') }), 'pain.shape', {}],
  ['no payment at all', transfers(), 'pain.empty', { field: 'PmtInf[1]/payments' }],
  ['one id twice', transfers(payment, payment), 'pain.repeated_id', { value: 'REFUND-1' }],
  [
    'a mandate signed after the day of collection',
    collections({ ...collection, signedOn: day('2026-11-24') }),
    'pain.mandate_signed_later',
    { value: '2026-11-24' },
  ],
])('%s is refused, its field and the rule named', (_said, order, refusal, facts) => {
  const refused = writeOrder(order);
  expect(refused).toMatchObject({ ok: false, refusal, facts });
});

test('a name can be spelled in the letters of the scheme before it is written', () => {
  expect(sepaLetters('Peña & Søn – Straße')).toBe('Pena + Son - Strasse');
  expect(writeOrder(other({ name: sepaLetters('Peña & Søn') })).ok).toBe(true);
  expect(writeOrder(other({ name: sepaLetters('東京') })).ok).toBe(false);
});

test('mutated bytes are read or refused, never thrown on', () => {
  const orders = [transfers(worded, full), collections(collection)];
  for (const order of orders) {
    for (const bytes of mutated(Buffer.from(written(order)), 300, 19)) {
      const read = pain.read(bytes);
      const answer = read.ok ? read.value.neutral().format : read.refusal;
      expect(['pain', 'read.bad_record']).toContain(answer);
      readOrder(bytes);
    }
  }
});
