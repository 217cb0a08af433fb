/** The daily close over HTTP: days, one day proved, signed, payments held over, the policy. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Session } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { endHeldOver, holdOver } from '../actions/closing/hold-over.ts';
import { setClosingPolicy } from '../actions/closing/set-closing-policy.ts';
import { signDay } from '../actions/closing/sign-day.ts';
import { signReview } from '../actions/closing/sign-review.ts';
import { wireReview } from '../answers/closing/review.ts';
import { readDay } from '../answers/closing/day.ts';
import * as contract from '../contract/closing.ts';
import { closingPolicyOf } from '../store/closing/policy.ts';
import { reviewsOf } from '../store/closing/reviews.ts';
import { cashDays } from '../store/closing/signatures.ts';

export const closingRoutes: readonly Served[] = [
  serve(contract.cashDays, async ({ query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    const { companyId, code } = company.value;
    const upTo = desk.clock.today();
    const rows = await cashDays(desk.db, companyId, { upTo, limit: query.limit });
    return accept({ company: code, rows });
  }),
  serve(contract.cashDay, async ({ query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    const { companyId, code } = company.value;
    const { language } = session;
    const today = desk.clock.today();
    const on = query.day === undefined ? today : day(query.day);
    const asked = { companyId, company: code, day: on, today, language };
    return accept(await readDay(desk.db, asked));
  }),
  serve(contract.reviews, async ({ query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    const { companyId, code } = company.value;
    const today = desk.clock.today();
    const on = query.day === undefined ? today : day(query.day);
    const found = await reviewsOf(desk.db, { companyId, day: on });
    const reader = { today, actor: session.actor.ref, language: session.language };
    return accept({ company: code, rows: found.map((each) => wireReview(each, reader)) });
  }),
  serve(contract.signReview, ({ params, body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const { companyId } = company.value;
    const wish = { companyId, reviewId: id(params.reviewId), note: body.note };
    return perform('cash.sign_review', body.note || 'looked over', (context) =>
      signReview(context, wish),
    );
  }),
  serve(contract.signDay, ({ params, body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const { companyId } = company.value;
    const wish = { companyId, day: day(params.day), note: body.note };
    return perform('cash.sign_day', body.note || 'the day balances', (context) =>
      signDay(context, wish),
    );
  }),
  serve(contract.holdOver, ({ params, body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const { leg, waitsFor, dueOn, reason } = body;
    const wish = {
      companyId: company.value.companyId,
      receiptId: id(params.receiptId),
      leg,
      waitsFor,
      dueOn: dueOn === undefined ? undefined : day(dueOn),
    };
    return perform('cash.hold_over', reason, (context) => holdOver(context, wish));
  }),
  serve(contract.endHolding, ({ params, body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const wish = { companyId: company.value.companyId, heldId: id(params.heldId) };
    return perform('cash.end_held_over', body.reason, (context) => endHeldOver(context, wish));
  }),
  serve(contract.closingPolicy, async ({ query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    const { lagDays, ...policy } = await closingPolicyOf(desk.db, company.value.companyId);
    return accept({ company: company.value.code, ...policy, cardLagDays: lagDays });
  }),
  serve(contract.setClosingPolicy, ({ body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const { company: _, cardLagDays: lagDays, reason, ...rest } = body;
    const policy = { ...rest, lagDays };
    const wish = { companyId: company.value.companyId, policy };
    return perform('cash.set_closing_policy', reason, (context) => setClosingPolicy(context, wish));
  }),
];

/** The company that is named, if it is in sight; else the first real one that is. */
export function companyOf(
  { companies }: Session,
  code: string | undefined,
): Outcome<{ companyId: Id; code: string }, 'cash.no_such_company'> {
  const own = companies.find((each) => !each.demo) ?? companies[0];
  const seen = code === undefined ? own : companies.find((each) => each.code === code);
  if (!seen) return refuse('cash.no_such_company');
  return accept({ companyId: seen.companyId, code: seen.code });
}
