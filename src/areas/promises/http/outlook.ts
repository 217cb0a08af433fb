/** The outlook of the open promises over the wire: its weeks, and what a week is made of. */
import { day } from '#kernel/day.ts';
import { accept } from '#kernel/outcome.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { readOutlook, readOutlookWeek } from '../answers/outlook.ts';
import * as contract from '../contract/outlook.ts';
import type { OutlookFilter } from '../store/outlook.ts';

type Narrowed = { readonly company?: string | undefined; readonly mine: 'true' | 'false' };

export const outlookRoutes: readonly Served[] = [
  serve(contract.promiseOutlook, async ({ query, desk, session }) =>
    accept(await readOutlook(desk.db, filterOf(query, session), desk.clock.today())),
  ),
  serve(contract.outlookWeek, async ({ params, query, desk, session }) => {
    const asked = { weekStart: day(params.weekStart), currency: query.currency };
    const filter = filterOf(query, session);
    return accept(await readOutlookWeek(desk.db, filter, desk.clock.today(), asked));
  }),
];

function filterOf({ company, mine }: Narrowed, session: Session): OutlookFilter {
  return {
    companies: visibleCompanies(session, company),
    ownerId: mine === 'true' ? (session.memberId ?? undefined) : undefined,
  };
}
