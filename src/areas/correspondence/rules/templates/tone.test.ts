import { describe, expect, test } from 'vitest';
import { toneOf } from './tone.ts';

describe('never said', () => {
  test.each([
    ['en', 'Pay or you will be arrested.', 'threat', 'arrested'],
    ['en', 'We will garnish your wages', 'threat', 'garnish'],
    ['en', 'or we will tell your employer', 'third_party', 'tell your employer'],
    ['en', 'This is your last chance', 'urgency', 'last chance'],
    ['en', 'PAY THIS INVOICE NOW', 'shouting', 'PAY THIS INVOICE NOW'],
    ['en', 'Pay now!!', 'shouting', '!!'],
    ['en', 'a court order will follow', 'court', 'court order'],
    ['en', 'Do not be a deadbeat.', 'insult', 'deadbeat'],
    ['es', 'Lo demandaremos mañana', 'threat', 'Lo demandaremos'],
    ['es', 'podríamos embargar sus bienes', 'threat', 'embargar'],
    ['es', 'avisaremos a su empleador', 'third_party', 'avisaremos a su empleador'],
    ['es', 'Es su última oportunidad', 'urgency', 'última oportunidad'],
    ['es', 'PAGUE ESTA FACTURA HOY', 'shouting', 'PAGUE ESTA FACTURA HOY'],
    ['es', 'pay or you go to jail', 'threat', 'jail'],
  ] as const)('%s: %s', (language, text, kind, words) => {
    expect(toneOf(text, language).filter(({ refuses }) => refuses)).toContainEqual({
      kind,
      words,
      refuses: true,
    });
  });
});

test.each([
  ['en', 'Invoice INV-1004 of $500.00 was due on July 1, 2026. Please let us know.'],
  ['en', 'A warranty claim, the immediate parent company and an arrestor are nothing bad.'],
  ['es', 'La factura INV-1004 venció el 1 de julio de 2026. ¡Gracias por su pago!'],
] as const)('%s may be said: %s', (language, text) => {
  expect(toneOf(text, language)).toEqual([]);
});

test('names may stand in capitals, and strong words are only shown', () => {
  const text = 'ACME STEEL WORKS: this may mean legal action.';
  expect(toneOf(text, 'en', ['ACME STEEL WORKS'])).toEqual([
    { kind: 'threat', words: 'legal action', refuses: false },
  ]);
});
