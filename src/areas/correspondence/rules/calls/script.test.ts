import { expect, test } from 'vitest';
import { excessOf } from '#areas/compliance/rules/limited-content.ts';
import { moves, scriptOf } from './script.ts';

const facts = {
  person: 'Ana Ruiz',
  caller: 'Robin Smith',
  company: 'Alder Paper',
  phone: '512-555-0142',
  amount: '$68,000.00',
  by: 'Friday, November 27',
  document: 'INV-4471',
  others: 0,
};
const line = (language: 'en' | 'es', move: string) =>
  scriptOf('trade', language, facts).find((each) => each.move === move)?.text ?? '';

test.each(['en', 'es'] as const)(
  'the message left on a machine is limited content and says nothing of a debt in %s',
  (language) => {
    const text = line(language, 'voicemail');
    const message = { channel: 'voicemail', forConsumer: true, text };
    expect(excessOf({ ...message, businessNameIndicatesDebtCollection: false })).toBeUndefined();
  },
);

test('neither the opening nor the message names an amount, an invoice or a day', () => {
  for (const language of ['en', 'es'] as const) {
    for (const move of ['opening', 'voicemail']) {
      const text = line(language, move);
      expect(text).toContain('Robin Smith');
      for (const told of [facts.amount, facts.document, facts.by]) expect(text).not.toContain(told);
    }
  }
});

test.each([
  [0, 'INV-4471, which is past due: $68,000.00 is left', 'INV-4471, que ya venció'],
  [1, 'INV-4471 and one more invoice', 'INV-4471 y una factura más'],
  [4, 'INV-4471 and 4 more invoices that are past due', 'INV-4471 y 4 facturas más'],
])('the sum of %d more invoices is not called the sum of the oldest one', (others, en, es) => {
  const said = (language: 'en' | 'es') =>
    scriptOf('trade', language, { ...facts, others }).find(({ move }) => move === 'ask')?.text;
  expect(said('en')).toContain(en);
  expect(said('es')).toContain(es);
});

test('a person is told what the call is for; a business is not read that line', () => {
  expect(scriptOf('student', 'es', facts).map(({ move }) => move)).toEqual(moves);
  expect(line('en', 'disclosure')).toBe('');
});

test('no line is left with a gap, and both languages have each move', () => {
  for (const language of ['en', 'es'] as const) {
    for (const { text } of scriptOf('consumer', language, facts)) {
      expect(text).not.toMatch(/[{}]/u);
      expect(text.length).toBeGreaterThan(20);
    }
  }
});
