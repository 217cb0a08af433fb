/** Documents written out, over HTTP. */
import { id } from '#kernel/ids.ts';
import { refuse } from '#kernel/outcome.ts';
import { type Served, serveFile } from '#platform/http/serve.ts';
import { invoiceFile } from '../answers/invoice-file.ts';
import * as contract from '../contract/invoices.ts';
import { documentsNamed } from '../store/documents.ts';

export const invoiceFileRoutes: readonly Served[] = [
  serveFile(contract.invoiceFile, async ({ params, query, desk, session }) => {
    const named = { accountId: id(params.accountId), documentId: id(params.documentId) };
    const [found] = await documentsNamed(desk.db, named, session.companyIds);
    if (!found) return refuse('statements.no_such_document', { number: params.documentId });
    return invoiceFile(found, query.as);
  }),
];
