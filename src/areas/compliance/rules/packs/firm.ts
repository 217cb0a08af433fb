/**
 * What the firm adds to the law of every contact: holds that are no stay, and, for consumers of
 * the firm itself, the hours and counts of Regulation F, which binds only hired collectors.
 */
import { day } from '#kernel/day.ts';
import type { Channel, ContactRule, Pack, Situation } from '../contact.ts';
import { afterConversation, atMost, ourAttempt, quietHours, sameDebt } from '../windows.ts';

const spoken: readonly Channel[] = ['call', 'voicemail'];
const live: readonly Channel[] = ['call', 'voicemail', 'sms', 'email', 'visit'];

const firm = {
  jurisdiction: 'firm',
  source: 'policy',
  enabled: true,
  effectiveFrom: day('2020-01-01'),
  effectiveTo: null,
  reviewedByCounsel: null,
} as const;

function hold(
  id: string,
  citation: string,
  blocks: (situation: Situation) => boolean,
): ContactRule {
  return { id, version: 1, stage: 'stay', parameters: {}, citation, source: 'policy', blocks };
}

const asks = ({ contact }: Situation): boolean =>
  ['collect', 'ask_consent'].includes(contact.purpose);

/** Nobody asks for money while one stands; what is at law is not even written to. */
export const holds: Pack = {
  ...firm,
  id: 'POLICY-HOLDS',
  citation: 'policy',
  rules: [
    hold(
      'HOLD.LITIGATION',
      'policy',
      (situation) => situation.standing.litigation && situation.contact.purpose !== 'answer',
    ),
    hold(
      'HOLD.SERVICEMEMBER',
      '50 U.S.C. 3931, 3937; policy',
      (situation) => situation.standing.servicemember && asks(situation),
    ),
    hold('HOLD.HARDSHIP', 'policy', (situation) => situation.standing.hardship && asks(situation)),
  ],
};

/** 12 CFR part 1006 as the firm's own policy for its own consumers. */
export const consumers: Pack = {
  ...firm,
  id: 'POLICY-CONSUMER',
  citation: 'policy after 12 CFR part 1006',
  rules: [
    quietHours({
      id: 'CONSUMER.TIME',
      stage: 'policy',
      citation: 'policy after 12 CFR 1006.6(b)(1)',
      source: 'policy',
      channels: live,
      from: 8,
      to: 21,
    }),
    atMost({
      id: 'CONSUMER.7IN7',
      stage: 'policy',
      citation: 'policy after 12 CFR 1006.14(b)(2)(i)(A)',
      source: 'policy',
      channels: spoken,
      limit: 7,
      days: 7,
      counts: (past, situation) =>
        spoken.includes(past.channel) && ourAttempt(past) && sameDebt(past, situation),
    }),
    afterConversation({
      id: 'CONSUMER.AFTERCONV',
      stage: 'policy',
      citation: 'policy after 12 CFR 1006.14(b)(2)(i)(B)',
      source: 'policy',
      days: 7,
    }),
  ],
};
