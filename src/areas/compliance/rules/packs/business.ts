/**
 * The firm's own rules for business customers, on by default: no statute found binds the
 * conduct of trade debts, and nobody wants to be called at seven. Its figures are the firm's to
 * change, by its contact policy; a rule is named by its figures, as it stands in permits.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Channel, type ContactRule, type Pack } from '../contact.ts';
import {
  type Count,
  atMostOnBusinessDays,
  ourAttempt,
  quietHours,
  sameDebt,
  samePerson,
} from '../windows.ts';

/** At most so many in so many business days. */
export type Ceiling = { readonly limit: number; readonly days: number };

export type BusinessLadder = {
  /** Full hours of the wall clock on business days; from 8 to 18 ends at 17:59. */
  readonly hours: { readonly from: number; readonly to: number };
  readonly callsToPerson: Ceiling;
  readonly callsAboutDebt: Ceiling;
  /** E-mails that ask for money, to one person. */
  readonly dunningEmails: Ceiling;
};

export const standardLadder: BusinessLadder = {
  hours: { from: 8, to: 18 },
  callsToPerson: { limit: 1, days: 1 },
  callsAboutDebt: { limit: 3, days: 5 },
  dunningEmails: { limit: 1, days: 5 },
};

const head = { stage: 'policy', citation: 'policy', source: 'policy' } as const;
const spoken: readonly Channel[] = ['call', 'voicemail'];

export const businessPackId = 'POLICY-B2B';

/** The pack of a ladder: `version` stands beside each of its rules in a permit. */
export function makeBusinessPack(
  ladder: BusinessLadder,
  { version, effectiveFrom }: { readonly version: number; readonly effectiveFrom: Day },
): Pack {
  return {
    id: businessPackId,
    effectiveFrom,
    effectiveTo: null,
    jurisdiction: 'firm',
    citation: 'policy',
    source: 'policy',
    enabled: true,
    reviewedByCounsel: null,
    rules: rulesOf(ladder).map((rule) => ({ ...rule, version })),
  };
}

/** As it counts where the firm has put no policy of its own into force. */
export const business: Pack = makeBusinessPack(standardLadder, {
  version: 1,
  effectiveFrom: day('2020-01-01'),
});

function rulesOf(ladder: BusinessLadder): readonly ContactRule[] {
  const { hours, callsToPerson, callsAboutDebt, dunningEmails } = ladder;
  return [
    quietHours({
      ...head,
      id: 'B2B.HOURS',
      channels: ['call', 'voicemail', 'sms', 'email', 'visit'],
      ...hours,
      businessDays: true,
      // An answer, an invoice or a statement by mail wakes nobody.
      only: ({ contact }) =>
        contact.channel !== 'email' || ['collect', 'ask_consent'].includes(contact.purpose),
    }),
    calls(callsToPerson, samePerson),
    calls(callsAboutDebt, sameDebt),
    atMostOnBusinessDays({
      ...head,
      id: `B2B.EMAIL${named(dunningEmails)}`,
      channels: ['email'],
      ...dunningEmails,
      only: ({ contact }) => contact.purpose === 'collect',
      counts: (past, situation) =>
        past.channel === 'email' &&
        past.by === 'us' &&
        past.purpose === 'collect' &&
        !past.invited &&
        past.result !== 'failed' &&
        samePerson(past, situation),
    }),
  ];
}

function calls(ceiling: Ceiling, same: Count['counts']): ContactRule {
  return atMostOnBusinessDays({
    ...head,
    id: `B2B.CALL${named(ceiling)}`,
    channels: spoken,
    ...ceiling,
    counts: (past, situation) =>
      spoken.includes(past.channel) && ourAttempt(past) && same(past, situation),
  });
}

function named({ limit, days }: Ceiling): string {
  return `${limit}IN${days}`;
}
