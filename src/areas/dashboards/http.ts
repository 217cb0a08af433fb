/** Dashboards over HTTP: one request a page, the rows of a figure, one's own effort. */
import { type Currency, parseCurrency } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { companies } from '#areas/team/index.ts';
import type { Desk } from '#platform/action.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import { readCoverageRows } from './answers/coverage.ts';
import { boardAnswer, mineAnswer, teamAnswer } from './answers/dashboards.ts';
import { readRows } from './answers/rows.ts';
import * as contract from './contract.ts';
import type { Book } from './store/asked.ts';

export const dashboardRoutes: readonly Served[] = [
  serve(contract.teamDashboard, async ({ query, session, desk }) => {
    const asked = await bookOf(query, session, desk);
    if (!asked.ok) return asked;
    return accept(await teamAnswer(desk.db, asked.value.book, asked.value.currencies));
  }),

  serve(contract.boardDashboard, async ({ query, session, desk }) => {
    const asked = await bookOf(query, session, desk);
    if (!asked.ok) return asked;
    return accept(await boardAnswer(desk.db, asked.value.book, asked.value.currencies));
  }),

  serve(contract.myEffort, async ({ query, session, desk }) => {
    const asked = await bookOf(query, session, desk);
    if (!asked.ok) return asked;
    return accept(await mineAnswer(desk.db, asked.value.book, session.memberId));
  }),

  serve(contract.coverageRows, async ({ params, query, session, desk }) => {
    const list = listName(`coverage ${params.kind}`, query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const asked = await bookOf(query, session, desk);
    if (!asked.ok) return asked;
    const page = { limit: query.limit, offset: offset.value };
    const found = await readCoverageRows(desk.db, asked.value.book, params.kind, page);
    const shown = offset.value + found.rows.length;
    return accept({ ...found, nextCursor: nextOffset(list, shown, found.count) });
  }),

  serve(contract.figureRows, async ({ params, query, session, desk }) => {
    const list = listName(`figure ${params.name}`, query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const asked = await bookOf(query, session, desk);
    if (!asked.ok) return asked;
    const page = { limit: query.limit, offset: offset.value };
    const part = { name: params.name, part: query.part };
    const found = await readRows(desk.db, asked.value.book, part, page);
    if (!found.ok) return found;
    const shown = offset.value + found.value.rows.length;
    return accept({ ...found.value, nextCursor: nextOffset(list, shown, found.value.count) });
  }),
];

type Query = { readonly company?: string | undefined; readonly currency?: string | undefined };
type Asked = { readonly book: Book; readonly currencies: string[] };

/** The book of the question: amounts of several currencies are never added up. */
async function bookOf(
  query: Query,
  session: Session,
  desk: Desk,
): Promise<Outcome<Asked, 'dashboards.no_company'>> {
  const scope = visibleCompanies(session, query.company);
  const seen = await companies(desk.db, scope);
  const currencies = [...new Set(seen.map(({ baseCurrency }) => baseCurrency))];
  const currency: Currency | undefined =
    query.currency === undefined ? currencies[0] : parseCurrency(query.currency);
  if (currency === undefined) return refuse('dashboards.no_company');
  const book = { companies: scope, currency, today: desk.clock.today() };
  return accept({ book, currencies: [...new Set([...currencies, currency])] });
}
