/**
 * The firm's own rules for business customers, on by default: no statute found binds the
 * conduct of trade debts, and nobody wants to be called at seven.
 */
import { day } from '#kernel/day.ts';
import { type Channel, type Pack } from '../contact.ts';
import { atMostOnBusinessDays, ourAttempt, quietHours, sameDebt, samePerson } from '../windows.ts';

const spoken: readonly Channel[] = ['call', 'voicemail'];

export const business: Pack = {
  id: 'POLICY-B2B',
  effectiveFrom: day('2020-01-01'),
  effectiveTo: null,
  jurisdiction: 'firm',
  citation: 'policy',
  source: 'policy',
  enabled: true,
  reviewedByCounsel: null,
  rules: [
    quietHours({
      id: 'B2B.HOURS',
      stage: 'policy',
      citation: 'policy',
      source: 'policy',
      channels: ['call', 'voicemail', 'sms', 'email', 'visit'],
      from: 8,
      to: 18,
      businessDays: true,
      // An answer, an invoice or a statement by mail wakes nobody.
      only: ({ contact }) =>
        contact.channel !== 'email' || ['collect', 'ask_consent'].includes(contact.purpose),
    }),
    atMostOnBusinessDays({
      id: 'B2B.CALL1IN1',
      stage: 'policy',
      citation: 'policy',
      source: 'policy',
      channels: spoken,
      limit: 1,
      days: 1,
      counts: (past, situation) =>
        spoken.includes(past.channel) && ourAttempt(past) && samePerson(past, situation),
    }),
    atMostOnBusinessDays({
      id: 'B2B.CALL3IN5',
      stage: 'policy',
      citation: 'policy',
      source: 'policy',
      channels: spoken,
      limit: 3,
      days: 5,
      counts: (past, situation) =>
        spoken.includes(past.channel) && ourAttempt(past) && sameDebt(past, situation),
    }),
    atMostOnBusinessDays({
      id: 'B2B.EMAIL1IN5',
      stage: 'policy',
      citation: 'policy',
      source: 'policy',
      channels: ['email'],
      limit: 1,
      days: 5,
      only: ({ contact }) => contact.purpose === 'collect',
      counts: (past, situation) =>
        past.channel === 'email' &&
        past.by === 'us' &&
        past.purpose === 'collect' &&
        !past.invited &&
        past.result !== 'failed' &&
        samePerson(past, situation),
    }),
  ],
};
