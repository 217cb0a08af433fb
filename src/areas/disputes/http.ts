/** Disputes over the wire: opened, listed by account. */
import { id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { openDispute } from './actions/open-dispute.ts';
import { readDispute } from './answers/read-dispute.ts';
import * as contract from './contract.ts';
import { boardRoutes } from './http/board.ts';
import { caseFileRoutes, caseRoutes } from './http/case.ts';
import { causeRoutes } from './http/causes.ts';
import { openDisputesOf } from './store/cases.ts';

export const disputeRoutes: readonly Served[] = [
  ...boardRoutes,
  ...caseRoutes,
  ...caseFileRoutes,
  ...causeRoutes,
  serve(contract.openDispute, async ({ params, body, perform }) => {
    const wish = readDispute(id(params.accountId), body);
    if (!wish.ok) return wish;
    return perform(
      'disputes.open_dispute',
      `said by ${body.saidBy}`,
      async (context) => {
        const opened = await openDispute(context, wish.value);
        if (!opened.ok) return opened;
        const { caseId, disputed } = opened.value;
        // As text: the answer is kept under the key of the request.
        return accept({ caseId, disputed: disputed.map(formatMoney) });
      },
      wish.value.accountId,
    );
  }),
  serve(contract.accountDisputes, async ({ params, desk }) => {
    const rows = await openDisputesOf(desk.db, id(params.accountId));
    return accept({
      rows: rows.map(({ number, amount, ...row }) => ({
        ...row,
        document: number,
        amount: amount && formatMoney(amount),
      })),
    });
  }),
];
