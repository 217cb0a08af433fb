/** The contact gate and the packs that apply, as vectors call them. */
import { z } from 'zod';
import { type Instant, instant } from '#kernel/instant.ts';
import { applicablePacks } from '#areas/compliance/rules/applicable-packs.ts';
import {
  type Channel,
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

/** Other names of the channels; a direct message is electronic and no text to a number. */
const channelNames: Readonly<Record<string, Channel>> = {
  text: 'sms',
  phone: 'call',
  recorded: 'call',
  prerecorded: 'call',
  ringless: 'voicemail',
  ringless_voicemail: 'voicemail',
  mail: 'letter',
  fax: 'letter',
  'e-mail': 'email',
  dm: 'email',
  direct_message: 'email',
  social: 'email',
  in_person: 'visit',
};

const channelField = z
  .string()
  .transform((text) => channelNames[text] ?? text)
  .pipe(z.enum(channels));

const purposeField = z
  .string()
  .default('collect')
  .transform((text) => {
    if (/consent/u.test(text)) return 'ask_consent' as const;
    if (/answer|reply|respon/u.test(text)) return 'answer' as const;
    return text === 'notice' ? ('notice' as const) : ('collect' as const);
  });

/** How it is dialed or sent; whatever is not by hand is by machine. */
const technologyField = z
  .string()
  .default('manual')
  .transform((text) => {
    if (text === 'manual') return 'manual' as const;
    return /record|artificial|ringless/u.test(text) ? 'prerecorded' : 'autodialed';
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
  no_message_possible: 'no_message',
  could_not_leave_message: 'no_message',
  unable_to_leave_message: 'no_message',
  cannot_leave_message: 'no_message',
  no_voicemail: 'no_message',
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

/** Does a consent reach to the moment? A day without a clock counts to its end. */
function reaches(until: unknown, at: Instant): boolean {
  if (typeof until !== 'string') return false;
  const end = until.includes('T') ? until : `${until}T23:59:59Z`;
  return Date.parse(end) >= Date.parse(at);
}

function standingOf(flags: Loose, at: Instant): Standing {
  const refused = flags['optOut'] ?? flags['optedOut'];
  const list: readonly unknown[] = Array.isArray(refused) ? refused : [refused];
  const calls = said(flags, ['callOptOutWritten']) ? ['call', 'voicemail'] : [];
  return {
    ...nothingKnown,
    stay: said(flags, ['prepetitionStay', 'stay', 'bankruptcyStay']),
    deceased: said(flags, ['deceased']),
    ceaseWritten: said(flags, ['ceaseWritten', 'cease']),
    attorneyKnown: said(flags, ['attorneyKnown', 'attorney']),
    employerProhibits: said(flags, ['employerProhibits']),
    optedOut: channels.filter((channel) => [...list, ...calls].includes(channel)),
    electronicConsent: said(flags, ['elecConsent', 'electronicConsent']),
    recordedCallConsent: said(flags, [
      'tcpaConsent',
      'priorExpressConsent',
      'expressConsent',
      'consent',
    ]),
    recordedCallRevoked:
      said(flags, ['tcpaRevoked', 'consentRevoked', 'revoked']) ||
      isPast(flags['tcpaRevokedAt'], at),
    hoursConsent: said(flags, ['hoursConsent', 'priorConsentHours']),
  };
}

function isPast(since: unknown, at: Instant): boolean {
  return typeof since === 'string' && Date.parse(since) <= Date.parse(at);
}

/** A call that the person asked for, or agreed to within the last seven days. */
function isInvited(flags: Loose, at: Instant): boolean {
  return said(flags, ['consumerRequestedCallback']) || reaches(flags['callConsentUntil'], at);
}

const evaluate = judgingOp(
  'contact.evaluate',
  z.object({
    packs: z.array(z.string()),
    at: moment,
    channel: channelField,
    technology: technologyField,
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
    const isAnswer = contact.channel === 'call' && isInvited(flags, contact.at);
    const verdict = mayContact(
      {
        contact: { ...contact, toWork, ...(isAnswer ? { purpose: 'answer' } : {}) },
        zones: consumer.zones,
        history,
        standing: standingOf(flags, contact.at),
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
    // What students and patients owe is a consumer's debt.
    purpose: z
      .enum(['consumer', 'student', 'patient', 'commercial'])
      .transform((kind) => (kind === 'commercial' ? kind : ('consumer' as const))),
    state: z.string().optional(),
    city: z.string().optional(),
    inCollection: z.boolean().default(true),
    technology: technologyField,
    totalWithCreditor: amount.optional(),
    debtEnteredOn: dayField.optional(),
  }),
  ({
    date,
    debtEnteredOn,
    inCollection: isInCollection,
    state,
    city,
    totalWithCreditor,
    ...debt
  }) => ({
    packs: applicablePacks({
      ...debt,
      isInCollection,
      state,
      city,
      totalWithCreditor,
      enteredOn: debtEnteredOn,
      on: date,
    }),
  }),
);

export const contactOps: readonly Op[] = [evaluate, applicable];
