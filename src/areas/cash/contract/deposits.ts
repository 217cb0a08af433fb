/** What is said and heard of deposits of checks over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { depositStates } from '../rules/deposits/deposit.ts';
import { imageSides } from '../rules/deposits/image-name.ts';
import { ofCompany, withReason } from './closing.ts';

export const depositActs = ['close', 'send', 'accept', 'reject', 'shred'] as const;
const depositParams = z.object({ depositId: wireId });
const counted = z.object({ count: z.number().int(), amount: wireAmount });

export const deposit = z.object({
  depositId: wireId,
  bank: z.string(),
  currency: wireCurrency,
  depositedOn: wireDay,
  control: counted,
  keyed: counted,
  state: z.enum(depositStates),
  shredOn: wireDay.nullable().describe('From this day on the paper may go.'),
  note: z.string(),
  by: z.string(),
});
export type WireDeposit = z.infer<typeof deposit>;

/** The numbers that the bank gave for image cash letters. */
const channel = {
  bankRouting: z.string().regex(/^\d{9}$/u),
  bankName: z.string().trim().min(1).max(18),
  originNumber: z.string().regex(/^\d{9}$/u),
  originName: z.string().trim().min(1).max(18),
  account: z.string().regex(/^[\d-]{1,17}$/u),
  payee: z.string().trim().min(1).max(15),
  contactName: z.string().trim().max(14).default(''),
  contactPhone: z.string().trim().max(20).default(''),
  encoding: z.enum(['EBCDIC', 'ASCII']).default('EBCDIC'),
  isTest: z.boolean().default(false),
};

export const deposits = route({
  method: 'GET',
  path: '/api/v1/cash/deposits',
  summary: 'Deposits of checks, the newest first, and the checks in hand',
  tag: 'cash',
  permission: 'cash.read',
  query: z.object({
    ...ofCompany,
    deposit: wireId.optional().describe('Which one the screen shows.'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    company: z.string(),
    rows: z.array(deposit),
    inHand: z.array(
      z.object({
        receiptId: wireId,
        receivedOn: wireDay,
        who: z.string(),
        payerAccount: z.string(),
        serial: z.string(),
        amount: wireAmount,
        currency: wireCurrency,
      }),
    ),
    banks: z.array(
      z.object({
        bankAccountId: wireId,
        name: z.string(),
        currency: wireCurrency,
        channel: z.object(channel).nullable().describe('How checks are sent to it, if it is said.'),
      }),
    ),
  }),
});
export type Deposits = z.infer<(typeof deposits)['answer']>;

export const depositItem = z.object({
  itemNo: z.number().int(),
  receiptId: wireId.nullable(),
  who: z.string(),
  routing: z.string(),
  account: z.string(),
  serial: z.string(),
  amount: wireAmount,
  hasFront: z.boolean(),
  hasBack: z.boolean(),
});

export const oneDeposit = route({
  method: 'GET',
  path: '/api/v1/cash/deposits/:depositId',
  summary: 'One deposit with its checks',
  tag: 'cash',
  permission: 'cash.read',
  params: depositParams,
  query: z.object(ofCompany),
  answer: z.object({
    deposit,
    items: z.array(depositItem),
    rejected: z
      .array(
        z.object({
          itemNo: z.number().int(),
          serial: z.string(),
          amount: wireAmount,
          reason: z.string(),
        }),
      )
      .describe('Checks that the bank took out, with its word.'),
    rejection: z
      .string()
      .nullable()
      .describe('The bank’s word on the whole, while it is rejected.'),
  }),
});

export const openDeposit = route({
  method: 'POST',
  path: '/api/v1/cash/deposits',
  summary: 'Open a deposit with what was counted',
  tag: 'cash',
  permission: 'cash.deposit',
  body: z.object({
    ...ofCompany,
    bankAccountId: wireId,
    currency: wireCurrency,
    count: z.coerce.number().int().min(1).max(10_000),
    amount: wireAmount,
    note: z.string().trim().max(500).default(''),
  }),
  answer: z.object({ depositId: wireId }),
});

export const addCheck = route({
  method: 'POST',
  path: '/api/v1/cash/deposits/:depositId/checks',
  summary: 'Put a check into an open deposit; its magnetic line is proved',
  tag: 'cash',
  permission: 'cash.deposit',
  params: depositParams,
  body: z.object({
    ...ofCompany,
    micr: z.string().trim().min(1).max(120).describe('⑈1042⑈ ⑆021000021⑆ 123456789⑈; t and u do.'),
    amount: wireAmount.optional().describe('Default: that of the receipt.'),
    receiptId: wireId.optional(),
    lookedAt: z.coerce.boolean().default(false),
  }),
  answer: z.object({ itemNo: z.number().int() }),
});

export const removeCheck = route({
  method: 'POST',
  path: '/api/v1/cash/deposits/:depositId/checks/:itemNo/removal',
  summary: 'Take a check out of an open deposit',
  tag: 'cash',
  permission: 'cash.deposit',
  params: depositParams.extend({ itemNo: z.coerce.number().int() }),
  body: z.object({ ...ofCompany, ...withReason }),
  answer: z.object({ itemNo: z.number().int() }),
});

/** What a person types; the page knows the rest. */
export const bankWord = { body: z.object(withReason) };

export const rejectCheck = route({
  method: 'POST',
  path: '/api/v1/cash/deposits/:depositId/checks/:itemNo/rejection',
  summary: 'The bank took a check out of a deposit: it is in hand again',
  tag: 'cash',
  permission: 'cash.deposit',
  params: depositParams.extend({ itemNo: z.coerce.number().int() }),
  body: z.object({ ...ofCompany, ...withReason }),
  answer: z.object({ itemNo: z.number().int() }),
});

export const addImages = route({
  method: 'POST',
  path: '/api/v1/cash/deposits/:depositId/images',
  summary: 'Pictures of checks, by their names: 1042-front.tif, 1042-back.tif',
  tag: 'cash',
  permission: 'cash.deposit',
  kind: 'upload',
  params: depositParams,
  query: z.object(ofCompany),
  answer: z.object({ images: z.number().int() }),
});

export const checkImage = route({
  method: 'GET',
  path: '/api/v1/cash/deposits/:depositId/checks/:itemNo/:side',
  summary: 'The picture of one side of a check',
  tag: 'cash',
  permission: 'cash.read',
  kind: 'file',
  params: depositParams.extend({ itemNo: z.coerce.number().int(), side: z.enum(imageSides) }),
  query: z.object({
    ...ofCompany,
    as: z.enum(['sent', 'png']).default('sent').describe('Browsers show PNG, no TIFF.'),
  }),
  answer: z.undefined(),
});

export const moveDeposit = route({
  method: 'POST',
  path: '/api/v1/cash/deposits/:depositId/acts',
  summary: 'Close, send, accept, reject or shred a deposit',
  tag: 'cash',
  permission: 'cash.deposit',
  params: depositParams,
  body: z.object({
    ...ofCompany,
    act: z.enum(depositActs),
    said: z.string().trim().max(500).default('').describe('The bank’s word: a rejection needs it.'),
  }),
  answer: z.object({ state: z.enum(depositStates) }),
});

export const depositTicket = route({
  method: 'GET',
  path: '/api/v1/cash/deposits/:depositId/ticket',
  summary: 'The deposit ticket as a PDF',
  tag: 'cash',
  permission: 'cash.read',
  kind: 'file',
  params: depositParams,
  query: z.object(ofCompany),
  answer: z.undefined(),
});

export const depositFile = route({
  method: 'GET',
  path: '/api/v1/cash/deposits/:depositId/cash-letter',
  summary: 'The image cash letter (X9.37) as it was sent',
  tag: 'cash',
  permission: 'cash.deposit',
  kind: 'file',
  params: depositParams,
  query: z.object(ofCompany),
  answer: z.undefined(),
});

export const setDepositChannel = route({
  method: 'PUT',
  path: '/api/v1/cash/bank-accounts/:bankAccountId/deposit-channel',
  summary: 'How checks are sent to a bank',
  tag: 'cash',
  permission: 'ledger.close_periods',
  params: z.object({ bankAccountId: wireId }),
  body: z.object({
    ...ofCompany,
    ...channel,
  }),
  answer: z.object({ bankAccountId: wireId }),
});
