/** The register of customers' own portals, over HTTP. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { notePortal } from '../actions/note-portal.ts';
import * as contract from '../contract/portal.ts';
import { portalInvoices } from '../store/portal.ts';

export const portalRoutes: readonly Served[] = [
  serve(contract.portalRegister, async ({ query, desk, session }) => {
    const { company, state, limit } = query;
    const accountId = query.accountId === undefined ? undefined : id(query.accountId);
    const filter = { companies: visibleCompanies(session, company), state, accountId };
    const found = await portalInvoices(desk.db, filter, limit + 1);
    return accept({ rows: found.slice(0, limit), more: found.length > limit });
  }),
  serve(contract.notePortal, ({ params, body, desk, perform }) => {
    const accountId = id(params.accountId);
    const on = day(body.on ?? desk.clock.today());
    const { state, reference } = body;
    const wish = { accountId, documentId: id(params.documentId), state, on, reference };
    return perform(
      'statements.note_portal',
      body.reason,
      (context) => notePortal(context, wish),
      accountId,
    );
  }),
];
