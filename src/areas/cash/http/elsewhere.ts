/** Money that is not receivables, over the wire: booked, asked for, approved. */
import { id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { decideElsewhere, sendElsewhere } from '../actions/send-elsewhere.ts';
import * as contract from '../contract/elsewhere.ts';
import type { Elsewhere } from '../rules/receipts/elsewhere.ts';
import { requestsOf, waitingRequests } from '../store/elsewhere.ts';
import { companyInSight, receiptInSight } from './in-sight.ts';

export const elsewhereRoutes: readonly Served[] = [
  serve(contract.sendElsewhere, async ({ params, body, desk, session, perform }) => {
    const receipt = await receiptInSight(desk, session, params.receiptId);
    if (!receipt.ok) return receipt;
    const { receiptId } = receipt.value;
    const sister = body.sister === undefined ? undefined : companyInSight(session, body.sister);
    if (sister && !sister.ok) return sister;
    const to: Elsewhere = sister
      ? { kind: 'sister', sisterId: sister.value }
      : { kind: 'account', ledgerAccount: body.ledgerAccount };
    return perform('cash.send_elsewhere', body.reason, (context) =>
      sendElsewhere(context, { receiptId, to }),
    );
  }),
  serve(contract.elsewhereRequests, async ({ query, desk, session }) => {
    const requests = await waitingRequests(desk.db, visibleCompanies(session, query.company));
    const rows = requests.map(({ to, amount, asked, ...request }) => ({
      requestId: request.requestId,
      receiptId: request.receiptId,
      company: request.company,
      payerName: request.payerName,
      receivedOn: request.receivedOn,
      sister: request.sister,
      askedBy: request.askedBy,
      reason: request.reason,
      amount: formatMoney(amount),
      currency: amount.currency,
      ledgerAccount: to.kind === 'account' ? to.ledgerAccount : null,
      sisterId: to.kind === 'sister' ? to.sisterId : null,
      mine: asked === session.actor.ref,
    }));
    return accept({ rows });
  }),
  serve(contract.decideElsewhere, async ({ params, body, desk, session, perform }) => {
    const requestId = id(params.requestId);
    const [request] = await requestsOf(desk.db, session.companyIds, requestId);
    if (!request) return refuse('cash.no_such_request');
    return perform('cash.decide_elsewhere', body.reason, (context) =>
      decideElsewhere(context, { requestId, outcome: body.outcome }),
    );
  }),
];
