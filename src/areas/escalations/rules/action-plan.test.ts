import { expect, test } from 'vitest';
import { nextStep, responseCodes, stepsFor } from './action-plan.ts';

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

test('the next step is the first that is due of those still to do', () => {
  const step = (no: number, dueOn: string, state = 'to_do') => ({ no, dueOn, state });
  expect(
    nextStep([step(1, '2026-11-01', 'done'), step(2, '2026-11-09'), step(3, '2026-11-05')]),
  ).toEqual(step(3, '2026-11-05'));
  expect(nextStep([step(2, '2026-11-05'), step(1, '2026-11-05')])?.no).toBe(1);
  expect(nextStep([step(1, '2026-11-01', 'dropped')])).toBeUndefined();
});
