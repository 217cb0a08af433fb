/** What escalations say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireDay, wireId, wireInstant } from '#platform/contract/wire.ts';
import { desks, escalationStates } from './rules/escalation.ts';

export { desks, escalationStates };

const fact = z.union([z.string(), z.number()]);

const packet = z.object({
  status: z.string(),
  owner: z.string().nullable(),
  owed: z.array(
    z.object({
      currency: z.string(),
      balance: wireAmount,
      overdue: wireAmount,
      oldestDueOn: wireDay.nullable(),
    }),
  ),
  contacts: z.array(
    z.object({
      on: wireDay,
      said: z.string(),
      facts: z.record(z.string(), fact),
      text: z.string(),
    }),
  ),
  promises: z.array(
    z.object({ amount: wireAmount, currency: z.string(), dueOn: wireDay, state: z.string() }),
  ),
  disputes: z.array(z.object({ document: z.string(), reason: z.string(), since: wireDay })),
});

const escalation = z.object({
  escalationId: wireId,
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  desk: z.enum(desks),
  asker: z.string(),
  addressee: z.string(),
  question: z.string(),
  askedOn: wireDay,
  dueOn: wireDay,
  state: z.enum(escalationStates),
  /** What the reader may do with it. */
  turn: z.enum(['answer', 'read', 'withdraw']).nullable(),
  answer: z.object({ text: z.string(), at: wireInstant }).nullable(),
  packet: packet.describe('What was known of the account when it was asked.'),
});
export type WireEscalation = z.infer<typeof escalation>;

export const escalationList = {
  query: z.object({ view: z.enum(['mine', 'asked', 'open', 'ended']).default('mine') }),
};

export const escalations = route({
  method: 'GET',
  path: '/api/v1/escalations',
  summary: 'Escalations: for the reader, asked by the reader, all open ones, ended ones',
  tag: 'escalations',
  permission: 'accounts.read',
  query: escalationList.query,
  answer: z.object({ rows: z.array(escalation), cut: z.boolean() }),
});

export const accountEscalations = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/escalations',
  summary: 'The escalations of an account, the newest first',
  tag: 'escalations',
  permission: 'accounts.read',
  params: z.object({ accountId: wireId }),
  answer: z.object({ rows: z.array(escalation) }),
});

export const escalate = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/escalations',
  summary: 'Ask a manager, sales or the controller, with what is known of the account',
  tag: 'escalations',
  permission: 'escalations.ask',
  params: z.object({ accountId: wireId }),
  body: z.object({
    desk: z.enum(desks),
    toMember: wireId.nullable().default(null).describe('Null: the one person with the role.'),
    question: z.string().trim().min(1).max(4000),
  }),
  answer: z.object({ escalationId: wireId, toMember: wireId }),
});

export const moveEscalation = route({
  method: 'POST',
  path: '/api/v1/escalations/:escalationId/:what',
  summary: 'Answer an escalation; take back or read one that one asked',
  tag: 'escalations',
  permission: 'escalations.answer',
  params: z.object({
    escalationId: wireId,
    what: z.enum(['answered', 'withdrawn', 'read']),
  }),
  body: z.object({ text: z.string().trim().max(4000).default('') }),
  answer: z.object({ what: z.enum(['answered', 'withdrawn', 'read']) }),
});
