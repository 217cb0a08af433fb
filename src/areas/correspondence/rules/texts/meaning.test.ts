import { expect, test } from 'vitest';
import { answerTo, meaningOf, withOptOut } from './meaning.ts';

test.each([
  [' STOP ', 'stop'],
  ['Alto', 'stop'],
  ['por favor no me escriban más', 'stop'],
  ['HELP', 'help'],
  ['ayuda!', 'help'],
  ['Start', 'start'],
  ['Sí', 'start'],
  ['What is the end date of my plan?', 'other'],
  ['I paid on Tuesday', 'other'],
])('"%s" means %s', (body, meaning) => {
  expect(meaningOf(body)).toBe(meaning);
});

test('the one confirmation of a stop says nothing of a debt, in either language', () => {
  const facts = { company: 'Alder Paper', phone: '512-555-0142' };
  for (const language of ['en', 'es'] as const) {
    const text = answerTo('stop', language, facts) ?? '';
    expect(text).toContain('Alder Paper');
    expect(text).not.toMatch(/\{|owe|debt|invoice|debe|factura|pago/iu);
  }
  expect(answerTo('other', 'en', facts)).toBeUndefined();
});

test('a text says how to be left alone, once', () => {
  expect(withOptOut('INV-1 is due.', 'en')).toBe('INV-1 is due. Reply STOP to end.');
  expect(withOptOut('INV-1 vence hoy. ALTO para no recibir más.', 'es')).not.toContain('Responda');
});
