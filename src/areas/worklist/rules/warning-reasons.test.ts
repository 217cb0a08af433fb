import { expect, test } from 'vitest';
import { earlyWarning } from './warning-reasons.ts';

test('the latest early warning is the reason, and says how many more there are', () => {
  const slower = { kind: 'slower', facts: { before: 3, now: 20 } } as const;
  const silent = { kind: 'silent', facts: { days: 40, usual: 9, since: '2026-10-11' } } as const;
  expect(earlyWarning({ warnings: [slower, silent] })).toEqual([
    {
      kind: 'early_warning',
      phrase: 'reason.warning_slower',
      facts: { before: 3, now: 20, others: 1 },
    },
  ]);
  expect(earlyWarning({ warnings: [] })).toEqual([]);
});
