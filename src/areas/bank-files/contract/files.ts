/** What files of banks, payers and processors say and hear over the wire. */
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

export const fileKinds = ['bank', 'remittance', 'card-settlement'] as const;
export const fileStates = [
  'taken_in',
  'waiting',
  'quarantined',
  'unreadable',
  'replaced',
  'closed',
] as const;
export const statementKinds = ['statement', 'intraday', 'notices'] as const;
export const lineStatuses = ['booked', 'pending', 'information'] as const;

export const unknownAccount = z.object({
  stated: z.string().describe('The number as the file writes it, without blanks and zeros.'),
  shown: z.string().describe('Its end only.'),
  currency: wireCurrency,
});

/** An account that a waiting file means, as it stands now. */
export const awaitedAccount = unknownAccount.extend({
  registered: z
    .object({ bankAccountId: wireId, name: z.string() })
    .nullable()
    .describe('The account that bears this number by now; the file can be taken in for it.'),
});

export const control = z.object({
  kind: z.enum(['amount', 'count']),
  what: z.string(),
  record: z.number().int(),
  stated: z.string(),
  found: z.string(),
  holds: z.boolean(),
});

export const fileProblem = z.object({
  record: z.number().int(),
  code: z.string(),
  message: z.string(),
});

const previewLine = z.object({
  record: z.number().int(),
  bookedOn: wireDay,
  amount: wireAmount,
  currency: wireCurrency,
  status: z.enum(lineStatuses),
  channel: z.string(),
  payer: z.string(),
  text: z.string(),
});

export const previewStatement = z.object({
  account: z.string().describe('The end of the number that the file writes.'),
  bankAccount: z.string().nullable().describe('What we call the account; null: unknown.'),
  currency: wireCurrency,
  kind: z.enum(statementKinds),
  from: wireDay.nullable(),
  to: wireDay.nullable(),
  opening: wireAmount.nullable(),
  closing: wireAmount.nullable(),
  moneyIn: wireAmount,
  moneyOut: wireAmount,
  lines: z.number().int(),
  /** The first of them. */
  first: z.array(previewLine),
});

/** What became, or would become, of one dropped file. */
export const takenFile = z.object({
  fileId: wireId,
  fileName: z.string(),
  container: z.string().nullable(),
  format: z.string(),
  state: z.enum(fileStates),
  seenBefore: z.boolean(),
  found: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  disputed: z.number().int(),
  unknownAccounts: z.array(unknownAccount),
  controls: z.number().int(),
  failedControls: z.array(control),
  problems: z.array(fileProblem),
  remittances: z.number().int(),
  settlementLines: z.number().int(),
  statements: z.array(previewStatement),
});
export type WireTaken = z.infer<typeof takenFile>;

export const takeInFiles = route({
  method: 'POST',
  path: '/api/v1/bank-files',
  summary: 'Take in files of banks, payers or card processors, or archives of several',
  tag: 'bank files',
  permission: 'bank_files.take_in',
  kind: 'upload',
  query: z.object({
    company: z.string().optional().describe('Needed when one works for several.'),
    as: z.enum(fileKinds).optional(),
    bankAccountId: wireId.optional().describe('Whose lines they are when the file says nothing.'),
    replaces: wireId.optional().describe('A file in quarantine that this one corrects.'),
    dateOrder: z.enum(['ymd', 'dmy', 'mdy']).optional().describe('Of a table that does not say.'),
    decimalMark: z.enum(['.', ',']).optional(),
    currency: wireCurrency.optional(),
    columns: z.string().max(2000).optional().describe('Of a table: `amount=Net;bookedOn=Date`.'),
  }),
  answer: z.object({ files: z.array(takenFile) }),
});

export const bankFile = z.object({
  fileId: wireId,
  company: z.string(),
  fileName: z.string(),
  container: z.string().nullable(),
  format: z.string(),
  receivedAs: z.enum(fileKinds),
  source: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  state: z.enum(fileStates),
  statements: z.number().int(),
  found: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  controls: z.number().int(),
  controlsFailed: z.number().int(),
  problems: z.number().int(),
  recordedAt: wireInstant,
  by: z.string(),
});
export type WireBankFile = z.infer<typeof bankFile>;

export const bankFiles = route({
  method: 'GET',
  path: '/api/v1/bank-files',
  summary: 'Files with where they stand: those that wait for somebody first, then the newest',
  tag: 'bank files',
  permission: 'bank_files.read',
  query: z.object({
    company: z.string().optional(),
    state: z.enum(fileStates).optional(),
    ...pageQuery,
  }),
  answer: z.object({
    rows: z.array(bankFile),
    states: z.array(z.object({ state: z.enum(fileStates), count: z.number().int() })),
    ...pageAnswer,
  }),
});

const fileParams = z.object({ fileId: wireId });

export const fileStatement = z.object({
  statementId: wireId,
  bankAccount: z.string(),
  numberEnd: z.string(),
  currency: wireCurrency,
  kind: z.enum(statementKinds),
  from: wireDay.nullable(),
  to: wireDay.nullable(),
  opening: wireAmount.nullable(),
  closing: wireAmount.nullable(),
  movements: wireAmount,
  lines: z.number().int(),
  proves: z.boolean().nullable().describe('Opening and movements make the closing balance.'),
  repeats: z.boolean().describe('An earlier file said the same.'),
});

export const oneBankFile = route({
  method: 'GET',
  path: '/api/v1/bank-files/:fileId',
  summary: 'One file: its statements, controls, problems and what became of it',
  tag: 'bank files',
  permission: 'bank_files.read',
  params: fileParams,
  answer: z.object({
    file: bankFile,
    replacedBy: wireId.nullable(),
    unknownAccounts: z.array(awaitedAccount),
    statements: z.array(fileStatement),
    controls: z.array(control),
    problems: z.array(fileProblem),
    acts: z.array(
      z.object({ kind: z.string(), reason: z.string(), by: z.string(), at: wireInstant }),
    ),
  }),
});
export type WireOneFile = z.infer<typeof oneBankFile.answer>;

export const rawBankFile = route({
  method: 'GET',
  path: '/api/v1/bank-files/:fileId/raw',
  summary: 'The file as it came, byte for byte',
  tag: 'bank files',
  permission: 'bank_files_raw.read',
  kind: 'file',
  params: fileParams,
  answer: z.undefined(),
});

const reason = z.string().trim().min(1).max(500);

export const nameAccount = route({
  method: 'POST',
  path: '/api/v1/bank-files/:fileId/account',
  summary: 'Say which of our bank accounts a waiting file means; then it goes in whole',
  tag: 'bank files',
  permission: 'bank_files.take_in',
  params: fileParams,
  body: z.object({
    stated: z.string().max(100),
    currency: wireCurrency,
    bankAccountId: wireId,
  }),
  answer: z.object({
    state: z.enum(fileStates),
    found: z.number().int(),
    added: z.number().int(),
    unknownAccounts: z.array(unknownAccount),
  }),
});

export const closeFile = route({
  method: 'POST',
  path: '/api/v1/bank-files/:fileId/closing',
  summary: 'End a file that will never go in; its bytes stay',
  tag: 'bank files',
  permission: 'bank_files.agree',
  params: fileParams,
  body: z.object({ reason }),
  answer: z.object({ state: z.enum(fileStates) }),
});
