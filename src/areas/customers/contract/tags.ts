/** The words by which accounts are grouped, over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireId, wireInstant } from '#platform/contract/wire.ts';

const params = z.object({ accountId: wireId });
const tags = z.array(z.string());

export const accountTags = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/tags',
  summary: 'The words by which the account is grouped, with their record',
  tag: 'accounts',
  permission: 'accounts.read',
  params,
  answer: z.object({
    tags,
    known: z
      .array(z.object({ tag: z.string(), accounts: z.number().int() }))
      .describe('Every tag in use on the desk.'),
    record: z.array(
      z.object({ tags, recordedAt: wireInstant, actor: z.string(), reason: z.string() }),
    ),
  }),
});

export const setTags = route({
  method: 'PUT',
  path: '/api/v1/accounts/:accountId/tags',
  summary: 'Say by which words the account is grouped: the whole set',
  tag: 'accounts',
  permission: 'accounts.edit',
  params,
  body: z.object({
    tags: z.array(z.string().max(200)).max(100),
    reason: z.string().trim().min(1).max(500),
  }),
  answer: z.object({ tags }),
});
