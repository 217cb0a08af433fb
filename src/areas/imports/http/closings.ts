/** The routes of what a snapshot closed: the list to confirm, the answer, the age of the data. */
import { id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import { confirmClosings } from '../actions/confirm-closings.ts';
import { dataSources } from '../answers/sources.ts';
import * as contract from '../contract.ts';
import { openClosings } from '../store/closings.ts';

export const closingRoutes: readonly Served[] = [
  serve(contract.sources, async ({ query, session, desk }) => {
    const scope = visibleCompanies(session, query.company);
    return accept(await dataSources(desk.db, scope, desk.clock.today()));
  }),

  serve(contract.closings, async ({ query, session, desk }) => {
    const list = listName('closings', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const scope = visibleCompanies(session, query.company);
    const page = { limit: query.limit, offset: offset.value };
    const { rows, count } = await openClosings(desk.db, scope, page);
    return accept({
      rows: rows.map((row) => ({
        accountId: row.account_id,
        adjustmentId: row.adjustment_id,
        account: row.account,
        name: row.name,
        company: row.company,
        source: row.source,
        number: row.number,
        closedOn: row.closed_on,
        dueOn: row.due_on,
        currency: row.currency,
        amount: formatMoney(money(row.amount_minor, row.currency)),
      })),
      count,
      nextCursor: nextOffset(list, offset.value + rows.length, count),
    });
  }),

  serve(contract.confirmClosings, ({ body, session, perform }) => {
    const closings = body.closings.map(({ accountId, adjustmentId }) => ({
      accountId: id(accountId),
      adjustmentId: id(adjustmentId),
    }));
    const wish = { closings, answer: body.answer, within: session.companyIds };
    const reason = body.reason || `closed at source: ${body.answer}`;
    return perform('imports.confirm_closings', reason, (context) => confirmClosings(context, wish));
  }),
];
