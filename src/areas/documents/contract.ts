/** What the originals say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { pageAnswer, pageQuery, wireId, wireInstant } from '#platform/contract/wire.ts';

const kind = z.enum(['invoice', 'delivery']);
const accountParams = z.object({ accountId: wireId });
const originalParams = z.object({ accountId: wireId, originalId: wireId });
const fileParams = z.object({ fileId: wireId });
const reason = z.string().trim().min(1).max(500);

const original = z.object({
  originalId: wireId,
  documentId: wireId,
  number: z.string(),
  kind,
  version: z.number().int(),
  latest: z.boolean().describe('False when a later version of the same document stands.'),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  at: wireInstant,
  actor: z.string(),
});
export type WireOriginal = z.infer<typeof original>;

const problem = z.object({
  file: z.string(),
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
  waits: z.boolean().describe('Kept, and can be linked by hand.'),
});

export const addOriginals = route({
  method: 'POST',
  path: '/api/v1/originals',
  summary: 'Drop original invoices and proofs of delivery; each is linked by its file name',
  tag: 'documents',
  permission: 'originals.add',
  kind: 'upload',
  answer: z.object({
    files: z.number().int(),
    linked: z.array(
      z.object({
        file: z.string(),
        accountId: wireId,
        account: z.string(),
        number: z.string(),
        kind,
        version: z.number().int(),
      }),
    ),
    duplicates: z.array(z.string()),
    problems: z.array(problem),
  }),
});

const waitingFile = z.object({
  fileId: wireId,
  fileName: z.string(),
  kind,
  message: z.string(),
  remedy: z.string(),
  at: wireInstant,
});
export type WireWaitingFile = z.infer<typeof waitingFile>;

export const waitingFiles = route({
  method: 'GET',
  path: '/api/v1/originals/waiting',
  summary: 'Files whose name did not say which invoice they belong to, the oldest first',
  tag: 'documents',
  permission: 'originals.add',
  query: z.object(pageQuery),
  answer: z.object({ rows: z.array(waitingFile), ...pageAnswer }),
});

export const linkFile = route({
  method: 'POST',
  path: '/api/v1/originals/waiting/:fileId/link',
  summary: 'Link a waiting file to a document of an account by hand',
  tag: 'documents',
  permission: 'originals.add',
  params: fileParams,
  body: z.object({
    account: z.string().trim().min(1).max(80).describe('The number of the account.'),
    company: z.string().trim().max(40).optional(),
    number: z.string().trim().min(1).max(80).describe('The number of the invoice.'),
    kind,
  }),
  answer: z.object({ version: z.number().int() }),
});

export const putAsideFile = route({
  method: 'POST',
  path: '/api/v1/originals/waiting/:fileId/put-aside',
  summary: 'Put a waiting file aside: it belongs to nothing here',
  tag: 'documents',
  permission: 'originals.add',
  params: fileParams,
  body: z.object({ reason }),
  answer: z.object({ putAside: z.literal(true) }),
});

export const accountOriginals = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/originals',
  summary: 'The original invoices and proofs of delivery of an account',
  tag: 'documents',
  permission: 'accounts.read',
  params: accountParams,
  answer: z.object({ rows: z.array(original) }),
});

export const originalFile = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/originals/:originalId/file',
  summary: 'An original as it came; `inline=true` shows it in the browser',
  tag: 'documents',
  permission: 'accounts.read',
  params: originalParams,
  query: z.object({ inline: z.enum(['true', 'false']).default('false') }),
  kind: 'file',
  answer: z.undefined(),
});

export const withdrawOriginal = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/originals/:originalId/withdraw',
  summary: 'Take an original off its document because it belongs to another',
  tag: 'documents',
  permission: 'originals.add',
  params: originalParams,
  body: z.object({ reason }),
  answer: z.object({ withdrawn: z.literal(true) }),
});
