/** The queue and the match board over the wire. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import { loweredFacts } from '#areas/ledger/rules/returned-check-fee.ts';
import { matchReceipts } from '../actions/match-receipts.ts';
import { reopenReceipt } from '../actions/move-credit.ts';
import { saveBoard } from '../actions/save-board.ts';
import { settleReturn } from '../actions/settle-return.ts';
import { waitForPayer } from '../actions/wait-for-payer.ts';
import { boardAnswer } from '../answers/board.ts';
import { wireReceipt } from '../answers/wire-receipts.ts';
import * as contract from '../contract/board.ts';
import type { ReceiptState } from '../rules/receipts/receipt.ts';
import { linesOfItem } from '../store/board-items.ts';
import { isOfCompany } from '../store/items.ts';
import { listReceipts, waitingByBand } from '../store/receipt-list.ts';
import { lockReceipt } from '../store/receipts.ts';
import { companyInSight, receiptInSight } from './in-sight.ts';

const shown: Readonly<Record<'waiting' | 'posted' | 'all', readonly ReceiptState[] | undefined>> = {
  waiting: ['unposted', 'awaiting', 'reopened'],
  posted: ['posted', 'returned', 'reversed', 'settled', 'elsewhere', 'split'],
  all: undefined,
};

const readings: readonly Served[] = [
  serve(contract.receipts, async ({ query, desk, session }) => {
    const { view, band, state, q, limit, company } = query;
    const list = listName('cash receipts', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const companies = visibleCompanies(session, company);
    const states = state === undefined ? shown[view] : [state];
    const filter = { companies, states, band, search: q };
    const [{ rows, count }, bands] = await Promise.all([
      listReceipts(desk.db, filter, { offset: offset.value, limit }),
      waitingByBand(desk.db, companies),
    ]);
    return accept({
      rows: rows.map(wireReceipt),
      bands: bands.map((each) => ({ ...each, amount: formatMoney(each.amount) })),
      count,
      nextCursor: nextOffset(list, offset.value + rows.length, count),
    });
  }),
  serve(contract.board, async ({ params, query, desk, session }) => {
    const receipt = await receiptInSight(desk, session, params.receiptId);
    if (!receipt.ok) return receipt;
    const account = query.account === undefined ? undefined : id(query.account);
    if (account && !(await isOfCompany(desk.db, account, receipt.value.companyId))) {
      return refuse('cash.no_such_account');
    }
    const wish = { account, scope: query.scope, today: desk.clock.today() };
    const sisters = session.companies
      .filter(({ companyId, demo }) => companyId !== receipt.value.companyId && !demo)
      .map(({ code, name }) => ({ code, name }));
    return accept({ ...(await boardAnswer(desk.db, receipt.value, wish)), sisters });
  }),
  serve(contract.itemLines, async ({ params, desk }) => {
    const rows = await linesOfItem(desk.db, id(params.accountId), id(params.itemId));
    return accept({ rows: rows.map((row) => ({ ...row, amount: formatMoney(row.amount) })) });
  }),
];

const writings: readonly Served[] = [
  serve(contract.saveBoard, async ({ params, body, desk, session, perform }) => {
    const receipt = await receiptInSight(desk, session, params.receiptId);
    if (!receipt.ok) return receipt;
    const wish = { receiptId: receipt.value.receiptId, draft: body };
    return perform('cash.save_board', 'left unfinished', (context) => saveBoard(context, wish));
  }),
  serve(contract.reopenReceipt, async ({ params, body, desk, session, perform }) => {
    const receipt = await receiptInSight(desk, session, params.receiptId);
    if (!receipt.ok) return receipt;
    const { receiptId, account } = receipt.value;
    return perform(
      'cash.reopen_receipt',
      body.reason,
      async (context) => {
        const done = await reopenReceipt(context, { receiptId, fault: body.fault });
        return done.ok ? accept({ receiptId }) : done;
      },
      account?.accountId,
    );
  }),
  serve(contract.settleReturn, async ({ params, body, desk, session, perform }) => {
    const receipt = await receiptInSight(desk, session, params.receiptId);
    if (!receipt.ok) return receipt;
    const { receiptId } = receipt.value;
    return perform('cash.settle_return', 'the bank took it back', async (context) => {
      const back = await lockReceipt(context.tx, receiptId);
      if (!back) return refuse('cash.no_such_receipt');
      const settled = await settleReturn(context, back, body.returnedId);
      if (!settled.ok) return settled;
      const { feeItemId, lowered } = settled.value;
      return accept({ receiptId, feeItemId, feeLowered: lowered && loweredFacts(lowered) });
    });
  }),
  serve(contract.askPayer, async ({ params, body, desk, session, perform }) => {
    const receipt = await receiptInSight(desk, session, params.receiptId);
    if (!receipt.ok) return receipt;
    const { receiptId } = receipt.value;
    const { waitsFor } = body;
    const until = body.until === null ? null : day(body.until);
    return perform('cash.wait_for_payer', waitsFor === '' ? 'answered' : waitsFor, (context) =>
      waitForPayer(context, { receiptId, waitsFor, until }),
    );
  }),
  serve(contract.match, async ({ body, session, perform }) => {
    const companyId = companyInSight(session, body.company);
    if (!companyId.ok) return companyId;
    const receiptIds = body.receiptIds === undefined ? 'all' : body.receiptIds.map(id);
    const wish = { companyId: companyId.value, receiptIds } as const;
    return perform('cash.match_receipts', 'asked for', async (context) => {
      const done = await matchReceipts(context, wish);
      if (!done.ok) return done;
      const { matched } = done.value;
      const posted = matched.filter((each) => each.posted).length;
      return accept({ decided: matched.length, posted, waiting: matched.length - posted });
    });
  }),
];

export const boardRoutes: readonly Served[] = [...readings, ...writings];
