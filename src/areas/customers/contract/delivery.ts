/** How an account gets its papers, over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireId, wireInstant, wireLanguage } from '#platform/contract/wire.ts';
import { deliveryRules, statementForms } from '../rules/delivery.ts';

const params = z.object({ accountId: wireId });
const reason = z.string().trim().min(1).max(500);
const line = z.string().trim().max(120);

const rule = {
  rule: z.enum(deliveryRules),
  statementForm: z.enum(statementForms),
  consolidated: z.boolean().describe('One statement for the whole family goes to this account.'),
  portalName: line.nullable(),
  portalUrl: z.string().trim().max(500).nullable(),
};

export const postalAddress = z.object({
  attention: line.nullable(),
  line1: line,
  line2: line.nullable(),
  city: line,
  state: line.nullable(),
  postalCode: line,
  country: line.describe('ISO 3166, two letters.'),
});

export const delivery = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/delivery',
  summary: 'How the account gets its statements and invoices, to whom and where',
  tag: 'accounts',
  permission: 'accounts.read',
  params,
  answer: z.object({
    ...rule,
    stated: z.boolean().describe('False: it follows from the addresses that are known.'),
    since: wireInstant.nullable(),
    contact: z
      .object({ contactId: wireId, name: z.string(), email: z.string(), language: wireLanguage })
      .nullable(),
    address: postalAddress
      .extend({
        addressId: wireId,
        since: wireInstant,
        refused: z.string().nullable().describe('Why the post brought a letter back.'),
      })
      .nullable(),
  }),
});
export type WireDelivery = z.infer<typeof delivery.answer>;

export const setDelivery = route({
  method: 'PUT',
  path: '/api/v1/accounts/:accountId/delivery',
  summary: 'Say how the account wants its statements and invoices',
  tag: 'accounts',
  permission: 'accounts.edit',
  params,
  body: z.object({
    rule: rule.rule,
    statementForm: rule.statementForm.default('balance_forward'),
    consolidated: rule.consolidated.default(false),
    portalName: rule.portalName.default(null),
    portalUrl: rule.portalUrl.default(null),
    reason,
  }),
  answer: z.object({ rule: z.enum(deliveryRules) }),
});

export const saveAddress = route({
  method: 'PUT',
  path: '/api/v1/accounts/:accountId/address',
  summary: 'Save where the account’s letters go',
  tag: 'accounts',
  permission: 'accounts.edit',
  params,
  body: z.object({ address: postalAddress, reason }),
  answer: z.object({ addressId: wireId }),
});
