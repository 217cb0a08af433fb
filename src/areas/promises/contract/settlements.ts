/** What settlements say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { boundRoles } from '../rules/plans/policy.ts';
import { settlementStates } from '../rules/settlements/states.ts';
import { because } from './plans.ts';

export { settlementStates };

const accountParams = z.object({ accountId: wireId });

const settlement = z.object({
  settlementId: wireId,
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  state: z.enum(settlementStates),
  stateOn: wireDay,
  currency: wireCurrency,
  balance: wireAmount,
  offer: wireAmount,
  payBy: wireDay,
  paid: wireAmount,
  waived: wireAmount.describe('Written off when it was fulfilled.'),
  offeredTo: z.string(),
  needsRole: z.enum(boundRoles).nullable(),
  madeOn: wireDay,
  madeBy: z.string(),
  items: z.array(z.object({ itemId: wireId, document: z.string(), covered: wireAmount })),
});
export type WireSettlement = z.infer<typeof settlement>;

export const offerSettlement = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/settlements',
  summary: 'Offer to take less for all of it by a day; beyond one’s floor approval is asked for',
  tag: 'settlements',
  permission: 'promises.make',
  params: accountParams,
  body: z.object({
    currency: wireCurrency,
    offer: wireAmount,
    payBy: wireDay,
    itemIds: z.array(wireId).max(500).default([]).describe('None: every open debt.'),
    offeredTo: z.string().trim().min(1).max(200),
    note: z.string().max(4000).default(''),
  }),
  answer: z.object({ settlementId: wireId, requestId: wireId.nullable() }),
});

export const accountSettlements = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/settlements',
  summary: 'The settlements of an account, newest first',
  tag: 'settlements',
  permission: 'accounts.read',
  params: accountParams,
  answer: z.object({ rows: z.array(settlement) }),
});

export const settlements = route({
  method: 'GET',
  path: '/api/v1/settlements',
  summary: 'Settlements: those that stand first, by their day; at most 500',
  tag: 'settlements',
  permission: 'accounts.read',
  query: z.object({ state: z.enum(settlementStates).optional() }),
  answer: z.object({ rows: z.array(settlement), more: z.boolean() }),
});

export const withdrawSettlement = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/settlements/:settlementId/withdrawal',
  summary: 'Take an offer back before it is paid',
  tag: 'settlements',
  permission: 'promises.make',
  params: accountParams.extend({ settlementId: wireId }),
  body: because,
  answer: z.object({ state: z.enum(settlementStates) }),
});
