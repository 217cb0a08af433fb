/** The forecast over HTTP: cash, its weeks and files, how good it was, accounts and warnings. */
import { day } from '#kernel/day.ts';
import { type Id, parseId } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import { readAccuracy } from './answers/accuracy.ts';
import { cashFile } from './answers/cash-file.ts';
import { type CashAsked, readCash } from './answers/cash.ts';
import { readWeekItems } from './answers/week-items.ts';
import * as contract from './contract.ts';
import { accountRoutes } from './http/accounts.ts';

export const forecastRoutes: readonly Served[] = [
  serve(contract.cashForecast, async ({ query, session, desk }) => {
    const asked = askCash(query, session);
    if (!asked.ok) return asked;
    const answer = await readCash(desk.db, asked.value);
    // A desk before its first night is not wrong: it has nothing to show yet.
    return answer.ok ? answer : accept({ madeOn: null, asOf: null, currencies: [] });
  }),

  serveFile(contract.exportCash, async ({ query, session, desk }) => {
    const asked = askCash(query, session);
    if (!asked.ok) return asked;
    const answer = await readCash(desk.db, asked.value);
    if (!answer.ok) return answer;
    return accept(await cashFile(answer.value, query.format, session.language));
  }),

  serve(contract.cashWeekItems, async ({ params, query, session, desk }) => {
    const list = listName(`week ${params.weekStart}`, query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const weekStart = day(params.weekStart);
    const companies = visibleCompanies(session, query.company);
    const page = { limit: query.limit, offset: offset.value };
    const { currency } = query;
    const found = await readWeekItems(desk.db, { weekStart, companies, currency }, page);
    if (!found.ok) return found;
    const { rows, count, expected } = found.value;
    const nextCursor = nextOffset(list, offset.value + rows.length, count);
    return accept({ weekStart, currency, expected, rows, count, nextCursor });
  }),

  serve(contract.forecastAccuracy, async ({ query, session, desk }) =>
    accept(
      await readAccuracy(desk.db, desk.clock.today(), visibleCompanies(session, query.company)),
    ),
  ),

  ...accountRoutes,
];

type CashQuery = QueryOf<typeof contract.cashForecast>;

function askCash(
  query: CashQuery,
  session: Session,
): Outcome<CashAsked, 'forecast.no_such_customer'> {
  const withoutCustomers: Id[] = [];
  for (const text of query.without?.split(',') ?? []) {
    const customerId = parseId(text.trim());
    if (!customerId) return refuse('forecast.no_such_customer', { customer: text });
    withoutCustomers.push(customerId);
  }
  return accept({
    weeks: query.weeks,
    companies: visibleCompanies(session, query.company),
    currency: query.currency ?? null,
    lateDays: query.lateDays,
    promisesPercent: query.promises ?? null,
    withoutCustomers,
  });
}
