/** What the account page, its people and its timeline say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  timeQuery,
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
  wireInstant,
  wireLanguage,
} from '#platform/contract/wire.ts';

export const contactRoles = [
  'accounts_payable',
  'approver',
  'executive',
  'owner',
  'parent',
  'student',
  'guarantor',
  'adjuster',
  'attorney',
  'other',
] as const;

export const accountStatuses = [
  'open',
  'disputed',
  'promised',
  'plan',
  'hold',
  'bankrupt',
  'legal',
  'agency',
  'written_off',
] as const;

const accountParams = z.object({ accountId: wireId });

export const contact = z.object({
  contactId: wireId,
  role: z.enum(contactRoles),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: wireLanguage,
  zone: z.string().nullable().describe('IANA time zone.'),
  verifiedOn: wireDay.nullable(),
});
export type Contact = z.infer<typeof contact>;

const party = z.object({ customerId: wireId, number: z.string(), name: z.string() });

/** One row of the bridge per currency: billed to really collectable. */
const balances = z.object({
  currency: wireCurrency,
  buckets: z.array(wireAmount),
  unapplied: wireAmount,
  balance: wireAmount,
  overdue: wireAmount,
  notDue: wireAmount,
  disputed: wireAmount,
  promised: wireAmount,
  inFlight: wireAmount.describe('Money seen but not posted yet.'),
  collectable: wireAmount,
});

export const account = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId',
  summary: 'One account: who, how much, in what state',
  tag: 'accounts',
  permission: 'accounts.read',
  params: accountParams,
  query: z.object(timeQuery),
  answer: z.object({
    accountId: wireId,
    number: z.string(),
    name: z.string(),
    kind: z.string(),
    company: z.object({ code: z.string(), name: z.string(), baseCurrency: wireCurrency }),
    customer: party,
    parent: party.nullable(),
    children: z.array(party),
    payer: party.nullable().describe('Null when the customer pays itself.'),
    guarantor: party.nullable(),
    language: wireLanguage,
    city: z.string().nullable(),
    state: z.string().nullable(),
    terms: z.string().nullable(),
    openedOn: wireDay.nullable(),
    owner: z.object({ memberId: wireId, name: z.string() }).nullable(),
    pinned: z.boolean().describe('A person gave it to its owner: no rule moves it.'),
    status: z.object({ status: z.enum(accountStatuses), reason: z.string(), since: wireDay }),
    creditLimit: z.object({ amount: wireAmount, currency: wireCurrency }).nullable(),
    contacts: z.array(contact),
    asOf: wireDay,
    knownAt: z.string(),
    bucketLabels: z.array(z.string()),
    balances: z.array(balances),
    /** Month (YYYY-MM), amount-weighted days late, for the last 12 months; null: none paid. */
    payments: z.array(z.object({ month: z.string(), daysLate: z.number().int().nullable() })),
    promisesKept: z.object({ kept: z.number().int(), due: z.number().int() }),
  }),
});
export type Account = z.infer<typeof account.answer>;

export const accounts = route({
  method: 'GET',
  path: '/api/v1/accounts',
  summary: 'Find accounts by any number, name, amount, e-mail or telephone',
  tag: 'accounts',
  permission: 'accounts.read',
  query: z.object({
    q: z.string().max(100).default(''),
    company: z.string().optional(),
    ...pageQuery,
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        accountId: wireId,
        number: z.string(),
        name: z.string(),
        company: z.string(),
        owner: z.string().nullable(),
        /** What matched when it was not the account itself: an invoice number, a contact. */
        match: z.string().nullable(),
      }),
    ),
    /** More documents fit than a search looks at; type more of the number. */
    truncated: z.boolean(),
    ...pageAnswer,
  }),
});

export const activity = z.object({
  activityId: wireId,
  kind: z.string().describe('note, promise, status, owner, import, posting, contact …'),
  at: wireInstant,
  on: wireDay,
  actor: z.string(),
  onBehalf: z.string().nullable().describe('The owner whom the actor covered.'),
  /** Key of a phrase in the activity words, with its facts; `text` is what a person wrote. */
  phrase: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  text: z.string().nullable(),
});
export type Activity = z.infer<typeof activity>;

export const timeline = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/timeline',
  summary: 'Everything that happened on an account, newest first',
  tag: 'accounts',
  permission: 'accounts.read',
  params: accountParams,
  query: z.object({ kind: z.string().optional(), ...pageQuery }),
  answer: z.object({ rows: z.array(activity), ...pageAnswer }),
});

export const addNote = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/notes',
  summary: 'Write a note on the timeline',
  tag: 'accounts',
  permission: 'accounts.note',
  params: accountParams,
  body: z.object({ text: z.string().trim().min(1).max(4000) }),
  answer: z.object({ activityId: wireId }),
});

export const saveContact = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/contacts',
  summary: 'Add a contact, or change one when contactId is given',
  tag: 'accounts',
  permission: 'accounts.edit',
  params: accountParams,
  body: contact
    .partial({ contactId: true })
    .extend({ verified: z.boolean().default(false) })
    .omit({ verifiedOn: true }),
  answer: z.object({ contactId: wireId }),
});

export const endContact = route({
  method: 'DELETE',
  path: '/api/v1/accounts/:accountId/contacts/:contactId',
  summary: 'End a contact; what was sent to it stays on record',
  tag: 'accounts',
  permission: 'accounts.edit',
  params: z.object({ accountId: wireId, contactId: wireId }),
  answer: z.object({ ended: z.literal(true) }),
});

export const setStatus = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/status',
  summary: 'Set the account’s status with its reason',
  tag: 'accounts',
  permission: 'accounts.edit',
  params: accountParams,
  body: z.object({
    status: z.enum(accountStatuses),
    reason: z.string().trim().min(1).max(500),
    effectiveOn: wireDay.optional(),
  }),
  answer: z.object({ since: wireDay }),
});

export const statusHistory = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/status',
  summary: 'The status record: every status with reason, person and days',
  tag: 'accounts',
  permission: 'accounts.read',
  params: accountParams,
  answer: z.object({
    rows: z.array(
      z.object({
        status: z.enum(accountStatuses),
        reason: z.string(),
        effectiveOn: wireDay,
        recordedAt: wireInstant,
        actor: z.string(),
      }),
    ),
  }),
});

export const assignOwner = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/owner',
  summary: 'Give the account to a collector',
  tag: 'accounts',
  permission: 'accounts.assign',
  params: accountParams,
  body: z.object({ memberId: wireId.nullable(), reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ owner: z.string().nullable() }),
});

export const unpinAccount = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/unpin',
  summary: 'Let the assignment rules decide about the account again',
  tag: 'accounts',
  permission: 'accounts.assign',
  params: accountParams,
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ pinned: z.boolean() }),
});

export const mergeAccounts = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/merge',
  summary: 'Move everything open of this account into another of the same company',
  tag: 'accounts',
  permission: 'accounts.merge',
  params: accountParams,
  body: z.object({ into: wireId, reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ moved: z.number().int() }),
});
