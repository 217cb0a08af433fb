/** Documents written out, over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireId } from '#platform/contract/wire.ts';

export const invoiceFile = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/documents/:documentId/file',
  summary: 'A document as UBL 2.1 (EN 16931), as Factur-X (PDF/A-3 with CII inside), or a PDF',
  tag: 'statements',
  permission: 'accounts.read',
  kind: 'file',
  params: z.object({ accountId: wireId, documentId: wireId }),
  query: z.object({ as: z.enum(['ubl', 'factur-x', 'pdf']).default('pdf') }),
  answer: z.undefined(),
});
