/** The register of complaints over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay, wireId } from '#platform/contract/wire.ts';
import {
  channels,
  complaintClasses,
  complaintStates,
  complaintSteps,
  severities,
} from './rules/complaint.ts';

const wireComplaint = z.object({
  accountId: wireId,
  complaintId: wireId,
  account: z.string(),
  name: z.string(),
  class: z.enum(complaintClasses),
  severity: z.enum(severities),
  subject: z.string(),
  text: z.string(),
  saidBy: z.string(),
  channel: z.enum(channels),
  receivedOn: wireDay,
  acknowledgeBy: wireDay,
  answerBy: wireDay,
  state: z.enum(complaintStates),
  cause: z.string().nullable(),
  satisfaction: z.number().int().nullable().describe('From 1 to 5, as the customer said.'),
  acknowledgedOn: wireDay.nullable(),
  answeredOn: wireDay.nullable(),
  closedOn: wireDay.nullable(),
  late: z.boolean().describe('A day to acknowledge or to answer passed.'),
});

export type WireComplaint = z.infer<typeof wireComplaint>;

export const complaints = route({
  method: 'GET',
  path: '/api/v1/complaints',
  summary: 'Complaints: what goes on first, the next day to answer on top',
  tag: 'complaints',
  permission: 'accounts.read',
  query: z.object({ state: z.enum(complaintStates).optional() }),
  answer: z.object({ rows: z.array(wireComplaint) }),
});

export const receiveComplaint = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/complaints',
  summary: 'Take a complaint into the register, with its clocks',
  tag: 'complaints',
  permission: 'disputes.open',
  params: z.object({ accountId: wireId }),
  body: z.object({
    class: z.enum(complaintClasses),
    severity: z.enum(severities).default('medium'),
    subject: z.string().trim().min(1).max(200),
    text: z.string().trim().max(4000).default(''),
    saidBy: z.string().trim().min(1).max(200),
    channel: z.enum(channels),
    receivedOn: wireDay.nullable().default(null).describe('Null: today.'),
  }),
  answer: z.object({ complaintId: wireId.nullable() }),
});

export const stepComplaint = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/complaints/:complaintId/steps',
  summary: 'Acknowledge, investigate, answer or close a complaint, or open it again',
  tag: 'complaints',
  permission: 'disputes.open',
  params: z.object({ accountId: wireId, complaintId: wireId }),
  body: z.object({
    step: z.enum(complaintSteps),
    cause: z.string().trim().min(1).max(200).nullable().default(null),
    satisfaction: z.coerce.number().int().min(1).max(5).nullable().default(null),
    note: z.string().trim().min(1).max(4000),
  }),
  answer: z.object({ state: z.enum(complaintStates) }),
});

const wholeComplaint = wireComplaint.extend({
  events: z.array(z.object({ kind: z.string(), note: z.string(), on: wireDay, by: z.string() })),
  contacts: z
    .array(z.object({ contactId: wireId, name: z.string(), email: z.string().nullable() }))
    .describe('To whom a letter may go.'),
});
export type WireWholeComplaint = z.infer<typeof wholeComplaint>;

export const oneComplaint = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/complaints/:complaintId',
  summary: 'A complaint with what happened to it and to whom one may write',
  tag: 'complaints',
  permission: 'accounts.read',
  params: z.object({ accountId: wireId, complaintId: wireId }),
  answer: wholeComplaint,
});

export const writeComplaintLetter = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/complaints/:complaintId/letters',
  summary: 'Write the acknowledgement or the answer from its template; the step is taken with it',
  tag: 'complaints',
  permission: 'disputes.open',
  params: z.object({ accountId: wireId, complaintId: wireId }),
  body: z.object({
    letter: z.enum(['acknowledge', 'answer']),
    contactId: wireId,
    words: z.string().trim().min(1).max(4000),
    cause: z.string().trim().min(1).max(200).nullable().default(null),
  }),
  answer: z.object({ state: z.enum(complaintStates), messageId: wireId }),
});
