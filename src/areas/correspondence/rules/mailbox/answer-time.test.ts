import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { answerDueAt } from './answer-time.ts';

test.each([
  ['within the day', '2026-11-17T15:00:00Z', 240, '2026-11-17T19:00:00Z'],
  ['over the evening', '2026-11-17T21:00:00Z', 240, '2026-11-18T16:00:00Z'],
  ['over the weekend', '2026-11-20T23:00:00Z', 240, '2026-11-23T17:00:00Z'],
  ['over Thanksgiving', '2026-11-25T22:00:00Z', 60, '2026-11-27T14:00:00Z'],
  ['before the morning', '2026-11-17T09:00:00Z', 60, '2026-11-17T14:00:00Z'],
  ['over several days', '2026-11-17T13:00:00Z', 1080, '2026-11-18T22:00:00Z'],
])('%s the working clock stands still outside working time', (_, came, minutes, due) => {
  expect(answerDueAt(instant(came), minutes, 'America/New_York', federalBankCalendar)).toBe(
    instant(due),
  );
});
