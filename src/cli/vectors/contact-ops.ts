/** The contact gate and the packs that apply, as vectors call them. */
import { z } from 'zod';
import { type Instant, instant } from '#kernel/instant.ts';
import { applicablePacks } from '#areas/compliance/rules/applicable-packs.ts';
import {
  type ContactResult,
  type Standing,
  channels,
  nothingKnown,
} from '#areas/compliance/rules/contact.ts';
import { mayContact, packs } from '#areas/compliance/rules/may-contact.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { amount, dayField } from './fields.ts';
import { type Op, judgingOp, op } from './op.ts';

/** A moment with its offset, as a log writes it. */
const moment = z.string().transform((text, context): Instant => {
  const millis = Date.parse(text);
  if (Number.isFinite(millis)) return instant(new Date(millis).toISOString());
  context.addIssue(`"${text}" is not a moment; write 2026-11-16T15:00:00-05:00`);
  return z.NEVER;
});

const channelField = z
  .string()
  .transform(
    (text) => ({ text: 'sms', phone: 'call', mail: 'letter', 'e-mail': 'email' })[text] ?? text,
  )
  .pipe(z.enum(channels));

const purposeField = z
  .string()
  .default('collect')
  .transform((text) => {
    if (/consent/u.test(text)) return 'ask_consent' as const;
    if (/answer|reply|respon/u.test(text)) return 'answer' as const;
    return text === 'notice' ? ('notice' as const) : ('collect' as const);
  });

/** The words of logs for what came of an attempt. */
const results: Readonly<Record<string, ContactResult>> = {
  conversation: 'conversation',
  completed: 'conversation',
  left_message: 'left_message',
  voicemail: 'left_message',
  no_answer: 'no_answer',
  busy: 'no_answer',
  sent: 'sent',
  delivered: 'sent',
  wrong_number: 'wrong_number',
  not_connected: 'unreachable',
  no_connection: 'unreachable',
  unreachable: 'unreachable',
  could_not_leave_message: 'unreachable',
  unable_to_leave_message: 'unreachable',
  cannot_leave_message: 'unreachable',
  no_voicemail: 'unreachable',
  disconnected: 'unreachable',
  failed: 'failed',
};

const past = z
  .looseObject({
    at: moment,
    channel: channelField,
    result: z.string().default('sent'),
    debtId: z.string().default(''),
    by: z.string().default('us'),
    purpose: purposeField,
  })
  .transform(({ at, channel, result, debtId, by, purpose, ...rest }) => ({
    at,
    channel,
    debtId,
    purpose,
    // A word nobody knows counts as an attempt: it never makes room for one more.
    result: results[result] ?? ('no_answer' as const),
    by: by === 'us' ? ('us' as const) : ('consumer' as const),
    invited:
      said(rest, ['consent', 'withConsent', 'priorConsent', 'requested', 'requestedCallback']) ||
      /consent|requested|call_?back/u.test(result),
    toWork: said(rest, ['workNumber', 'toWork']),
  }));

type Loose = Readonly<Record<string, unknown>>;

function said(facts: Loose, names: readonly string[]): boolean {
  return names.some((name) => facts[name] === true);
}

function standingOf(flags: Loose): Standing {
  const refused = flags['optOut'] ?? flags['optedOut'];
  const list: readonly unknown[] = Array.isArray(refused) ? refused : [refused];
  return {
    ...nothingKnown,
    stay: said(flags, ['prepetitionStay', 'stay', 'bankruptcyStay']),
    deceased: said(flags, ['deceased']),
    ceaseWritten: said(flags, ['ceaseWritten', 'cease']),
    attorneyKnown: said(flags, ['attorneyKnown', 'attorney']),
    employerProhibits: said(flags, ['employerProhibits']),
    optedOut: channels.filter((channel) => list.includes(channel)),
    electronicConsent: said(flags, ['elecConsent', 'electronicConsent']),
    recordedCallConsent: said(flags, [
      'tcpaConsent',
      'priorExpressConsent',
      'expressConsent',
      'consent',
    ]),
    recordedCallRevoked: said(flags, ['tcpaRevoked', 'consentRevoked', 'revoked']),
    hoursConsent: said(flags, ['hoursConsent', 'priorConsentHours']),
  };
}

const evaluate = judgingOp(
  'contact.evaluate',
  z.object({
    packs: z.array(z.string()),
    at: moment,
    channel: channelField,
    technology: z.enum(['manual', 'autodialed', 'prerecorded']).default('manual'),
    purpose: purposeField,
    debtId: z.string().default(''),
    consumer: z.object({ zones: z.array(z.string()).default([]) }).default({ zones: [] }),
    history: z.array(past).default([]),
    flags: z.record(z.string(), z.unknown()).default({}),
  }),
  ({ packs: asked, consumer, history, flags, ...contact }) => {
    const strange = asked.find((id) => !packs.has(id));
    if (strange !== undefined) return refuse('contact.unknown_pack', { pack: strange });
    const toWork = said(flags, ['workNumber', 'toWork']);
    const verdict = mayContact(
      {
        contact: { ...contact, toWork },
        zones: consumer.zones,
        history,
        standing: standingOf(flags),
        calendar: federalBankCalendar,
      },
      asked,
    );
    return accept({ ...verdict });
  },
);

const applicable = op(
  'contact.applicablePacks',
  z.object({
    date: dayField,
    actor: z.enum(['first_party', 'third_party']),
    obligor: z.enum(['natural_person', 'entity']),
    guarantor: z.enum(['natural_person', 'entity', 'none']).default('none'),
    purpose: z.enum(['consumer', 'commercial']),
    state: z.string().optional(),
    city: z.string().optional(),
    technology: z.enum(['manual', 'autodialed', 'prerecorded']).default('manual'),
    totalWithCreditor: amount.optional(),
    debtEnteredOn: dayField.optional(),
  }),
  ({ date, debtEnteredOn, state, city, totalWithCreditor, ...debt }) => ({
    packs: applicablePacks({
      ...debt,
      state,
      city,
      totalWithCreditor,
      enteredOn: debtEnteredOn,
      on: date,
    }),
  }),
);

export const contactOps: readonly Op[] = [evaluate, applicable];
