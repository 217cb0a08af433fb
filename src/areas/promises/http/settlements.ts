/** Settlements over the wire: offered, taken back, listed. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { offerSettlement } from '../actions/settlements/offer-settlement.ts';
import { withdrawSettlement } from '../actions/settlements/withdraw-settlement.ts';
import { wireSettlement } from '../answers/settlements.ts';
import * as contract from '../contract/settlements.ts';
import { standardPlanPolicy } from '../rules/plans/policy.ts';
import { listSettlements } from '../store/settlements/list.ts';
import { readAmount } from './reading.ts';

/** More of them than anybody reads at once; the answer says when there are more. */
const most = 500;

export const settlementRoutes: readonly Served[] = [
  serve(contract.offerSettlement, ({ params, body, perform }) => {
    const offer = readAmount(body.offer, currency(body.currency));
    if (!offer.ok) return Promise.resolve(offer);
    const { offeredTo, note } = body;
    const accountId = id(params.accountId);
    const itemIds = [...new Set(body.itemIds.map(id))];
    const payBy = day(body.payBy);
    const wish = { accountId, itemIds, offer: offer.value, payBy, offeredTo, note };
    return perform(
      'promises.offer_settlement',
      `offered to ${offeredTo}`,
      (context) => offerSettlement(context, wish, standardPlanPolicy),
      accountId,
    );
  }),
  serve(contract.withdrawSettlement, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const settlementId = id(params.settlementId);
    return perform(
      'promises.withdraw_settlement',
      body.reason,
      (context) => withdrawSettlement(context, { accountId, settlementId }),
      accountId,
    );
  }),
  serve(contract.accountSettlements, async ({ params, desk, session }) => {
    const filter = { accountId: id(params.accountId), companies: 'all' } as const;
    const rows = await listSettlements(desk.db, filter, null);
    return accept({ rows: rows.map((row) => wireSettlement(row, session.language)) });
  }),
  serve(contract.settlements, async ({ query, desk, session }) => {
    const filter = { state: query.state, companies: visibleCompanies(session) };
    const found = await listSettlements(desk.db, filter, most + 1);
    const rows = found.slice(0, most).map((row) => wireSettlement(row, session.language));
    return accept({ rows, more: found.length > most });
  }),
];
