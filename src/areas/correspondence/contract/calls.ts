/** What the telephone says and hears over the wire: before a call, during it, after it. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
  wireInstant,
  wireLanguage,
} from '#platform/contract/wire.ts';
import { planRhythms } from '../rules/calls/goal.ts';
import { type CallOutcome, callOutcomes } from '../rules/calls/outcome.ts';
import { moves } from '../rules/calls/script.ts';
import { callerRelations, checks } from '../rules/calls/telling.ts';

export { type CallOutcome, callOutcomes };

const accountParams = z.object({ accountId: wireId });
const callParams = z.object({ accountId: wireId, callId: wireId });
const payMethods = ['check', 'ach', 'wire', 'card', 'cash', 'other'] as const;
const payMethod = z.enum(payMethods);

const reason = z.object({
  id: z.string().describe('Of the rule that blocks, or of what is not known.'),
  pack: z.string().nullable(),
  citation: z.string(),
  text: z.string().describe('The sentence of it, in the reader’s language.'),
});

const callContact = z.object({
  contactId: wireId,
  name: z.string(),
  role: z.string(),
  language: wireLanguage,
  email: z.string().nullable(),
  number: z.string().nullable().describe('As it is dialed; null when it cannot be.'),
  verifiedOn: wireDay.nullable(),
  wrongNumber: z.boolean().describe('Somebody else answered at it.'),
  zones: z.array(z.string()).describe('Where they may be; the first counts the days.'),
  authorised: z.string().nullable().describe('On what it stands that they may be told.'),
  allowed: z.boolean(),
  reasons: z.array(reason),
  overridable: z.boolean().describe('Only the firm’s own policy blocks it.'),
  nextAllowedAt: wireInstant.nullable(),
});
export type CallContact = z.infer<typeof callContact>;

const line = z.object({ move: z.enum(moves), text: z.string() });

export const call = z.object({
  callId: wireId,
  direction: z.enum(['out', 'in']),
  person: z.string(),
  number: z.string(),
  caller: z.string(),
  startedAt: wireInstant,
  seconds: z.number().int().nullable(),
  result: z.enum(['conversation', 'left_message', 'no_answer', 'wrong_number']).nullable(),
  outcomes: z.array(z.string()),
  note: z.string(),
  nextAt: wireInstant.nullable(),
});
export type WireCall = z.infer<typeof call>;

export const claim = z.object({
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  claimId: wireId,
  saidBy: z.string(),
  method: payMethod,
  reference: z.string(),
  paidOn: wireDay,
  amount: wireAmount,
  currency: wireCurrency,
  searchBy: wireDay,
  claimedOn: wireDay,
});
export type WireClaim = z.infer<typeof claim>;

export const prepareCall = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/call',
  summary: 'Everything that one looks at before a call, with the gate’s answer',
  tag: 'calls',
  permission: 'accounts.read',
  params: accountParams,
  answer: z.object({
    account: z.object({
      number: z.string(),
      name: z.string(),
      kind: z.string(),
      company: z.string(),
      companyName: z.string(),
      language: wireLanguage,
      zone: z.string(),
    }),
    dialLink: z.string().describe('`{number}` stands for the number: tel:{number}.'),
    contacts: z.array(callContact),
    callsThisWeek: z.number().int(),
    step: z.string().nullable().describe('The step of a strategy that asks for this call.'),
    goal: z
      .object({
        ask: wireAmount,
        currency: wireCurrency,
        by: wireDay,
        halves: z.array(wireAmount),
        mostParts: z.number().int(),
      })
      .nullable()
      .describe('Null: nothing is to be asked for.'),
    items: z.array(
      z.object({
        itemId: wireId,
        number: z.string(),
        dueOn: wireDay,
        late: z.number().int(),
        open: wireAmount,
        disputed: wireAmount,
        currency: wireCurrency,
      }),
    ),
    promises: z.array(
      z.object({
        promiseId: wireId,
        amount: wireAmount,
        received: wireAmount,
        currency: wireCurrency,
        dueOn: wireDay,
        madeOn: wireDay,
        level: z.number().int(),
        state: z.string(),
      }),
    ),
    lastSaid: z.object({ on: wireDay, by: z.string(), text: z.string() }).nullable(),
    letters: z.array(
      z.object({
        messageId: wireId,
        channel: z.string(),
        to: z.string(),
        subject: z.string(),
        text: z.string(),
        state: z.string(),
        at: wireInstant,
      }),
    ),
    originals: z.array(z.object({ originalId: wireId, number: z.string(), fileName: z.string() })),
    callbacks: z.array(
      z.object({
        callbackId: wireId,
        person: z.string(),
        number: z.string(),
        dueAt: wireInstant,
        zone: z.string(),
        member: z.string().nullable(),
        note: z.string(),
      }),
    ),
    claims: z.array(claim),
    speakers: z.array(z.object({ memberId: wireId, name: z.string() })),
    script: z.object({ en: z.array(line), es: z.array(line) }),
    unfinished: call.nullable().describe('Your call on the account without an end.'),
  }),
});
export type CallPrep = z.infer<typeof prepareCall.answer>;

export const startCall = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/calls',
  summary: 'Ask the gate and begin a call; a call that is not allowed gets no number to dial',
  tag: 'calls',
  permission: 'calls.make',
  params: accountParams,
  body: z.object({
    contactId: wireId,
    number: z.string().max(40).nullable().default(null).describe('Null: the one on file.'),
    stepKey: z.string().max(200).nullable().default(null),
    technology: z.enum(['manual', 'autodialed']).default('manual'),
    override: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .optional()
      .describe('Why one calls against the firm’s own policy; never against the law.'),
  }),
  answer: z.object({
    callId: wireId.nullable().describe('Null: blocked, nothing is to be dialed.'),
    number: z.string(),
    dial: z.string().nullable().describe('The link that dials; null when blocked.'),
    reasons: z.array(reason),
    nextAllowedAt: wireInstant.nullable(),
  }),
});

export const takeCall = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/calls/inbound',
  summary: 'Take a call that comes in; answers whether the caller may be told',
  tag: 'calls',
  permission: 'calls.make',
  params: accountParams,
  body: z.object({
    contactId: wireId.nullable().default(null),
    person: z.string().trim().min(1).max(200),
    relation: z.enum(callerRelations),
    number: z.string().max(40).default(''),
    language: wireLanguage,
    answers: z
      .array(z.object({ check: z.enum(checks), right: z.boolean() }))
      .max(12)
      .default([]),
  }),
  answer: z.object({
    callId: wireId,
    verified: z.boolean(),
    told: z.boolean(),
    because: z.string().describe('own, authorised, guarantor, or the refusal’s name.'),
    says: z.string().describe('What one may or may not say, in the reader’s language.'),
  }),
});

const promised = {
  amount: wireAmount,
  currency: wireCurrency,
  method: payMethod.nullable().default(null),
  supersedes: z.array(wireId).max(50).default([]),
};
const promise = {
  ...promised,
  dueOn: wireDay,
  itemIds: z.array(wireId).max(500).default([]),
};
const copies = {
  originalIds: z.array(wireId).min(1).max(20),
  email: z.email().nullable().default(null).describe('Null: the address on file.'),
};

/** One thing that came of a call. */
export const came = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('promise'), ...promise }),
  z.object({ outcome: z.literal('part'), ...promise }),
  z.object({
    outcome: z.literal('plan'),
    ...promised,
    parts: z.number().int().min(2).max(12),
    firstOn: wireDay,
    every: z.enum(planRhythms).default('two_weeks'),
  }),
  z.object({
    outcome: z.literal('dispute'),
    items: z
      .array(
        z.object({
          itemId: wireId,
          amount: wireAmount.nullable().default(null),
          lineNo: z.number().int().min(1).nullable().default(null),
        }),
      )
      .min(1)
      .max(500),
    currency: wireCurrency,
    reason: z.string().max(40),
    part: z.string().max(40).default('whole'),
    note: z.string().max(4000).default(''),
    ownerId: wireId.nullable().default(null),
  }),
  z.object({ outcome: z.literal('copy'), ...copies }),
  z.object({ outcome: z.literal('not_received'), ...copies }),
  z.object({
    outcome: z.literal('already_paid'),
    method: payMethod.default('check'),
    reference: z.string().max(140).default('').describe('The number of the check.'),
    paidOn: wireDay,
    amount: wireAmount,
    currency: wireCurrency,
    itemIds: z.array(wireId).max(500).default([]),
  }),
  z.object({
    outcome: z.literal('callback'),
    on: wireDay,
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u),
    zone: z.string().max(60).describe('IANA time zone of whoever is called.'),
    number: z.string().max(40).nullable().default(null),
  }),
  z.object({ outcome: z.literal('handed_over'), memberId: wireId }),
  z.object({
    outcome: z.literal('stop_contact'),
    scope: z.enum(['number', 'calls', 'all']).default('calls'),
  }),
  z.object({
    outcome: z.enum(['wrong_person', 'no_answer', 'voicemail', 'refuses', 'information']),
  }),
]);
export type Came = z.output<typeof came>;

export const endCall = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/calls/:callId/outcome',
  summary: 'Write down what came of a call: all of it, or nothing',
  tag: 'calls',
  permission: 'calls.make',
  params: callParams,
  body: z.object({
    came: z.array(came).min(1).max(20),
    seconds: z.number().int().min(0).max(86_400).default(0),
    note: z.string().max(4000).default(''),
    nextOn: wireDay.nullable().default(null).describe('Null: the outcome says it.'),
    confirm: z.enum(['send', 'draft', 'none']).default('draft'),
  }),
  answer: z.object({
    callId: wireId,
    next: z.object({
      kind: z.enum(['none', 'follow_up', 'callback']),
      at: wireInstant.nullable(),
    }),
    done: z.array(
      z.object({
        outcome: z.string(),
        objectId: wireId.nullable(),
        facts: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
    breaches: z.array(z.string()),
  }),
});

export const accountCalls = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/calls',
  summary: 'Calls of an account, the latest first',
  tag: 'calls',
  permission: 'accounts.read',
  params: accountParams,
  answer: z.object({ rows: z.array(call) }),
});

export const reportDialer = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/calls/:callId/dialer',
  summary: 'Hear from a dialer how a call goes; each state once',
  tag: 'calls',
  permission: 'calls.make',
  params: callParams,
  body: z.object({
    state: z.enum(['ringing', 'connected', 'ended', 'failed']),
    seconds: z.number().int().min(0).max(86_400).nullable().default(null),
    providerId: z.string().trim().min(1).max(200),
  }),
  answer: z.object({ taken: z.boolean().describe('false: this state was told before.') }),
});

export const authorisePerson = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/authorised',
  summary: 'Keep that a person may be told of the account, or may no more',
  tag: 'calls',
  permission: 'accounts.edit',
  params: accountParams,
  body: z.object({
    contactId: wireId,
    basis: z.enum([
      'written_consent',
      'oral_consent',
      'power_of_attorney',
      'court_order',
      'dependent',
      'withdrawn',
    ]),
    source: z.string().trim().min(1).max(500).describe('Where it stands: the form, its day.'),
  }),
  answer: z.object({ authorised: z.boolean() }),
});

export const paidClaims = route({
  method: 'GET',
  path: '/api/v1/paid-claims',
  summary: 'Payments that are claimed and looked for, the most urgent first',
  tag: 'calls',
  permission: 'accounts.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({ rows: z.array(claim) }),
});

export const settleClaim = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/paid-claims/:claimId/settle',
  summary: 'Say whether a claimed payment was found; either way it pauses nothing more',
  tag: 'calls',
  permission: 'accounts.note',
  params: z.object({ accountId: wireId, claimId: wireId }),
  body: z.object({ found: z.boolean(), reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ found: z.boolean() }),
});
