/** What stands on a company's paper, over HTTP. */
import { accept, refuse } from '#kernel/outcome.ts';
import type { Session } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { setLetterhead } from '../actions/set-letterhead.ts';
import * as contract from '../contract/letterhead.ts';
import { letterheadOf } from '../store/letterheads.ts';

export const letterheadRoutes: readonly Served[] = [
  serve(contract.letterhead, async ({ params, desk, session }) => {
    const companyId = companyOf(session, params.code);
    if (!companyId) return refuse('team.no_such_company', { company: params.code });
    return accept({ letterhead: (await letterheadOf(desk.db, companyId)) ?? null });
  }),
  serve(contract.setLetterhead, ({ params, body, session, perform }) => {
    const companyId = companyOf(session, params.code);
    if (!companyId) {
      return Promise.resolve(refuse('team.no_such_company', { company: params.code }));
    }
    const { reason, ...head } = body;
    return perform('team.set_letterhead', reason, (context) =>
      setLetterhead(context, { companyId, head }),
    );
  }),
];

function companyOf({ companies }: Session, code: string) {
  return companies.find((company) => company.code === code)?.companyId;
}
