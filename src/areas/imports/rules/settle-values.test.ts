import { expect, test } from 'vitest';
import { tableOf } from '#test/support/imports.ts';
import { type ColumnChoice } from './columns.ts';
import { type Field } from './kinds.ts';
import { type Settings } from './settings.ts';
import { type SettledValues, type Surroundings, settleValues } from './settle-values.ts';

function settle(
  fields: readonly Field[],
  lines: readonly string[],
  settings: Settings = {},
  surroundings: Surroundings = {},
): SettledValues {
  const table = tableOf(...lines);
  const choices = table.columns.map((column, index): ColumnChoice => {
    return { column, index, field: fields[index], confidence: 100, reason: 'chosen' };
  });
  return settleValues(
    table,
    { kind: 'items', choices },
    { settings, preset: undefined, surroundings },
  );
}

test('dates vote together and amounts vote together', () => {
  const fields = ['issuedOn', 'dueOn', 'original', 'tax'] as const;
  const lines = ['a,b,c,d', '03/04/2026,17/04/2026,"1.234","2,50"'];
  const { plan, questions } = settle(fields, lines, { currency: 'EUR' });
  expect(questions).toEqual([]);
  expect(Object.fromEntries(plan.dateOrders)).toEqual({ issuedOn: 'dmy', dueOn: 'dmy' });
  expect(Object.fromEntries(plan.marks)).toEqual({ original: ',', tax: ',' });
});

test('float tails are dropped only from codes that all have one', () => {
  const fields = ['externalId', 'customerNumber'] as const;
  const { plan, notes } = settle(fields, ['a,b', '1930571429.0,7.0', '1930565277.0,8']);
  expect([...plan.floatTails]).toEqual(['externalId']);
  expect(notes[0]).toEqual({ code: 'import.float_tail_dropped', facts: { column: 'a' } });
});

test('cents are known by the name of the column or by the settings', () => {
  const fields = ['original', 'tax'] as const;
  const lines = ['total_cents,tax', '500,2'];
  const usd = { currency: 'USD' };
  expect([...settle(fields, lines, usd).plan.inCents]).toEqual(['original']);
  expect([...settle(fields, lines, { ...usd, cents: true }).plan.inCents]).toEqual(fields);
  expect([...settle(fields, lines, { ...usd, cents: false }).plan.inCents]).toEqual([]);
});

test('a currency column needs no other currency, but the company’s fills its gaps', () => {
  const { plan, questions } = settle(
    ['original', 'currency'],
    ['Amount,Cur', '5.00,EUR'],
    {},
    { companyCurrency: 'USD' },
  );
  expect(questions).toEqual([]);
  expect(plan.currency).toBe('USD');
});
