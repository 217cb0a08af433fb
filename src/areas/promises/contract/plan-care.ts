/** What a plan that runs is given beside its money: leave to debit, a new age of its debts. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay, wireId } from '#platform/contract/wire.ts';
import { because, planParams } from './plans.ts';

export const giveMandate = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/plans/:planId/mandates',
  summary: 'Record leave to take the instalments by themselves; never a card number',
  tag: 'plans',
  permission: 'promises.make',
  params: planParams,
  body: z.object({
    method: z.enum(['ach', 'card']),
    institution: z.string().trim().min(1).max(100),
    lastFour: z.string().regex(/^\d{4}$/u),
    givenBy: z.string().trim().min(1).max(200),
  }),
  answer: z.object({ mandateId: wireId }),
});

export const endMandate = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/plans/:planId/mandates/:mandateId/end',
  summary: 'End the leave to take instalments by themselves',
  tag: 'plans',
  permission: 'promises.make',
  params: planParams.extend({ mandateId: wireId }),
  body: because,
  answer: z.object({ ended: z.literal(true) }),
});

export const reagePlan = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/plans/:planId/reaging',
  summary: 'Age the debts of a plan anew, within the limits; their first due days stay',
  tag: 'plans',
  permission: 'promises.make',
  params: planParams,
  body: because,
  answer: z.object({ from: wireDay }),
});
