/** What a customer is told of credit cut or refused, over the wire: due, and marked as sent. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay, wireId } from '#platform/contract/wire.ts';

export const notice = z.object({
  clockId: wireId,
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  company: z.string(),
  order: z.string().nullable().describe('The order that was turned down; null of a limit.'),
  startedOn: wireDay,
  dueOn: wireDay,
  sentOn: wireDay.nullable(),
  source: z.string().describe('The law’s section.'),
  writtenReasons: z.boolean().describe('The reasons must stand in it; else only if asked for.'),
});
export type WireNotice = z.infer<typeof notice>;

export const creditNotices = route({
  method: 'GET',
  path: '/api/v1/credit/notices',
  summary: 'Notices of credit cut, refused or turned down: those due, or those sent',
  tag: 'credit',
  permission: 'credit.read',
  query: z.object({ view: z.enum(['due', 'sent']).default('due'), company: z.string().optional() }),
  answer: z.object({ rows: z.array(notice), cut: z.boolean().describe('There are more.') }),
});

export const sendNotice = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/credit-notices/:clockId/sent',
  summary: 'Say that a notice was sent, and how; its deadline ends',
  tag: 'credit',
  permission: 'messages.write',
  params: z.object({ accountId: wireId, clockId: wireId }),
  body: z.object({ reason: z.string().trim().min(1).max(500).describe('How it was sent.') }),
  answer: z.object({ clockId: wireId, late: z.boolean() }),
});

export const writeNotice = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/credit-notices/:clockId/letter',
  summary: 'Write the notice as a letter with the law’s content; its deadline ends with it',
  tag: 'credit',
  permission: 'messages.write',
  params: z.object({ accountId: wireId, clockId: wireId }),
  body: z.object({
    act: z.string().trim().min(1).max(500).describe('What was decided, as the letter says it.'),
    reasons: z.string().trim().max(2000).default('').describe('Empty: they are had on request.'),
    contactId: wireId.nullable().default(null).describe('Null: to the account.'),
  }),
  answer: z.object({ messageId: wireId, late: z.boolean() }),
});
