/** The queue of receipts and the match board, over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
} from '#platform/contract/wire.ts';
import { imageSides } from '../rules/deposits/image-name.ts';
import { bands, receiptStates } from '../rules/receipts/receipt.ts';
import { shortReasons } from '../rules/receipts/spread.ts';
import { loweredFee } from './credits.ts';
import { receipt, remittanceRow } from './receipts.ts';

export const queueViews = ['waiting', 'posted', 'all'] as const;
const receiptParams = z.object({ receiptId: wireId });

export const receipts = route({
  method: 'GET',
  path: '/api/v1/cash/receipts',
  summary: 'Receipts: those that wait with what is surest first, or those that are done',
  tag: 'cash',
  permission: 'cash.read',
  query: z.object({
    company: z.string().optional(),
    view: z.enum(queueViews).default('waiting'),
    band: z.enum(bands).optional(),
    state: z.enum(receiptStates).optional(),
    q: z.string().max(100).optional(),
    ...pageQuery,
  }),
  answer: z.object({
    rows: z.array(receipt),
    bands: z.array(
      z.object({
        band: z.enum(bands).nullable().describe('Null: not matched yet.'),
        count: z.number().int(),
        amount: wireAmount,
        currency: wireCurrency,
      }),
    ),
    ...pageAnswer,
  }),
});

const facts = z.record(z.string(), z.union([z.string(), z.number()]));
const reason = z.object({ kind: z.string(), facts });

const proposalLine = z.object({
  accountId: wireId,
  itemId: wireId,
  document: z.string(),
  amount: wireAmount,
  discount: wireAmount,
  short: wireAmount,
  shortReason: z.enum(shortReasons).nullable(),
});

export const proposal = z.object({
  rank: z.number().int(),
  account: z.object({ accountId: wireId, number: z.string(), name: z.string() }),
  confidence: z.number(),
  lines: z.array(proposalLine),
  short: wireAmount.describe('What stays open of these items.'),
  fee: wireAmount,
  onAccount: wireAmount,
  reasons: z.array(reason),
});
export type WireProposal = z.infer<typeof proposal>;

export const boardItem = z.object({
  accountId: wireId,
  accountNumber: z.string(),
  itemId: wireId,
  document: z.string(),
  reference: z.string(),
  kind: z.string(),
  open: wireAmount.describe('Negative for a credit.'),
  discount: wireAmount.describe('What may be taken off when the money came in time.'),
  issuedOn: wireDay,
  dueOn: wireDay,
  daysLate: z.number().int(),
});
export type WireBoardItem = z.infer<typeof boardItem>;

/** What a posted receipt pays now. */
const appliedItem = z.object({
  itemId: wireId,
  document: z.string(),
  amount: wireAmount,
  dueOn: wireDay,
});

/** A board as somebody left it. */
export const boardDraft = z.object({
  accountId: wireId.nullable(),
  marks: z
    .array(
      z.object({
        accountId: wireId,
        itemId: wireId,
        amount: wireAmount,
        discount: wireAmount,
        shortReason: z.enum(shortReasons).nullable(),
      }),
    )
    .max(2000),
  rows: z.array(remittanceRow).max(2000),
});
export type WireBoardDraft = z.infer<typeof boardDraft>;

export const board = route({
  method: 'GET',
  path: '/api/v1/cash/receipts/:receiptId/board',
  summary: 'One receipt with its evidence, what is proposed, and the open items it may pay',
  tag: 'cash',
  permission: 'cash.read',
  params: receiptParams,
  query: z.object({
    account: wireId.optional().describe('Lay it onto this account’s items instead.'),
    scope: z.enum(['account', 'family']).default('account'),
  }),
  answer: z.object({
    receipt,
    said: z.string(),
    references: z.array(z.string()).describe('What in `said` is a number of ours.'),
    payerAccount: z.string(),
    remittance: z.array(remittanceRow),
    outcome: z.string().nullable(),
    policyVersion: z.string().nullable(),
    proposals: z.array(proposal),
    returns: z.array(receipt).describe('For a return: the receipts that it may take back.'),
    rejected: z.array(z.object({ document: z.string(), because: z.string(), facts })),
    reasons: z.array(reason),
    stopped: z.boolean().describe('The search ended at its bound: what is missing may exist.'),
    account: z.object({ accountId: wireId, number: z.string(), name: z.string() }).nullable(),
    items: z.array(boardItem),
    draft: boardDraft.nullable(),
    applied: z.array(appliedItem).describe('Of a posted receipt: what it pays now.'),
    free: wireAmount.describe('Of a posted receipt: what it does not pay yet, nor holds back.'),
    pictures: z
      .array(z.object({ depositId: wireId, itemNo: z.number().int(), side: z.enum(imageSides) }))
      .describe('Of a check: the sides of it that were photographed.'),
    claimPayment: wireId
      .nullable()
      .describe('The 835 that explains it, when it pays claims: posted whole.'),
    sisters: z
      .array(z.object({ code: z.string(), name: z.string() }))
      .describe('Other companies of the house, whose money it may be.'),
  }),
});

export const saveBoard = route({
  method: 'PUT',
  path: '/api/v1/cash/receipts/:receiptId/board',
  summary: 'Keep an unfinished board as it stands',
  tag: 'cash',
  permission: 'cash.post',
  params: receiptParams,
  body: boardDraft,
  answer: z.object({ receiptId: wireId }),
});

export const reopenReceipt = route({
  method: 'POST',
  path: '/api/v1/cash/receipts/:receiptId/reopening',
  summary: 'Take a posted receipt off what it pays and put it back on the desk',
  tag: 'cash',
  permission: 'cash.post',
  params: receiptParams,
  body: z.object({
    reason: z.string().trim().min(1).max(500),
    fault: z.boolean().default(true).describe('The posting had been wrong.'),
  }),
  answer: z.object({ receiptId: wireId }),
});

export const itemLines = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/items/:itemId/lines',
  summary: 'The lines of the document behind an open item, for paying only some of them',
  tag: 'cash',
  permission: 'cash.read',
  params: z.object({ accountId: wireId, itemId: wireId }),
  answer: z.object({
    rows: z.array(
      z.object({
        lineNo: z.number().int(),
        description: z.string(),
        amount: wireAmount.describe('With its tax.'),
      }),
    ),
  }),
});

export const settleReturn = route({
  method: 'POST',
  path: '/api/v1/cash/receipts/:receiptId/settlement',
  summary: 'Settle a return of the bank with the receipt that it took back',
  tag: 'cash',
  permission: 'cash.post',
  params: receiptParams,
  body: z.object({ returnedId: wireId }),
  answer: z.object({
    receiptId: wireId,
    feeItemId: wireId.nullable().describe('The charge that the policy asks of the customer.'),
    feeLowered: loweredFee,
  }),
});

export const askPayer = route({
  method: 'POST',
  path: '/api/v1/cash/receipts/:receiptId/waiting',
  summary: 'Let a receipt wait for an answer, with the day by which it must come',
  tag: 'cash',
  permission: 'cash.post',
  params: receiptParams,
  body: z.object({
    waitsFor: z.string().trim().max(200).describe('Empty: it waits no longer.'),
    until: wireDay.nullable().default(null),
  }),
  answer: z.object({ receiptId: wireId }),
});

export const match = route({
  method: 'POST',
  path: '/api/v1/cash/matching',
  summary: 'Match what waits: post what is certain, propose the rest',
  tag: 'cash',
  permission: 'cash.post',
  body: z.object({
    company: z.string().optional(),
    receiptIds: z.array(wireId).max(500).optional().describe('All that wait when left out.'),
  }),
  answer: z.object({
    decided: z.number().int(),
    posted: z.number().int(),
    waiting: z.number().int(),
  }),
});
