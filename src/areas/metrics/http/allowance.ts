/** The allowance for credit losses over HTTP: prepared by one, reviewed by another. */
import { day } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import { id } from '#kernel/ids.ts';
import { type Currency, type Money, currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { prepareAllowance } from '../actions/prepare-allowance.ts';
import { reviewAllowance } from '../actions/review-allowance.ts';
import * as contract from '../contract/allowance.ts';
import { type AllowanceRow, allowancesOf } from '../store/allowances.ts';
import { companyNamed } from './company.ts';

export const allowanceRoutes: readonly Served[] = [
  serve(contract.allowances, async ({ query, session, desk }) => {
    const rows = await allowancesOf(desk.db, visibleCompanies(session, query.company));
    return accept({ rows: rows.map((row) => wire(row, session.actor.ref)) });
  }),

  serve(contract.prepareAllowance, async ({ body, session, desk, perform }) => {
    const company = await companyNamed(desk.db, session, body.company);
    if (!company.ok) return company;
    const code = currency(body.currency ?? company.value.baseCurrency);
    const before = amountIn(body.before, code);
    if (!before.ok) return before;
    const singly: { accountId: ReturnType<typeof id>; reserve: Money }[] = [];
    for (const { accountId, reserve } of body.singly) {
      const read = amountIn(reserve, code);
      if (!read.ok) return read;
      singly.push({ accountId: id(accountId), reserve: read.value });
    }
    const wish = {
      companyId: company.value.companyId,
      currency: code,
      asOf: body.asOf === undefined ? desk.clock.today() : day(body.asOf),
      method: body.method,
      lossRates: body.lossRates.map(decimal),
      writeOffRoll: body.writeOffRoll === undefined ? null : decimal(body.writeOffRoll),
      months: body.months,
      forwardAdjustment: decimal(body.forwardAdjustment),
      before: before.value,
      singly,
    };
    return perform('metrics.prepare_allowance', body.reason, async (context) => {
      const made = await prepareAllowance(context, wish);
      if (!made.ok) return made;
      const { allowanceId, facts } = made.value;
      return accept({
        allowanceId,
        facts: { ...facts, buckets: [...facts.buckets], singly: [...facts.singly] },
      });
    });
  }),

  serve(contract.reviewAllowance, ({ params, body, session, perform }) =>
    perform('metrics.review_allowance', body.note || body.verdict, (context) =>
      reviewAllowance(context, {
        allowanceId: id(params.allowanceId),
        companies: visibleCompanies(session),
        verdict: body.verdict,
        note: body.note,
      }),
    ),
  ),
];

function amountIn(text: string, code: Currency): Outcome<Money, 'metrics.target_unreadable'> {
  const read = parseMoney(text, code);
  return read ? accept(read) : refuse('metrics.target_unreadable', { target: text });
}

function wire(row: AllowanceRow, reader: string) {
  return {
    allowanceId: row.allowance_id,
    company: row.company,
    asOf: row.as_of,
    knownAt: row.known_at,
    currency: row.currency,
    method: row.method,
    // As it was written when it was computed.
    facts: contract.allowanceFacts.parse(row.facts),
    preparedBy: row.prepared_by,
    preparedAt: row.recorded_at,
    own: row.actor === reader,
    reason: row.reason,
    verdict: row.verdict,
    note: row.note,
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at,
  };
}
