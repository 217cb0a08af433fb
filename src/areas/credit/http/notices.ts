/** Notices of credit cut or refused, over the wire: listed, marked as sent. */
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { sendNotice } from '../actions/send-notice.ts';
import { writeNotice } from '../actions/write-notice.ts';
import { wireNotice } from '../answers/wire.ts';
import * as contract from '../contract/notices.ts';
import { creditNotices, mostNotices } from '../store/notices.ts';

export const noticeRoutes: readonly Served[] = [
  serve(contract.creditNotices, async ({ query, desk, session }) => {
    const companies = visibleCompanies(session, query.company);
    const rows = await creditNotices(desk.db, { companies, sent: query.view === 'sent' });
    const shown = rows.slice(0, mostNotices);
    return accept({ rows: shown.map(wireNotice), cut: rows.length > shown.length });
  }),
  serve(contract.sendNotice, ({ params, body, perform }) => {
    const [accountId, clockId] = [id(params.accountId), id(params.clockId)];
    return perform(
      'credit.send_notice',
      body.reason,
      (context) => sendNotice(context, { accountId, clockId }),
      accountId,
    );
  }),
  serve(contract.writeNotice, ({ params, body, perform }) => {
    const [accountId, clockId] = [id(params.accountId), id(params.clockId)];
    const contactId = body.contactId === null ? null : id(body.contactId);
    return perform(
      'credit.write_notice',
      'the notice as a letter',
      (context) => writeNotice(context, { ...body, accountId, clockId, contactId }),
      accountId,
    );
  }),
];
