/** Charges over HTTP: terms, quotes, runs, debit memos, short payments. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { answerShort } from './actions/answer-short.ts';
import { decideRun } from './actions/decide-run.ts';
import { askWaiver, reinstateCharge, reverseCharge, waiveCharge } from './actions/end-charge.ts';
import { prepareRun } from './actions/prepare-run.ts';
import { quoteCharges } from './actions/quote-charges.ts';
import { setTerms } from './actions/set-terms.ts';
import { readRests, wireCharge, wireRow, wireRun, wireTotals } from './answers/wire.ts';
import * as contract from './contract.ts';
import { shortReasons } from './rules/short.ts';
import { chargesOf } from './store/booked.ts';
import { termsOf } from './store/policy.ts';
import { rowsOfRun, runsOf } from './store/runs.ts';

const policyRoutes: readonly Served[] = [
  serve(contract.chargeTerms, async ({ params, desk, session }) => {
    const company = oneOf(session, params.code);
    if (!company.ok) return company;
    const { fees, statutes, ...terms } = await termsOf(desk.db, company.value.companyId);
    const laws = statutes.map(({ referenceRates, ...law }) => {
      return { ...law, referenceRates: [...referenceRates] };
    });
    return accept({ ...terms, fees: [...fees], statutes: laws });
  }),
  serve(contract.setChargeTerms, async ({ params, body, session, perform }) => {
    const company = oneOf(session, params.code);
    if (!company.ok) return company;
    const { reason, ...terms } = body;
    const wish = { companyId: company.value.companyId, terms };
    return perform('charges.set_terms', reason, (context) => setTerms(context, wish));
  }),
];

const runRoutes: readonly Served[] = [
  serve(contract.quotedCharges, async ({ query, desk, session }) => {
    const company = oneOf(session, query.company);
    if (!company.ok) return company;
    const { companyId, code } = company.value;
    const asOf = query.asOf === undefined ? desk.clock.today() : day(query.asOf);
    const quoted = await quoteCharges(desk.db, companyId, asOf, await termsOf(desk.db, companyId));
    const rows = quoted.rows.map(wireRow);
    const count = rows.filter(({ stopped }) => stopped === null).length;
    return accept({ company: code, asOf, rows, count, totals: wireTotals(quoted.totals) });
  }),
  serve(contract.prepareRun, async ({ body, session, perform }) => {
    const company = oneOf(session, body.company);
    if (!company.ok) return company;
    const { companyId } = company.value;
    return perform('charges.prepare_run', body.reason, (context) => {
      const asOf = body.asOf === undefined ? context.today : day(body.asOf);
      return prepareRun(context, { companyId, asOf });
    });
  }),
  serve(contract.chargeRuns, async ({ query, desk, session }) => {
    const rows = await runsOf(desk.db, visibleCompanies(session, query.company));
    return accept({ rows: rows.map((run) => wireRun(run, session.actor.ref)) });
  }),
  serve(contract.chargeRun, async ({ params, desk, session }) => {
    const runId = id(params.runId);
    const [run] = await runsOf(desk.db, session.companyIds, runId);
    if (!run) return refuse('charges.no_such_run');
    const rows = await rowsOfRun(desk.db, runId);
    return accept({ ...wireRun(run, session.actor.ref), rows: rows.map(wireRow) });
  }),
  serve(contract.decideRun, ({ params, body, session, perform }) => {
    const { companyIds: companies } = session;
    const wish = { runId: id(params.runId), said: body.said, companies };
    return perform('charges.decide_run', body.reason, (context) => decideRun(context, wish));
  }),
];

const bookedRoutes: readonly Served[] = [
  serve(contract.charges, async ({ query, desk, session }) => {
    const companies = visibleCompanies(session, query.company);
    return accept({ rows: (await chargesOf(desk.db, { companies })).map(wireCharge) });
  }),
  serve(contract.waiveCharge, ({ params, body, perform }) => {
    const which = whichOf(params);
    const doing = 'charges.waive_charge';
    return perform(doing, body.reason, (context) => waiveCharge(context, which), which.accountId);
  }),
  serve(contract.askWaiver, ({ params, body, perform }) => {
    const which = { ...whichOf(params), evidence: body.evidence };
    const doing = 'charges.ask_waiver';
    return perform(doing, body.reason, (context) => askWaiver(context, which), which.accountId);
  }),
  serve(contract.reverseCharge, ({ params, body, perform }) => {
    const which = whichOf(params);
    const doing = 'charges.reverse_charge';
    return perform(doing, body.reason, (context) => reverseCharge(context, which), which.accountId);
  }),
  serve(contract.reinstateCharge, ({ params, body, perform }) => {
    const which = whichOf(params);
    const work = 'charges.reinstate_charge';
    return perform(
      work,
      body.reason,
      (context) => reinstateCharge(context, which),
      which.accountId,
    );
  }),
];

const shortRoutes: readonly Served[] = [
  serve(contract.shortPayments, async ({ query, desk, session }) => {
    const companies = visibleCompanies(session, query.company);
    const all = await readRests(desk.db, companies, desk.clock.today());
    const viewed = all.filter(
      ({ said }) => query.view === 'all' || (said === null) === (query.view === 'unanswered'),
    );
    const asked = viewed.filter((row) => query.why === undefined || row.why === query.why);
    const reasons = shortReasons.flatMap((why) => {
      const count = viewed.filter((row) => row.why === why).length;
      return count === 0 ? [] : [{ why, count }];
    });
    const rows = asked.slice(0, query.limit);
    return accept({ rows, count: asked.length, reasons, cut: rows.length < asked.length });
  }),
  serve(contract.answerShort, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const { answer, note } = body;
    const until = body.until === null ? null : day(body.until);
    const wish = { accountId, itemId: id(params.itemId), answer, until, note };
    const doing = 'charges.answer_short';
    return perform(doing, note, (context) => answerShort(context, wish), accountId);
  }),
];

export const chargeRoutes: readonly Served[] = [
  ...policyRoutes,
  ...runRoutes,
  ...bookedRoutes,
  ...shortRoutes,
];

function whichOf(params: { readonly accountId: string; readonly chargeItemId: string }) {
  return { accountId: id(params.accountId), chargeItemId: id(params.chargeItemId) };
}

/** The company that is named, or the one that the reader sees first. */
function oneOf(
  session: Session,
  code: string | undefined,
): Outcome<Session['companies'][number], 'team.no_such_company'> {
  const seen = visibleCompanies(session, code);
  const company = session.companies.find(
    ({ companyId }) => seen === 'all' || seen.includes(companyId),
  );
  return company ? accept(company) : refuse('team.no_such_company', { company: code ?? '' });
}
