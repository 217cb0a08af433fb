/** Replies that take consent back, in both languages, and those that only sound so. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { isRevocation, revocationDeadline, revocationScope } from './revocation.ts';

test.each([
  ' STOP ',
  'Stop.',
  'stop please',
  'Opt-out',
  'UNSUBSCRIBE!',
  'Please stop texting me',
  'do not ever contact me again',
  "Don't call me",
  'take me off your list',
  'ALTO',
  'no más, por favor',
  'No me llamen más',
  'Dejen de escribirme',
  'quítenme de la lista',
  'stop stop stop',
  'I do not want any more texts',
  'No más mensajes',
  'No quiero recibir más mensajes',
  'no deseo sus llamadas',
])('"%s" takes consent back', (text) => {
  expect(isRevocation(text)).toBe(true);
});

test.each([
  'What is the end date of my plan?',
  'Can you stop by on Monday?',
  'I will cancel the old check and send a new one',
  'Please call me tomorrow',
  '¿Cuándo termina el plan? Llámeme para hablar',
  'We could not stop the payment',
  'No quiero pagar dos veces',
  'I do not want any trouble, call me',
  '',
])('"%s" does not', (text) => {
  expect(isRevocation(text)).toBe(false);
});

test('ten business days after a Friday before Thanksgiving are over on a Monday', () => {
  expect(revocationDeadline(day('2026-11-20'), federalBankCalendar).latestStop).toBe('2026-12-07');
});

test('from the end of January 2027 one word stops every topic', () => {
  const before = revocationScope(day('2027-01-30'), 'payment_reminder');
  expect(before).toEqual({ mustStopTopics: ['payment_reminder'], revokeAll: false });
  expect(revocationScope(day('2027-01-31'), 'payment_reminder').revokeAll).toBe(true);
});
