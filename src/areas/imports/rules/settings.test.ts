import { describe, expect, test } from 'vitest';
import { parseSettings } from './settings.ts';

test('settings come back as they were written', () => {
  const settings = {
    kind: 'items',
    company: 'U001',
    currency: 'USD',
    dateOrder: 'dmy',
    decimalMark: ',',
    mapping: { dueOn: 'Vence', tax: '' },
    rounds: true,
    cents: false,
  };
  expect(parseSettings(settings)).toEqual({ ok: true, value: settings });
  expect(parseSettings({})).toEqual({ ok: true, value: {} });
});

describe('what is no setting is named', () => {
  test.each([
    [{ kind: 'invoices' }, 'kind'],
    [{ dateOrder: 'ydm' }, 'dateOrder'],
    [{ mapping: { dueOn: 5 } }, 'mapping'],
    [{ colour: 'red' }, 'colour'],
    [[], ''],
    ['items', ''],
    [null, ''],
  ])('%j', (json, part) => {
    expect(parseSettings(json)).toEqual({
      ok: false,
      refusal: 'import.settings_unreadable',
      facts: { part },
    });
  });
});
