/** Orders over the wire: stated, checked, shown. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Desk } from '#platform/action.ts';
import type { Session } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { accountTogether, checkTogether } from '../answers/check-together.ts';
import { stateTogether } from '../answers/state-together.ts';
import { wireHistory, wireOrder, wireReasons } from '../answers/wire.ts';
import * as contract from '../contract/orders.ts';
import { type OrderLine, orderLine, ordersOfAccount } from '../store/history.ts';
import { companyOf } from '#areas/ledger/index.ts';

const mostOrders = 500;

export const orderRoutes: readonly Served[] = [
  serve(contract.stateOrder, async ({ body, desk, session, performBy }) => {
    const { account, company } = body;
    const companies = session.companyIds;
    const accountId = await accountTogether(desk, { name: { account, company }, companies });
    if (!accountId.ok) return accountId;
    const code = currency(body.currency);
    const amounts = readAmounts([body.amount, body.delivered, body.invoiced], code);
    if (!amounts.ok) return amounts;
    const [amount = 0n, delivered = 0n, invoiced = 0n] = amounts.value;
    const { order: number, state, orderedOn } = body;
    const wish = {
      accountId: accountId.value,
      number,
      orderedOn: orderedOn === undefined ? desk.clock.today() : day(orderedOn),
      currency: code,
      amount,
      delivered,
      invoiced,
      state,
    };
    const answered = await performBy(
      'credit.state_order',
      `order ${number} as the order system states it`,
      (doing) => stateTogether(desk, { doing, wish }),
      accountId.value,
    );
    if (!answered.ok) return answered;
    const { reasons, ...rest } = answered.value;
    return accept({ ...rest, reasons: wireReasons(reasons, session.language) });
  }),
  serve(
    contract.checkOrder,
    async ({ body, desk, session }) => {
      const code = currency(body.currency);
      const amounts = body.amount === undefined ? accept([]) : readAmounts([body.amount], code);
      if (!amounts.ok) return amounts;
      const [amount = null] = amounts.value;
      const { account, company, at } = body;
      const answer = await checkTogether(desk, {
        name: { account, company },
        companies: session.companyIds,
        number: body.order ?? null,
        amount,
        currency: code,
        at,
      });
      if (!answer.ok) return answer;
      const { reasons, ...rest } = answer.value;
      return accept({ ...rest, reasons: wireReasons(reasons, session.language) });
    },
    { dryRun: false },
  ),
  serve(contract.accountOrders, async ({ params, desk }) => {
    const rows = await ordersOfAccount(desk.db, id(params.accountId), mostOrders);
    return accept({ rows: rows.map(wireOrder) });
  }),
  serve(contract.orderHistory, async ({ params, desk, session }) => {
    const line = await orderInSight(desk, session, id(params.orderId));
    if (!line.ok) return line;
    return accept(await wireHistory(desk.db, line.value, session.language));
  }),
];

/** An order of a company that the reader sees. */
export async function orderInSight(
  { db }: Desk,
  { companyIds }: Session,
  orderId: Id,
): Promise<Outcome<OrderLine, 'credit.no_such_order'>> {
  const line = await orderLine(db, orderId);
  if (!line) return refuse('credit.no_such_order');
  if (companyIds === 'all') return accept(line);
  const companyId = await companyOf(db, line.accountId);
  const seen = companyId !== undefined && companyIds.includes(companyId);
  return seen ? accept(line) : refuse('credit.no_such_order');
}

function readAmounts(
  texts: readonly string[],
  code: Currency,
): Outcome<bigint[], 'credit.amount_unreadable'> {
  const amounts: bigint[] = [];
  for (const text of texts) {
    const read = parseMoney(text, code);
    if (!read) return refuse('credit.amount_unreadable', { amount: text, currency: code });
    amounts.push(read.minor);
  }
  return accept(amounts);
}
