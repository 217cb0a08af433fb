/** Causes over the wire: said of an account, added up, opened, exported, reviewed. */
import { type Day, day, endOfMonth, startOfMonth } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { currency, formatMoney } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import { noteLateCause } from '../actions/note-late-cause.ts';
import { reviewCauses } from '../actions/review-causes.ts';
import { causesFile, readCauses, wireFact } from '../answers/causes.ts';
import * as contract from '../contract/causes.ts';
import { companyNamed } from './company-named.ts';
import { causeRows, reviewsOf } from '../store/cause-rows.ts';
import { type CauseFilter, causesOf } from '../store/late-causes.ts';

export const causeRoutes: readonly Served[] = [
  serve(contract.noteLateCause, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const wish = { ...body, accountId, itemIds: [...new Set(body.itemIds.map(id))] };
    return perform(
      'disputes.note_late_cause',
      body.note || 'why it is late',
      (context) => noteLateCause(context, wish),
      accountId,
    );
  }),
  serve(contract.accountLateCauses, async ({ params, desk }) => {
    const rows = await causesOf(desk.db, id(params.accountId));
    return accept({
      rows: rows.map((row) => ({
        ...row,
        items: row.items.map(({ document, amount }) => ({
          document,
          amount: formatMoney(amount),
          currency: amount.currency,
        })),
      })),
    });
  }),
  serve(contract.causes, async ({ query, desk, session }) => {
    return accept(await readCauses(desk.db, filterOf(query, session)));
  }),
  serve(contract.causeFacts, async ({ query, desk, session }) => {
    const list = listName('causes', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const wanted = { ...filterOf(query, session), cause: query.cause };
    const page = { limit: query.limit + 1, offset: offset.value };
    const found = await causeRows(desk.db, wanted, page);
    const rows = found.slice(0, query.limit);
    const count = offset.value + found.length;
    return accept({
      rows: rows.map(wireFact),
      count,
      nextCursor: nextOffset(list, offset.value + rows.length, count),
    });
  }),
  serveFile(contract.causesFile, async ({ query, desk, session }) => {
    const told = { language: session.language, today: desk.clock.today() };
    return accept(await causesFile(desk.db, filterOf(query, session), told));
  }),
  serve(contract.causeReviews, async ({ desk, session }) => {
    const rows = await reviewsOf(desk.db, visibleCompanies(session));
    return accept({ rows: rows });
  }),
  serve(contract.reviewCauses, async ({ body, desk, session, perform }) => {
    const company = await companyNamed(desk, session, body.company);
    if (!company.ok) return company;
    const month: Day = startOfMonth(day(body.month));
    const { findings, actions } = body;
    const companyId = company.value;
    const asked = { companies: [companyId], from: month, to: endOfMonth(month) };
    const figures = await readCauses(desk.db, asked);
    return perform('disputes.review_causes', findings, (context) =>
      reviewCauses(context, { companyId, month, findings, actions, figures }),
    );
  }),
];

type Asked = QueryOf<typeof contract.causes>;
/** Of what the reader sees, what is asked for. */
function filterOf(query: Asked, session: Session): CauseFilter {
  return {
    companies: visibleCompanies(session, query.company),
    from: query.from === undefined ? undefined : day(query.from),
    to: query.to === undefined ? undefined : day(query.to),
    collectorId: query.collectorId === undefined ? undefined : id(query.collectorId),
    currency: query.currency === undefined ? undefined : currency(query.currency),
    kind: query.kind,
  };
}
