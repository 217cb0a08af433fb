/** Letters over the wire: the print queue, batches, the mail log. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay, wireId, wireInstant } from '#platform/contract/wire.ts';
import { handingEvents } from '../rules/letters/handing.ts';
import { letterStates, returnCauses } from '../rules/letters/letter.ts';
import { letterReports } from '../rules/letters/report.ts';
import { mailClasses } from '../rules/letters/tracking.ts';

const params = z.object({ batchId: wireId });
const count = z.number().int();
const reason = z.string().trim().min(1).max(500);

const batch = z.object({
  batchId: wireId,
  company: z.string(),
  printedOn: wireDay,
  mailClass: z.enum(mailClasses),
  letters: count,
  pages: count,
  mailed: count,
  withdrawn: count,
  returned: count,
  sha256: z.string(),
  at: wireInstant,
  actor: z.string(),
});
export type WireBatch = z.infer<typeof batch>;

const letter = z.object({
  accountId: wireId,
  messageId: wireId,
  account: z.string(),
  name: z.string(),
  subject: z.string(),
  batchId: wireId,
  position: count,
  firstPage: count,
  pages: count,
  address: z.array(z.string()),
  tracking: z.string().nullable().describe('The digits of the Intelligent Mail barcode.'),
  mailClass: z.enum(mailClasses),
  printedOn: wireDay,
  mailedOn: wireDay.nullable(),
  certifiedNumber: z.string().nullable(),
  returnedOn: wireDay.nullable(),
  cause: z.string().nullable(),
  withdrawnWhy: z.string().nullable().describe('Why it was taken back after it was printed.'),
  enclosures: z.array(z.string()).describe('Papers to be put into the envelope by hand.'),
  handed: z
    .object({
      event: z.enum(handingEvents),
      provider: z.string(),
      ref: z.string().nullable(),
      detail: z.string(),
    })
    .nullable()
    .describe('The last word on its way to the provider that prints; null when it went none.'),
  reported: z
    .object({ event: z.enum(letterReports), happenedAt: wireInstant })
    .nullable()
    .describe('The last that the provider told of it.'),
  state: z.enum(letterStates),
});
export type WireLetter = z.infer<typeof letter>;

export const letterQueue = route({
  method: 'GET',
  path: '/api/v1/letters',
  summary: 'The print queue: how many letters wait, and what was printed together',
  tag: 'correspondence',
  permission: 'accounts.read',
  query: z.object({
    company: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    queued: count,
    held: count,
    printer: z.string().nullable().describe('Who prints and mails for us; null: we do.'),
    batches: z.array(batch),
    more: z.boolean(),
  }),
});

export const mailLog = route({
  method: 'GET',
  path: '/api/v1/letters/log',
  summary: 'The mail log: letters as printed, mailed and brought back, the latest first',
  tag: 'correspondence',
  permission: 'accounts.read',
  query: z.object({
    batchId: wireId.optional(),
    accountId: wireId.optional(),
    state: z.enum(letterStates).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answer: z.object({ rows: z.array(letter), more: z.boolean() }),
});

export const printLetters = route({
  method: 'POST',
  path: '/api/v1/letters/batches',
  summary: 'Print the letters that wait as one file; each is asked for at the gate',
  tag: 'correspondence',
  permission: 'letters.print',
  body: z.object({
    company: z.string().min(1),
    mailClass: z.enum(mailClasses).default('first_class'),
    most: z.number().int().min(1).max(10_000).default(5000),
  }),
  answer: z.object({
    batchId: wireId.nullable().describe('Null when every letter is held with its reason.'),
    letters: count,
    pages: count,
    held: count,
  }),
});

export const printFile = route({
  method: 'GET',
  path: '/api/v1/letters/batches/:batchId/letters.pdf',
  summary: 'The very bytes that were printed',
  tag: 'correspondence',
  permission: 'accounts.read',
  kind: 'file',
  params,
  answer: z.undefined(),
});

export const manifest = route({
  method: 'GET',
  path: '/api/v1/letters/batches/:batchId/manifest',
  summary: 'The list that goes with the print file: page, address and barcode of each letter',
  tag: 'correspondence',
  permission: 'accounts.read',
  kind: 'file',
  params,
  query: z.object({ format: z.enum(['csv', 'pdf']).default('csv') }),
  answer: z.undefined(),
});

export const mailBatch = route({
  method: 'POST',
  path: '/api/v1/letters/batches/:batchId/mailed',
  summary: 'Hand a batch to the post, with numbers of certified mail; says which letters stay',
  tag: 'correspondence',
  permission: 'letters.print',
  params,
  body: z.object({
    mailedOn: wireDay
      .optional()
      .describe('Default: today. An earlier day tells of what has gone; nothing is held back.'),
    certified: z.record(wireId, z.string().max(60)).default({}).describe('Number by message id.'),
  }),
  answer: z.object({
    mailed: count,
    heldBack: z
      .array(
        z.object({
          account: z.string(),
          name: z.string(),
          firstPage: count.describe('Where its pages begin in the print file, from one.'),
          pages: count,
          why: z.string().describe('What was learnt since it was printed.'),
        }),
      )
      .describe('Of a batch that goes today: letters that may not go any more. Take them out.'),
  }),
});

export const handBatch = route({
  method: 'POST',
  path: '/api/v1/letters/batches/:batchId/handed',
  summary: 'Hand letters of a batch to the provider that prints and mails, some in one go',
  tag: 'correspondence',
  permission: 'letters.print',
  params,
  body: z.object({
    after: count.min(0).default(0).describe('Go on behind this place; `next` of the last answer.'),
    most: z.number().int().min(1).max(100).default(25),
  }),
  answer: z.object({
    taken: count,
    refused: count.describe('By the provider; or here, for what was learnt since it was printed.'),
    unknown: count,
    next: count.nullable().describe('Null once no letter behind it may go.'),
  }),
});

export const settleHanding = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/letters/:messageId/handing',
  summary: 'Say whether the provider has a letter whose outcome is unknown',
  tag: 'correspondence',
  permission: 'letters.print',
  params: z.object({ accountId: wireId, messageId: wireId }),
  body: z.object({ there: z.boolean(), reason }),
  answer: z.object({ there: z.boolean() }),
});

export const withdrawLetter = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/letters/:messageId/withdrawn',
  summary: 'Take a printed letter back before the post or the provider has it',
  tag: 'correspondence',
  permission: 'letters.print',
  params: z.object({ accountId: wireId, messageId: wireId }),
  body: z.object({ reason }),
  answer: z.object({ state: z.literal('withdrawn') }),
});

export const returnLetter = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/letters/:messageId/returned',
  summary: 'The post brought a letter back: no more letters go to that address',
  tag: 'correspondence',
  permission: 'letters.print',
  params: z.object({ accountId: wireId, messageId: wireId }),
  body: z.object({
    cause: z.enum(returnCauses),
    returnedOn: wireDay.optional().describe('Default: today.'),
    reason,
  }),
  answer: z.object({ addressStopped: z.boolean() }),
});
