/** What a dispute says and hears over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { caseStates } from './rules/case-life.ts';
import { disputeParts, disputeReasons } from './rules/case.ts';

const accountParams = z.object({ accountId: wireId });

/** A case as it is asked for, also within what came of a call. */
export const disputeBody = z.object({
  items: z
    .array(
      z.object({
        itemId: wireId,
        amount: wireAmount.nullable().default(null).describe('Null: all that is open of it.'),
        lineNo: z.number().int().min(1).nullable().default(null),
      }),
    )
    .min(1)
    .max(500),
  currency: wireCurrency,
  reason: z.enum(disputeReasons),
  part: z.enum(disputeParts).default('whole'),
  note: z.string().max(4000).default(''),
  saidBy: z.string().trim().min(1).max(200),
  ownerId: wireId.nullable().default(null).describe('Who must find out.'),
});

/** The same for items that are marked already: the amount is of the one item. */
export const markedBody = disputeBody
  .omit({ items: true })
  .extend({ amount: wireAmount.nullable().default(null) });

export const openDispute = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/disputes',
  summary: 'Open a dispute over items, or over a part of them',
  tag: 'disputes',
  permission: 'disputes.open',
  params: accountParams,
  body: disputeBody,
  answer: z.object({ caseId: wireId, disputed: z.array(wireAmount) }),
});

export const accountDisputes = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/disputes',
  summary: 'What is contested on an account now, the oldest first',
  tag: 'disputes',
  permission: 'accounts.read',
  params: accountParams,
  answer: z.object({
    rows: z.array(
      z.object({
        disputeId: wireId,
        caseId: wireId.nullable().describe('Null: an outside system said so.'),
        itemId: wireId,
        document: z.string(),
        amount: wireAmount.nullable().describe('Null: the whole item.'),
        currency: wireCurrency,
        reason: z.string(),
        part: z.enum(disputeParts).nullable(),
        openedOn: wireDay,
        saidBy: z.string().nullable(),
        note: z.string().nullable(),
        owner: z.string().nullable(),
        answerBy: wireDay.nullable(),
        state: z.enum(caseStates).nullable().describe('Null: no case follows it yet.'),
      }),
    ),
  }),
});
