/** The month-end page over HTTP: read, its rows, its file, and what people write down for it. */
import { id } from '#kernel/ids.ts';
import { currency, type Money, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { renderReport } from '#platform/cli/report.ts';
import { fileTypes } from '#platform/files/file-types.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { periodNamed } from '#areas/ledger/rules/period.ts';
import {
  enterBalance,
  explainDifference,
  setChecklist,
  tickStep,
  withdrawExplanation,
} from '../actions/prepare-month-end.ts';
import { signMonthEnd } from '../actions/sign-month-end.ts';
import { monthEndReport } from '../answers/month-end-report.ts';
import { readMonthEnd } from '../answers/month-end.ts';
import * as contract from '../contract/month-end.ts';
import { calendarOf, lastSignOff } from '../store/month-end-facts.ts';
import { partRows } from '../store/month-end-rows.ts';
import { seenCompany } from './trial-balance.ts';

export const monthEndRoutes: readonly Served[] = [
  serve(contract.monthEnd, async ({ query, session, desk }) => {
    const company = await seenCompany(desk, session, query.company);
    if (!company.ok) return company;
    const asked = { today: desk.clock.today(), period: query.period };
    const answer = await readMonthEnd(desk.db, company.value, asked);
    return answer ? accept(answer) : noPeriod(query.period);
  }),

  serve(contract.monthEndRows, async ({ params, query, session, desk }) => {
    const company = await seenCompany(desk, session, query.company);
    if (!company.ok) return company;
    const { companyId, baseCurrency } = company.value;
    const period = periodNamed(params.period, await calendarOf(desk.db, companyId));
    if (!period) return noPeriod(params.period);
    const signed = await lastSignOff(desk.db, { companyId, period: period.name });
    const { firstOn, lastOn } = period;
    const cut = { companyId, firstOn, lastOn, knownAt: signed?.knownAt ?? 'infinity' } as const;
    const rows = await partRows(desk.db, cut, query.part, query.limit);
    return accept({
      more: rows.length > query.limit,
      rows: rows.slice(0, query.limit).map((row) => {
        const code = query.part === 'revaluation' ? baseCurrency : row.currency;
        return {
          accountId: row.account_id,
          account: row.account,
          name: row.name,
          kind: row.kind,
          document: row.number,
          effectiveOn: row.effective_on,
          postedOn: row.posted_on,
          recordedAt: row.recorded_at,
          currency: code,
          amount: formatMoney(money(row.amount, code)),
          by: row.by === undefined ? null : actorName(row.by, session.language),
          reason: row.reason ?? null,
        };
      }),
    });
  }),

  serveFile(contract.exportMonthEnd, async ({ params, query, session, desk }) => {
    const company = await seenCompany(desk, session, query.company);
    if (!company.ok) return company;
    const asked = { today: desk.clock.today(), period: params.period };
    const answer = await readMonthEnd(desk.db, company.value, asked);
    if (!answer) return noPeriod(params.period);
    const report = monthEndReport(answer, session.language);
    const body = await renderReport(report, query.format, session.language);
    return accept({
      name: `${report.fileName}.${query.format}`,
      type: fileTypes[query.format],
      body,
    });
  }),

  serve(contract.enterBalance, async ({ params, body, session, desk, perform }) => {
    const company = await seenCompany(desk, session, body.company);
    if (!company.ok) return company;
    const amount = readAmount(body.amount, body.currency);
    if (!amount.ok) return amount;
    const { inBase, withoutCredits, withRevaluation, note } = body;
    const { period } = params;
    return perform('reports.enter_balance', note || 'month end', async (context) => {
      const done = await enterBalance(context, {
        company: company.value,
        period,
        amount: amount.value,
        inBase,
        withoutCredits,
        withRevaluation,
        note,
      });
      return done.ok ? accept({ period }) : done;
    });
  }),

  serve(contract.explainDifference, async ({ params, body, session, desk, perform }) => {
    const company = await seenCompany(desk, session, body.company);
    if (!company.ok) return company;
    const amount = readAmount(body.amount, body.currency);
    if (!amount.ok) return amount;
    const { inBase, note } = body;
    const wish = { company: company.value, period: params.period, inBase, note };
    return perform('reports.explain_difference', note, (context) =>
      explainDifference(context, { ...wish, amount: amount.value }),
    );
  }),

  serve(contract.withdrawExplanation, async ({ params, body, session, desk, perform }) => {
    const company = await seenCompany(desk, session, body.company);
    if (!company.ok) return company;
    const { period } = params;
    const wish = { company: company.value, period, explanationId: id(params.explanationId) };
    return perform('reports.withdraw_explanation', 'month end', async (context) => {
      const done = await withdrawExplanation(context, wish);
      return done.ok ? accept({ period }) : done;
    });
  }),

  serve(contract.tickStep, async ({ params, body, session, desk, perform }) => {
    const company = await seenCompany(desk, session, body.company);
    if (!company.ok) return company;
    const { step, done, note } = body;
    const { period } = params;
    const wish = { company: company.value, period, step, done, note };
    return perform('reports.tick_step', note || 'month end', async (context) => {
      const ticked = await tickStep(context, wish);
      return ticked.ok ? accept({ period }) : ticked;
    });
  }),

  serve(contract.signMonthEnd, async ({ params, body, session, desk, perform }) => {
    const company = await seenCompany(desk, session, body.company);
    if (!company.ok) return company;
    const wish = { company: company.value, period: params.period, note: body.note };
    return perform('reports.sign_month_end', body.note || 'month end', (context) =>
      signMonthEnd(context, wish),
    );
  }),

  serve(contract.setChecklist, async ({ body, session, desk, perform }) => {
    const company = await seenCompany(desk, session, body.company);
    if (!company.ok) return company;
    const wish = { company: company.value, steps: body.steps };
    return perform('reports.set_checklist', 'month end', (context) => setChecklist(context, wish));
  }),
];

function noPeriod(period = '') {
  return refuse('reports.no_such_period', { period });
}

function readAmount(text: string, code: string): Outcome<Money, 'reports.amount_unreadable'> {
  const amount = parseMoney(text, currency(code));
  return amount ? accept(amount) : refuse('reports.amount_unreadable', { amount: text, code });
}
