import { expect, test } from 'vitest';
import { responseCodes, stepsFor } from './action-plan.ts';

test('every answer has steps, in the order of their days', () => {
  for (const response of responseCodes) {
    const days = stepsFor(response).map(({ inBusinessDays }) => inBusinessDays);
    expect(days.length).toBeGreaterThan(2);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
  }
});

test('who never got the invoice gets it at once; who refuses is handed up', () => {
  expect(stepsFor('no_invoice')[0]).toEqual({ code: 'resend_invoice', inBusinessDays: 0 });
  expect(stepsFor('refuses').map(({ code }) => code)).toEqual([
    'escalate',
    'hold_orders',
    'final_demand',
    'decide_next',
  ]);
});
