/** What is said and heard of the book of record over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { mappedFields, postingLineKinds } from '../rules/book-of-record/book.ts';
import { ofCompany, withReason } from './closing.ts';

const word = (longest: number) => z.string().trim().min(1).max(longest);

const column = z.object({
  title: word(60),
  field: z.enum(mappedFields).optional(),
  text: z.string().max(60).optional().describe('The same in every row, when no field is named.'),
});
const book = z.discriminatedUnion('system', [
  z.object({ system: z.literal('ours'), settings: z.null().default(null) }),
  z.object({
    system: z.literal('csv'),
    settings: z.object({
      delimiter: z.enum([',', ';', '\t', '|']).default(','),
      decimal: z.enum(['.', ',']).default('.'),
      days: z.enum(['iso', 'mdy', 'dmy']).default('iso'),
      header: z.boolean().default(true),
      columns: z
        .array(column)
        .min(1)
        .max(40)
        .refine((columns) => columns.some(({ field }) => field === 'key'), {
          message: 'one column must hold the key',
        }),
    }),
  }),
  z.object({
    system: z.literal('oracle'),
    settings: z.object({ lockbox: word(7), origin: word(10), destination: word(20) }),
  }),
  z.object({
    system: z.literal('dynamics'),
    settings: z.object({
      company: word(10),
      journal: word(20),
      bankAccount: word(40),
      discountAccount: word(40).optional().describe('Main account; none: told by hand.'),
      writeOffAccount: word(40).optional(),
      clearingAccount: word(40).optional().describe('For credit memos that pay or move.'),
    }),
  }),
]);

const fileCard = z.object({
  fileId: wireId,
  fileName: z.string(),
  system: z.string(),
  lines: z.number().int(),
  accepted: z.number().int(),
  rejected: z.number().int(),
  at: z.string(),
  by: z.string(),
});

export const bookOfRecord = route({
  method: 'GET',
  path: '/api/v1/cash/book-of-record',
  summary: 'Whose book counts, what it was not told yet, and the posting files made for it',
  tag: 'cash',
  permission: 'cash.read',
  query: z.object({ ...ofCompany, limit: z.coerce.number().int().min(1).max(500).default(50) }),
  answer: z.object({
    company: z.string(),
    book,
    since: wireDay.nullable().describe('None where no other book was ever named.'),
    waiting: z.number().int().describe('Facts that the next file takes.'),
    files: z.array(fileCard),
  }),
});

export const nameBookOfRecord = route({
  method: 'PUT',
  path: '/api/v1/cash/book-of-record',
  summary: 'Name the book of record and how it is told',
  tag: 'cash',
  permission: 'cash.approve',
  body: z.object({
    ...ofCompany,
    book,
    since: wireDay.optional().describe('Facts from this day on are told. Default: today.'),
    ...withReason,
  }),
  answer: z.object({ system: z.string() }),
});

export const makePostingFile = route({
  method: 'POST',
  path: '/api/v1/cash/posting-files',
  summary: 'Make the next posting file: what was not told yet or was refused, once',
  tag: 'cash',
  permission: 'cash.reconcile',
  body: z.object(ofCompany),
  answer: z.object({
    fileId: wireId,
    fileName: z.string(),
    lines: z.number().int(),
    byHand: z.number().int().describe('Lines that the layout has no words for.'),
    untold: z
      .array(z.object({ kind: z.enum(postingLineKinds), count: z.number().int() }))
      .describe('The same by kind: what a person enters in the other system.'),
  }),
});

const fileParams = z.object({ fileId: wireId });

export const postingFile = route({
  method: 'GET',
  path: '/api/v1/cash/posting-files/:fileId',
  summary: 'One posting file line by line, and what the other system answered',
  tag: 'cash',
  permission: 'cash.read',
  params: fileParams,
  query: z.object(ofCompany),
  answer: z.object({
    file: fileCard,
    lines: z.array(
      z.object({
        lineNo: z.number().int(),
        key: z.string(),
        row: z.number().int().nullable().describe('None: entered there by a person.'),
        kind: z.enum(postingLineKinds),
        account: z.string(),
        document: z.string(),
        amount: wireAmount,
        currency: wireCurrency,
        state: z.enum(['told', 'accepted', 'rejected']),
        said: z.string(),
      }),
    ),
  }),
});

export const postingFileContent = route({
  method: 'GET',
  path: '/api/v1/cash/posting-files/:fileId/content',
  summary: 'The posting file as it was made',
  tag: 'cash',
  permission: 'cash.reconcile',
  kind: 'file',
  params: fileParams,
  query: z.object(ofCompany),
  answer: z.undefined(),
});

export const acknowledgePostingFile = route({
  method: 'POST',
  path: '/api/v1/cash/posting-files/:fileId/answers',
  summary: 'Write down what the other system answered; a refused line is told again',
  tag: 'cash',
  permission: 'cash.reconcile',
  params: fileParams,
  body: z.object({
    ...ofCompany,
    answers: z
      .array(
        z.object({
          lineNo: z.number().int().min(1),
          accepted: z.boolean(),
          said: z.string().trim().max(500).default(''),
        }),
      )
      .max(100_000)
      .default([]),
    restAccepted: z.boolean().default(false).describe('Lines not named that wait: accepted.'),
  }),
  answer: z.object({ accepted: z.number().int(), rejected: z.number().int() }),
});

export type WireBook = z.infer<(typeof bookOfRecord)['answer']>;
export type WirePostingFile = WireBook['files'][number];
export type WirePostingLine = z.infer<(typeof postingFile)['answer']>['lines'][number];
