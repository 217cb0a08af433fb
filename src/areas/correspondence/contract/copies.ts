/** Copies of originals over the wire. */
import { z } from 'zod';
import { messageStates } from '../rules/messages/message.ts';
import { route } from '#platform/contract/route.ts';
import { wireId, wireInstant } from '#platform/contract/wire.ts';

const accountParams = z.object({ accountId: wireId });
const state = z.enum(messageStates);

const copy = z.object({
  messageId: wireId,
  toName: z.string(),
  toAddress: z.string(),
  subject: z.string(),
  files: z.array(z.string()),
  state,
  detail: z.string(),
  at: wireInstant,
  actor: z.string(),
});

export const sendCopy = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/copies',
  summary: 'Send originals by e-mail to a contact who asked for a copy',
  tag: 'correspondence',
  permission: 'copies.send',
  params: accountParams,
  body: z.object({ contactId: wireId, originalIds: z.array(wireId).min(1).max(20) }),
  answer: z.object({ messageId: wireId, state, detail: z.string() }),
});

export const accountCopies = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/copies',
  summary: 'Copies that were sent, the newest first',
  tag: 'correspondence',
  permission: 'accounts.read',
  params: accountParams,
  answer: z.object({ rows: z.array(copy) }),
});
