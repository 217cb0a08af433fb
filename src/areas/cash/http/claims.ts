/** Payments of claims (X12 835): listed, read with their claims, posted whole. */
import { id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Desk } from '#platform/action.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { postClaims } from '../actions/claims/post-claims.ts';
import * as contract from '../contract/claims.ts';
import {
  type KnownClaimPayment,
  claimPaymentById,
  claimPayments,
  claimsPosted,
} from '../store/claims/claims.ts';

export const claimRoutes: readonly Served[] = [
  serve(contract.claimPayments, async ({ query, desk, session }) => {
    const companies = visibleCompanies(session, query.company);
    const rows = await claimPayments(desk.db, companies, query.limit);
    return accept({ rows: rows.map(wirePayment) });
  }),
  serve(contract.claimPayment, async ({ params, desk, session }) => {
    const known = await inSight(desk, session, params.remittanceId);
    if (!known.ok) return known;
    const { payment, currency, remittanceId } = known.value;
    const told = (minor: bigint): string => formatMoney(money(minor, currency));
    const posted = await claimsPosted(desk.db, remittanceId);
    return accept({
      payment: wirePayment(known.value),
      claims: payment.claims.map(({ claim, status, charged, paid, reductions }) => ({
        claim,
        status,
        charged: told(charged),
        paid: told(paid),
        reductions: reductions.map(({ group, code, amount }) => ({
          reason: `${group}-${code}`,
          amount: told(amount),
        })),
      })),
      deductions: payment.deductions.map((each) => ({ ...each, amount: told(each.amount) })),
      posted: posted.map(({ claim, account, itemId, ...line }) => ({
        claim,
        account,
        itemId,
        paid: told(line.paid),
        adjusted: told(line.adjusted),
        patient: told(line.patient),
        left: told(line.left),
      })),
    });
  }),
  serve(contract.postClaims, async ({ params, body, desk, session, perform }) => {
    const known = await inSight(desk, session, params.remittanceId);
    if (!known.ok) return known;
    const payerId = body.payerId === undefined ? undefined : id(body.payerId);
    const wish = { remittanceId: known.value.remittanceId, payerId };
    return perform('cash.post_claims', 'as the payer explained it', (context) =>
      postClaims(context, wish),
    );
  }),
];

async function inSight(
  desk: Desk,
  session: Session,
  remittanceId: string,
): Promise<Outcome<KnownClaimPayment, 'cash.no_such_claim_payment'>> {
  const known = await claimPaymentById(desk.db, id(remittanceId));
  const seen = known && session.companies.some(({ companyId }) => companyId === known.companyId);
  return seen ? accept(known) : refuse('cash.no_such_claim_payment');
}

function wirePayment(known: KnownClaimPayment): AnswerOf<typeof contract.claimPayment>['payment'] {
  const { remittanceId, company, payerName, reference, paidOn, currency, receiptId } = known;
  return {
    remittanceId,
    company,
    payerName,
    reference,
    paidOn,
    currency,
    total: known.total === null ? null : formatMoney(money(known.total, currency)),
    claims: known.payment.claims.length,
    receiptId,
    state: stateOf(known),
  };
}

function stateOf({ posted, asked, receiptId, total }: KnownClaimPayment) {
  if (posted) return 'posted';
  if (asked) return 'asked';
  return receiptId === null && total !== 0n ? 'awaits_money' : 'ready';
}
