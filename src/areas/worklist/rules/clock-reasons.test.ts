import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { say } from '#platform/cli/say.ts';
import { words } from '../words.ts';
import { clockDue } from './clock-reasons.ts';

const today = day('2026-11-17');
const clock = { kind: 'title_iv_14d', dueOn: today, hard: true, ownerId: null } as const;

test.each`
  dueOn           | sentence
  ${'2026-11-20'} | ${'Title IV credit to the student: due Nov 20, 2026'}
  ${'2026-11-17'} | ${'Title IV credit to the student: due today, Nov 17, 2026'}
  ${'2026-11-10'} | ${'Title IV credit to the student: was due Nov 10, 2026'}
`('due $dueOn: $sentence', ({ dueOn, sentence }) => {
  const [reason] = clockDue({ clocks: [{ ...clock, dueOn: day(dueOn) }] }, today);
  expect(reason && say(words, reason.phrase, reason.facts, 'en')).toBe(sentence);
});

test('further deadlines are counted, and without any there is nothing to say', () => {
  const [reason] = clockDue({ clocks: [clock, clock, clock] }, today);
  expect(reason && say(words, reason.phrase, reason.facts, 'es')).toBe(
    'Saldo del Título IV al estudiante: vence hoy, 17 nov 2026 y 2 más',
  );
  expect(clockDue({ clocks: [] }, today)).toEqual([]);
});
