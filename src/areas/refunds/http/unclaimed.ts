/** Money that nobody asks for, over HTTP. */
import { id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { makeReport, requestSurrender, writeLetters } from '../actions/surrender-credits.ts';
import { readUnclaimed } from '../answers/unclaimed.ts';
import * as contract from '../contract/unclaimed.ts';
import { reportsOf } from '../store/unclaimed.ts';
import { companyNamed } from './reading.ts';

export const unclaimedRoutes: readonly Served[] = [
  serve(contract.unclaimed, async ({ query, desk, session }) =>
    accept(
      await readUnclaimed(desk.db, visibleCompanies(session, query.company), desk.clock.today()),
    ),
  ),
  serve(contract.writeOwnerLetters, async ({ body, session, perform }) => {
    const company = companyNamed(session, body.company);
    if (!company.ok) return company;
    return perform('refunds.write_letters', body.reason, (context) =>
      writeLetters(context, [company.value.companyId]),
    );
  }),
  serve(contract.requestSurrender, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const wish = { accountId, creditId: id(params.creditId), evidence: body.evidence };
    return perform(
      'refunds.request_surrender',
      body.reason,
      (context) => requestSurrender(context, wish),
      accountId,
    );
  }),
  serve(contract.makeUnclaimedReport, async ({ body, session, perform }) => {
    const company = companyNamed(session, body.company);
    if (!company.ok) return company;
    const { companyId, code } = company.value;
    return perform('refunds.make_report', body.reason, async (context) => {
      const made = await makeReport(context, { companyId, company: code, state: body.state });
      if (!made.ok) return made;
      const { total, ...rest } = made.value;
      return accept({ ...rest, total: formatMoney(total), currency: total.currency });
    });
  }),
  serveFile(contract.unclaimedFile, async ({ params, desk, session }) => {
    const reports = await reportsOf(desk.db, session.companyIds);
    const found = reports.find(({ reportId }) => reportId === params.reportId);
    if (!found) return refuse('refunds.no_such_payout');
    return accept({ name: found.fileName, type: 'text/csv; charset=utf-8', body: found.content });
  }),
];
