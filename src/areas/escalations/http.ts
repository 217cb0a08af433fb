/** Escalations over the wire: asked with a context packet, answered, brought back. */
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { escalate } from './actions/escalate.ts';
import { moveEscalation } from './actions/move-escalation.ts';
import { wireEscalation } from './answers/wire.ts';
import * as contract from './contract.ts';
import { actionPlanRoutes } from './http/action-plans.ts';
import { escalationsOf, mostEscalations } from './store/escalations.ts';

export const escalationRoutes: readonly Served[] = [
  ...actionPlanRoutes,
  serve(contract.escalations, async ({ query, desk, session }) => {
    const { memberId } = session;
    const which = {
      mine: { toMember: memberId, ended: false },
      asked: { askedBy: memberId },
      open: { ended: false },
      ended: { ended: true },
    }[query.view];
    const companies = visibleCompanies(session);
    const found = await escalationsOf(desk.db, { companies, ...which });
    const rows = found.map((each) => wireEscalation(each, memberId));
    return accept({ rows, cut: found.length === mostEscalations });
  }),
  serve(contract.accountEscalations, async ({ params, desk, session }) => {
    const filter = { companies: 'all', accountId: id(params.accountId) } as const;
    const found = await escalationsOf(desk.db, filter);
    return accept({ rows: found.map((each) => wireEscalation(each, session.memberId)) });
  }),
  serve(contract.escalate, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const toMember = body.toMember === null ? null : id(body.toMember);
    const wish = { accountId, desk: body.desk, toMember, question: body.question };
    return perform(
      'escalations.escalate',
      body.question.slice(0, 500),
      (context) => escalate(context, wish),
      accountId,
    );
  }),
  serve(contract.moveEscalation, ({ params, body, session, perform }) => {
    const { what } = params;
    const escalationId = id(params.escalationId);
    const wish = { escalationId, what, text: body.text, companies: session.companyIds };
    return perform('escalations.move_escalation', body.text.slice(0, 500) || what, (context) =>
      moveEscalation(context, wish),
    );
  }),
];
