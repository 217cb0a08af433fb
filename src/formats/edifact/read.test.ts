import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutated } from '#test/support/mutated.ts';
import { bankReaderFor } from '../bank-readers.ts';
import { type NeutralFile, holds } from '../neutral.ts';
import { type Summary } from '../reader.ts';
import { edifact } from './read.ts';

const samples = readdirSync('samples/edifact');

function sample(name: string): Uint8Array {
  return readFileSync(`samples/edifact/${name}`);
}

function told(file: string | Uint8Array): { summary: Summary; neutral: NeutralFile } {
  const read = edifact.read(typeof file === 'string' ? Buffer.from(file) : file);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return { summary: read.value.summary(), neutral: read.value.neutral() };
}

/** A remittance of 100.00 in euros around its documents. */
function remittance(documents: string, total = '100.00'): string {
  const inside = `BGM+481+RM7'CUX+2:EUR:11'NAD+PR+99::9++ANN'${documents}UNS+S'MOA+12:${total}'`;
  const count = inside.split("'").length + 1;
  return `UNB+UNOC:3+A+B+261120:0615+1'UNH+1+REMADV:D:96A:UN'${inside}UNT+${count}+1'UNZ+1+1'`;
}

const euros = (minor: bigint) => ({ minor, currency: 'EUR' });

test.each(samples)('the sample %s is recognised', (name) => {
  expect(bankReaderFor(sample(name), name)?.format).toBe('edifact');
});

test('a remittance names its payer, its documents and what was taken off', () => {
  const { summary, neutral } = told(sample('remadv.edi'));
  expect(summary).toMatchObject({ messages: ['REMADV'], lines: 0, docs: 4 });
  expect(neutral.remittances[0]).toMatchObject({
    payerName: 'MEGA RETAIL ESPAÑA',
    payerId: '8798765432109',
    paymentReference: 'RM-1',
    paidOn: '2026-11-20',
    total: euros(123_568n),
  });
  expect(neutral.remittances[0]?.lines[0]).toEqual({
    record: 8,
    kind: 'invoice',
    reference: 'FT70940',
    paid: euros(64_527n),
    gross: euros(64_808n),
    deductions: [{ amount: euros(281n), reason: '1' }],
    issuedOn: '2026-10-01',
  });
  expect(neutral.controls.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
    'amount remittance_total',
    'count segment_count',
    'count message_count',
  ]);
  expect(neutral.controls.every(holds)).toBe(true);
});

test('a total of the payment is a total as the amount remitted is', () => {
  const file = remittance("DOC+380+INV-1'MOA+12:99.00'").replace("MOA+12:100.00'", "MOA+139:100'");
  const { neutral } = told(file);
  expect(neutral.remittances[0]?.total).toEqual(euros(10_000n));
  expect(neutral.controls.filter((control) => !holds(control))).toMatchObject([
    { kind: 'amount', what: 'remittance_total', stated: '100', found: '99' },
  ]);
});

test('documents that do not make the total break an amount control', () => {
  const { neutral } = told(remittance("DOC+380+A1'MOA+12:99.00'"));
  expect(neutral.controls.filter((control) => !holds(control))).toEqual([
    { kind: 'amount', what: 'remittance_total', record: 9, stated: '100', found: '99' },
  ]);
});

test.each(['20.00', '-20.00'])('a credit note of %s is taken off', (amount) => {
  const documents = `DOC+380+A1'MOA+12:120.00'DOC+381+C1'MOA+12:${amount}'`;
  const { neutral } = told(remittance(documents));
  expect(neutral.remittances[0]?.lines[1]).toMatchObject({
    kind: 'credit_memo',
    paid: euros(-2000n),
  });
  expect(neutral.controls.every(holds)).toBe(true);
});

test('a count that a trailer states wrongly is a control that warns', () => {
  const { neutral } = told(sample('infent-wrong-count.edi'));
  expect(neutral.controls.filter((control) => !holds(control))).toEqual([
    { kind: 'count', what: 'segment_count', record: 12, stated: '100', found: '10' },
  ]);
});

test('line breaks are no content: a wrapped file says the same', () => {
  const { summary, neutral } = told(sample('invoic-wrapped.edi'));
  expect(summary).toMatchObject({
    messages: ['INVOIC'],
    lines: 2,
    invoices: [{ number: '342459', issued: '2006-05-15', currency: 'USD', total: '2137.58' }],
  });
  expect(neutral.controls.every(holds)).toBe(true);
});

test('separators are those that the file declares', () => {
  const { summary } = told(sample('invoic-separators.edi'));
  expect(summary).toMatchObject({ messages: ['INVOIC'], lines: 2 });
  const own = remittance("DOC+380+A1'MOA+12:100.00'")
    .replaceAll("'", '~')
    .replaceAll('+', '|')
    .replaceAll(':', '!');
  expect(told(`UNA!|.# ~${own}`).neutral.remittances).toEqual(
    told(remittance("DOC+380+A1'MOA+12:100.00'")).neutral.remittances,
  );
});

test('what follows the release character is text', () => {
  const { neutral } = told(remittance("DOC+380+A?+1?'?:??'MOA+12:100.00'"));
  expect(neutral.remittances[0]?.lines[0]?.reference).toBe("A+1':?");
});

test('a decimal comma and a point are read alike', () => {
  const { neutral } = told(remittance("DOC+380+A1'MOA+12:60,5'DOC+380+A2'MOA+12:39.50'"));
  expect(neutral.remittances[0]?.lines.map(({ paid }) => paid?.minor)).toEqual([6050n, 3950n]);
});

test.each([
  ['a file cut inside a segment', "UNB+UNOC:3+A'UNH+1+REMADV:D:96A:UN'BGM+481", 3, 'the file ends'],
  ['an amount that is none', remittance("DOC+380+A1'MOA+12:ten'"), 7, 'an amount'],
  ['a segment without a tag', "UNB+UNOC:3+A'+1'", 2, 'a segment'],
])('%s refuses the file and names the segment', (_said, text, record, reason) => {
  const read = edifact.read(Buffer.from(text));
  expect(read).toMatchObject({ ok: false, refusal: 'read.bad_record', facts: { record } });
  expect(!read.ok && read.facts['reason']).toContain(reason);
});

test('mutated bytes are read or refused, never thrown on', () => {
  for (const name of samples) {
    for (const bytes of mutated(sample(name), 300, 17)) {
      const read = edifact.read(bytes);
      const answer = read.ok ? read.value.neutral().format : read.refusal;
      expect(['edifact', 'read.bad_record']).toContain(answer);
    }
  }
});

test('a message without its trailer has lost its end: an amount control fails', () => {
  const cut = remittance("DOC+380+A1'MOA+12:100.00'").replace(/UNS.*$/u, '');
  const broken = told(cut).neutral.controls.filter((control) => !holds(control));
  expect(broken.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
    'amount message_trailer',
    'amount interchange_trailer',
  ]);
});

test('an interchange without its trailer may have lost messages', () => {
  const cut = remittance("DOC+380+A1'MOA+12:100.00'").replace(/UNZ.*$/u, '');
  const broken = told(cut).neutral.controls.filter((control) => !holds(control));
  expect(broken.map(({ kind, what }) => `${kind} ${what}`)).toEqual(['amount interchange_trailer']);
});

test('several interchanges in a file count their own messages; a payor is a payer too', () => {
  const one = remittance("DOC+380+A1'MOA+12:100.00'").replace('NAD+PR', 'NAD+PL');
  const { neutral } = told(one + one);
  expect(neutral.controls.every(holds)).toBe(true);
  expect(neutral.remittances.map(({ payerName }) => payerName)).toEqual(['ANN', 'ANN']);
});
