/** The files that carry refunds out, over HTTP: made once, fetched again as they were. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { localTimeOf } from '#kernel/local-time.ts';
import { currency, formatMoney } from '#kernel/money.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { companyByCode } from '#areas/team/index.ts';
import { makePayout, payoutPurpose } from '../actions/make-payout.ts';
import { saveSetting } from '../actions/save-setting.ts';
import { readPositivePay } from '../answers/checks/positive-pay.ts';
import { printChecks } from '../answers/checks/print-checks.ts';
import { wirePayout } from '../answers/wire.ts';
import * as contract from '../contract/payouts.ts';
import { readyToPay } from '../store/list.ts';
import { payouts } from '../store/payments.ts';
import { companyNamed, sealOf } from './reading.ts';

const mostFiles = 100;

export const payoutRoutes: readonly Served[] = [
  serve(contract.payouts, async ({ query, desk, session }) => {
    const companies = visibleCompanies(session, query.company);
    const made = await payouts(desk.db, { companies }, mostFiles);
    const ready = await readyToPay(desk.db, companies);
    return accept({
      rows: made.map(wirePayout),
      ready: ready.map(({ total, ...row }) => {
        return { ...row, total: formatMoney(total), currency: total.currency };
      }),
    });
  }),
  serve(contract.makePayout, async ({ body, desk, session, perform }) => {
    const company = companyNamed(session, body.company);
    if (!company.ok) return company;
    const seal = sealOf(desk);
    if (!seal.ok) return seal;
    const { companyId, code } = company.value;
    const zone = (await companyByCode(desk.db, code))?.zone ?? 'UTC';
    const wish = {
      companyId,
      company: code,
      method: body.method,
      currency: currency(body.currency),
      time: timeText(localTimeOf(desk.clock.now(), zone).minutes),
    };
    return perform('refunds.make_payout', body.reason, async (context) => {
      const done = await makePayout(context, wish, seal.value);
      if (!done.ok) return done;
      const { total, ...rest } = done.value;
      return accept({ ...rest, total: formatMoney(total), currency: total.currency });
    });
  }),
  serveFile(contract.payoutFile, async ({ params, desk, session }) => {
    const seal = sealOf(desk);
    if (!seal.ok) return seal;
    const payoutId = id(params.payoutId);
    const [found] = await payouts(desk.db, { companies: session.companyIds, payoutId }, 1);
    const body = found && seal.value.open(found.sealed, payoutPurpose(payoutId));
    if (!found || body === undefined) return refuse('refunds.no_such_payout');
    return accept({ name: found.fileName, type: 'application/octet-stream', body });
  }),
  serveFile(contract.payoutChecks, async ({ params, desk, session }) => {
    const printed = await printChecks(desk.db, session.companyIds, id(params.payoutId));
    return printed.ok ? accept({ ...printed.value, type: 'application/pdf' }) : printed;
  }),
  serveFile(contract.positivePayFile, async ({ params, query, desk, session }) => {
    const company = companyNamed(session, params.company);
    if (!company.ok) return company;
    const today = desk.clock.today();
    const from = query.from === undefined ? today : day(query.from);
    const to = query.to === undefined ? today : day(query.to);
    const file = await readPositivePay(desk.db, company.value, { from, to });
    return file.ok ? accept({ ...file.value, type: 'text/csv; charset=utf-8' }) : file;
  }),
  serve(contract.saveSetting, async ({ params, body, session, perform }) => {
    const company = companyNamed(session, params.company);
    if (!company.ok) return company;
    const { reason, ...given } = body;
    const details = Object.fromEntries(
      Object.entries(given).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
    );
    const { companyId } = company.value;
    return perform('refunds.save_setting', reason, (context) =>
      saveSetting(context, { companyId, method: params.method, details }),
    );
  }),
];

/** `HHMM`. */
function timeText(minutes: number): string {
  const two = (of: number): string => String(of).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}
