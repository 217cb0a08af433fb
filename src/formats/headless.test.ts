import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bankReaderFor, readBankFile } from './bank-readers.ts';

function rest(sample: string, from: string): Buffer {
  const whole = readFileSync(`samples/${sample}`);
  return whole.subarray(whole.indexOf(from));
}

test.each([
  ['X12', 'x12/820-retail-adjustments.edi', 'RMR'],
  ['EDIFACT', 'edifact/remadv.edi', 'DOC'],
  ['OFX', 'ofx/sgml-102.ofx', '<STMTTRN>'],
])(
  'the rest of a file of %s is refused and not read as lines of an advice',
  (name, sample, from) => {
    const bytes = rest(sample, from);
    const read = readBankFile(bytes, 'a.txt');
    expect(read).toMatchObject({ ok: false, refusal: 'read.bad_record', facts: { record: 1 } });
    expect(read.ok ? '' : String(read.facts['reason'])).toContain(`the beginning of ${name}`);
  },
);

test('a mail that ends with what was pasted is a mail, and words are words', () => {
  const mail = `From: ap@payer.example\nSubject: Remittance\n\nRMR*IV*7**5.00~SE*2*0001~`;
  expect(bankReaderFor(Buffer.from(mail), 'a.eml')).toBeUndefined();
  expect(bankReaderFor(Buffer.from('We paid invoice 7, SE 12'), 'a.txt')).toBeUndefined();
});
