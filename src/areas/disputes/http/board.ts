/** The board over the wire, and how a company's cases are routed. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import { setReasonCode, setRoute } from '../actions/set-routes.ts';
import { wireCaseOf, wireFigures } from '../answers/wire.ts';
import * as contract from '../contract/board.ts';
import { type CaseFilter, listCases } from '../store/board.ts';
import { codesOf, routesOf } from '../store/routes.ts';
import { companyNamed } from './company-named.ts';
import type { Desk } from '#platform/action.ts';
import type { QueryOf } from '#platform/contract/route.ts';

export const boardRoutes: readonly Served[] = [
  serve(contract.disputes, async ({ query, desk, session }) => {
    const list = listName('disputes', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const [today, now] = [desk.clock.today(), desk.clock.now()];
    const filter = filterOf(query, session, desk);
    const page = { limit: query.limit, offset: offset.value, now };
    const [rows, figures] = await Promise.all([
      listCases(desk.db, filter, page),
      wireFigures(desk.db, filter, today),
    ]);
    const count = figures.states
      .filter((each) => query.state === undefined || each.state === query.state)
      .reduce((sum, each) => sum + each.count, 0);
    return accept({
      rows: rows.map((row) => wireCaseOf(row, today)),
      ...figures,
      count,
      nextCursor: nextOffset(list, offset.value + rows.length, count),
    });
  }),
  serve(contract.disputeRoutesOf, async ({ params, desk, session }) => {
    const companyId = await companyNamed(desk, session, params.company);
    if (!companyId.ok) return companyId;
    const rows = await routesOf(desk.db, companyId.value);
    return accept({ rows: rows.map((row) => ({ ...row })) });
  }),
  serve(contract.setDisputeRoute, async ({ params, body, desk, session, perform }) => {
    const companyId = await companyNamed(desk, session, params.company);
    if (!companyId.ok) return companyId;
    const { why, ownerId, ...route } = body;
    const wish = { ...route, ownerId: ownerId === null ? null : id(ownerId) };
    return perform('disputes.set_route', why, (context) =>
      setRoute(context, companyId.value, wish),
    );
  }),
  serve(contract.reasonCodes, async ({ params, desk }) =>
    accept({ rows: await codesOf(desk.db, id(params.accountId)) }),
  ),
  serve(contract.setReasonCode, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    return perform(
      'disputes.set_reason_code',
      `what the customer means by ${body.code}`,
      (context) => setReasonCode(context, { ...body, accountId }),
      accountId,
    );
  }),
];

function filterOf(
  query: QueryOf<typeof contract.disputes>,
  session: Session,
  { clock }: Desk,
): CaseFilter {
  const { state, department, reason, cause, openedFrom, openedTo } = query;
  return {
    companies: visibleCompanies(session),
    state,
    department,
    reason,
    cause,
    memberId: query.mine === 'true' ? session.memberId : undefined,
    lateOn: query.late === 'true' ? clock.today() : undefined,
    answered: query.answered === 'true' ? true : undefined,
    openedFrom: openedFrom === undefined ? undefined : day(openedFrom),
    openedTo: openedTo === undefined ? undefined : day(openedTo),
  };
}
