/** What lines of our bank accounts say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
  wireInstant,
} from '#platform/contract/wire.ts';
import { lineStatuses, statementKinds } from './files.ts';

export const lineStands = ['open', 'used', 'proposed', 'aside', 'disputed'] as const;

export const bankLine = z.object({
  lineId: wireId,
  bankAccountId: wireId,
  bankAccount: z.string(),
  fileId: wireId,
  fileName: z.string(),
  record: z.number().int(),
  bookedOn: wireDay,
  valueOn: wireDay.nullable(),
  amount: wireAmount,
  currency: wireCurrency,
  status: z.enum(lineStatuses),
  listedAs: z.enum(statementKinds),
  channel: z.string(),
  code: z.string().nullable(),
  payerName: z.string().nullable(),
  checkNumber: z.string().nullable(),
  references: z.array(z.string()),
  text: z.string(),
  stands: z.enum(lineStands),
  usedBy: z.string().nullable(),
  versions: z.number().int(),
});
export type WireBankLine = z.infer<typeof bankLine>;

export const bankLines = route({
  method: 'GET',
  path: '/api/v1/bank-lines',
  summary: 'Lines of our bank accounts, the newest first',
  tag: 'bank files',
  permission: 'bank_files.read',
  query: z.object({
    company: z.string().optional(),
    bankAccountId: wireId.optional(),
    fileId: wireId.optional(),
    stands: z.enum(lineStands).optional(),
    status: z.enum(lineStatuses).optional(),
    direction: z.enum(['in', 'out']).optional(),
    from: wireDay.optional(),
    to: wireDay.optional(),
    amount: wireAmount.optional().describe('Exactly this, in or out.'),
    search: z.string().max(100).optional().describe('Part of a payer, a reference or the text.'),
    ...pageQuery,
  }),
  answer: z.object({ rows: z.array(bankLine), ...pageAnswer }),
});

const lineParams = z.object({ lineId: wireId });

export const oneBankLine = route({
  method: 'GET',
  path: '/api/v1/bank-lines/:lineId',
  summary: 'One line with everything that was ever said of it and done to it',
  tag: 'bank files',
  permission: 'bank_files.read',
  params: lineParams,
  answer: z.object({
    line: bankLine,
    versions: z.array(
      z.object({
        version: z.number().int(),
        bookedOn: wireDay,
        amount: wireAmount,
        status: z.enum(lineStatuses),
        text: z.string(),
        fileName: z.string(),
        record: z.number().int(),
        at: wireInstant,
      }),
    ),
    acts: z.array(
      z.object({ kind: z.string(), reason: z.string(), by: z.string(), at: wireInstant }),
    ),
    questions: z.array(
      z.object({
        exceptionId: wireId,
        bookedOn: wireDay,
        amount: wireAmount,
        currency: wireCurrency,
        text: z.string(),
        fileName: z.string(),
        decision: z.enum(['kept', 'taken']).nullable(),
        reason: z.string().nullable(),
        at: wireInstant,
      }),
    ),
  }),
});
export type WireOneLine = z.infer<typeof oneBankLine.answer>;

const reason = z.string().trim().min(1).max(500);

export const setAsideLine = route({
  method: 'POST',
  path: '/api/v1/bank-lines/:lineId/aside',
  summary: 'Propose to set a line aside; a second person agrees',
  tag: 'bank files',
  permission: 'bank_files.take_in',
  params: lineParams,
  body: z.object({ reason }),
  answer: z.object({ stands: z.enum(lineStands) }),
});

export const decideAside = route({
  method: 'POST',
  path: '/api/v1/bank-lines/:lineId/aside/decision',
  summary: 'The second look at a line set aside: agree, decline, or return it to the work',
  tag: 'bank files',
  permission: 'bank_files.agree',
  params: lineParams,
  body: z.object({ decision: z.enum(['agreed', 'declined']), reason }),
  answer: z.object({ stands: z.enum(lineStands) }),
});

export const settleException = route({
  method: 'POST',
  path: '/api/v1/bank-line-questions/:exceptionId/decision',
  summary: 'Answer what a file says otherwise of a used line: keep ours, or take the bank’s word',
  tag: 'bank files',
  permission: 'bank_files.agree',
  params: z.object({ exceptionId: wireId }),
  body: z.object({ decision: z.enum(['kept', 'taken']), reason }),
  answer: z.object({ decision: z.enum(['kept', 'taken']) }),
});
