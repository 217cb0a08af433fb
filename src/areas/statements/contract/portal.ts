/** The register of customers' own portals, over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay, wireId } from '#platform/contract/wire.ts';
import { portalStates } from '../rules/portal.ts';

export const portalRegister = route({
  method: 'GET',
  path: '/api/v1/portal-register',
  summary: 'Open invoices of accounts with a portal of their own, and where each stands there',
  tag: 'statements',
  permission: 'accounts.read',
  query: z.object({
    company: z.string().optional(),
    state: z.enum(portalStates).optional(),
    accountId: wireId.optional().describe('Of this account only.'),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        accountId: wireId,
        documentId: wireId,
        account: z.string(),
        name: z.string(),
        portal: z.string(),
        portalUrl: z.string().nullable(),
        number: z.string(),
        issuedOn: wireDay,
        state: z.enum(portalStates),
        on: wireDay.nullable(),
        reason: z.string(),
        reference: z.string().nullable(),
      }),
    ),
    more: z.boolean(),
  }),
});
export type WirePortalInvoice = z.infer<typeof portalRegister.answer>['rows'][number];

export const notePortal = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/documents/:documentId/portal',
  summary: 'Write down what the customer’s portal says of an invoice',
  tag: 'statements',
  permission: 'accounts.note',
  params: z.object({ accountId: wireId, documentId: wireId }),
  body: z.object({
    state: z.enum(portalStates),
    on: wireDay.optional().describe('Default: today.'),
    reference: z.string().trim().max(200).nullable().default(null),
    reason: z.string().trim().min(1).max(500),
  }),
  answer: z.object({ state: z.enum(portalStates) }),
});
