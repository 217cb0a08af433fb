/** Refunds over HTTP: what may be paid back, asked for, let go, and what came of it. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { freeRefund } from '../actions/free-refund.ts';
import { clearPayment, retryRefund, returnPayment } from '../actions/follow-payment.ts';
import { releaseRefund } from '../actions/release-refund.ts';
import { type RequestRefund, requestRefund } from '../actions/request-refund.ts';
import { returnToDepartment } from '../actions/return-to-department.ts';
import { withdrawRefund } from '../actions/withdraw-refund.ts';
import { readRefund } from '../answers/one-refund.ts';
import { wireCredits, wireRefunds } from '../answers/wire.ts';
import * as contract from '../contract/refunds.ts';
import { standardRefundPolicy } from '../rules/findings.ts';
import { countStates } from '../store/list.ts';
import { readAmount } from './reading.ts';

const readings: readonly Served[] = [
  serve(contract.eligibleCredits, async ({ query, desk, session }) => {
    const companies = visibleCompanies(session, query.company);
    const accountId = query.accountId === undefined ? undefined : id(query.accountId);
    const reader = { today: desk.clock.today(), language: session.language };
    const all = await wireCredits(desk.db, { companies, accountId }, reader);
    const fitting = all.filter(
      ({ origin, clock }) =>
        (query.origin === undefined || origin === query.origin) &&
        (query.clock === undefined || clock !== null),
    );
    const rows = fitting.slice(0, query.limit);
    return accept({ rows, count: fitting.length, cut: rows.length < fitting.length });
  }),
  serve(contract.refunds, async ({ query, desk, session }) => {
    const companies = visibleCompanies(session, query.company);
    const accountId = query.accountId === undefined ? undefined : id(query.accountId);
    const filter = {
      companies,
      accountId,
      state: query.state,
      open: query.view === 'open' && query.state === undefined,
    };
    const reader = { today: desk.clock.today(), language: session.language };
    const rows = await wireRefunds(desk.db, filter, query.limit, reader);
    const states = await countStates(desk.db, companies);
    return accept({ rows, count: rows.length, cut: rows.length === query.limit, states });
  }),
  serve(contract.oneRefund, async ({ params, desk, session }) => {
    const { accountId, refundId } = idsOf(params);
    const reader = {
      today: desk.clock.today(),
      language: session.language,
      memberId: session.memberId,
    };
    const found = await readRefund(desk.db, { accountId, refundId }, reader);
    return found ? accept(found) : refuse('refunds.no_such_refund');
  }),
];

const asking: readonly Served[] = [
  serve(contract.requestRefund, async ({ params, body, perform }) => {
    const parts = readParts(body.parts, body.currency);
    if (!parts.ok) return parts;
    const { method, payee, payeeName, evidence } = body;
    const accountId = id(params.accountId);
    const wish = { accountId, parts: parts.value, method, payee, payeeName, evidence };
    return asked(perform, body.reason, wish);
  }),
  serve(contract.requestCreditRefund, async ({ params, body, perform }) => {
    const parts = readParts([{ itemId: params.itemId, amount: body.amount }], body.currency);
    if (!parts.ok) return parts;
    const accountId = id(params.accountId);
    const wish = { accountId, parts: parts.value, payee: 'customer' as const, evidence: '' };
    return asked(perform, body.reason, wish);
  }),
  serve(contract.withdrawRefund, ({ params, body, perform }) => {
    const one = idsOf(params);
    return perform(
      'refunds.withdraw_refund',
      body.reason,
      (context) => withdrawRefund(context, one),
      one.accountId,
    );
  }),
  serve(contract.freeRefund, ({ params, body, perform }) => {
    const one = idsOf(params);
    return perform(
      'refunds.free_refund',
      body.reason,
      (context) => freeRefund(context, one),
      one.accountId,
    );
  }),
  serve(contract.releaseRefund, ({ params, body, perform }) => {
    const one = idsOf(params);
    return perform(
      'refunds.release_refund',
      body.reason,
      (context) => releaseRefund(context, one),
      one.accountId,
    );
  }),
];

const following: readonly Served[] = [
  serve(contract.clearRefund, ({ params, body, desk, perform }) => {
    const one = { ...idsOf(params), on: body.on === undefined ? desk.clock.today() : day(body.on) };
    return perform(
      'refunds.clear_payment',
      body.reason,
      (context) => clearPayment(context, one),
      one.accountId,
    );
  }),
  serve(contract.returnRefund, ({ params, body, desk, perform }) => {
    const on = body.on === undefined ? desk.clock.today() : day(body.on);
    const one = { ...idsOf(params), on, code: body.code };
    return perform(
      'refunds.return_payment',
      body.reason,
      (context) => returnPayment(context, one),
      one.accountId,
    );
  }),
  serve(contract.retryRefund, ({ params, body, perform }) => {
    const one = idsOf(params);
    return perform(
      'refunds.retry_refund',
      body.reason,
      (context) => retryRefund(context, one),
      one.accountId,
    );
  }),
  serve(contract.returnToDepartment, ({ params, body, perform }) => {
    const one = idsOf(params);
    return perform(
      'refunds.return_to_department',
      body.reason,
      (context) => returnToDepartment(context, one),
      one.accountId,
    );
  }),
];

export const refundFlowRoutes: readonly Served[] = [...readings, ...asking, ...following];

type Perform = Parameters<Parameters<typeof serve<typeof contract.requestRefund>>[1]>[0]['perform'];

function asked(perform: Perform, reason: string, wish: RequestRefund) {
  return perform(
    'refunds.request_refund',
    reason,
    (context) => requestRefund(context, wish, standardRefundPolicy),
    wish.accountId,
  );
}

type Part = { readonly itemId: Id; readonly amount: Money };

function readParts(
  given: readonly { readonly itemId: string; readonly amount: string }[],
  code: string,
): Outcome<Part[], 'refunds.amount_unreadable'> {
  const parts: Part[] = [];
  for (const { itemId, amount } of given) {
    const read = readAmount(amount, code);
    if (!read.ok) return read;
    parts.push({ itemId: id(itemId), amount: read.value });
  }
  return accept(parts);
}

function idsOf(params: { readonly accountId: string; readonly refundId: string }) {
  return { accountId: id(params.accountId), refundId: id(params.refundId) };
}
