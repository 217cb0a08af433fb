/** Approvals over the wire: what waits for whom, decided, taken back; and who may approve what. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import { acceptDuties } from './actions/accept-duties.ts';
import { addEvidence } from './actions/add-evidence.ts';
import { askAuthority } from './actions/ask-authority.ts';
import { decideRequest } from './actions/decide-request.ts';
import { withdrawRequest } from './actions/withdraw-request.ts';
import { dutyHolders, unanswered } from './answers/duties.ts';
import { wireRequests } from './answers/wire.ts';
import * as contract from './contract.ts';
import { acceptDuties as acceptRoute, duties } from './contract/duties.ts';
import { approvalKinds } from './rules/authority.ts';
import { authoritySaid, baseOf } from './store/authority.ts';
import { evidenceFile } from './store/evidence.ts';
import { mostRequests, requestsOf } from './store/requests.ts';

export const approvalRoutes: readonly Served[] = [
  serve(contract.approvals, async ({ query, desk, session }) => {
    const today = desk.clock.today();
    const { memberId, language } = session;
    const companies = visibleCompanies(session, query.company);
    const which = {
      decide: { open: today },
      asked: { requestedBy: memberId },
      open: { open: today },
      ended: { endedBy: today },
    }[query.view];
    const requests = await requestsOf(desk.db, { companies, ...which });
    const all = await wireRequests(desk.db, requests, { memberId, language, today });
    const rows = query.view === 'decide' ? all.filter(({ mayNot }) => mayNot === null) : all;
    return accept({ rows, count: rows.length, cut: requests.length === mostRequests });
  }),
  serve(contract.decideApproval, ({ params, body, session, perform }) => {
    const companies = session.companyIds;
    const wish = { requestId: id(params.requestId), said: body.said, companies };
    return perform('approvals.decide_request', body.reason, async (context) => {
      const decided = await decideRequest(context, wish);
      return decided.ok ? accept({ state: decided.value.state }) : decided;
    });
  }),
  serve(contract.withdrawApproval, ({ params, body, session, perform }) => {
    const wish = { requestId: id(params.requestId), companies: session.companyIds };
    return perform('approvals.withdraw_request', body.reason, (context) =>
      withdrawRequest(context, wish),
    );
  }),
  serveUpload(contract.addEvidence, ({ params, files, session, perform }) => {
    const wish = { requestId: id(params.requestId), papers: files, companies: session.companyIds };
    return perform('approvals.add_evidence', 'papers for the request', (context) =>
      addEvidence(context, wish),
    );
  }),
  serveFile(contract.evidence, async ({ params, desk, session }) => {
    const paper = { requestId: id(params.requestId), evidenceId: id(params.evidenceId) };
    const found = await evidenceFile(desk.db, paper, session.companyIds);
    if (!found) return refuse('approvals.no_such_file');
    return accept({ name: found.fileName, type: found.mediaType, body: found.content });
  }),
  serve(contract.authorities, async ({ params, desk, session }) => {
    const company = companyOf(session, params.code);
    if (!company.ok) return company;
    const { companyId, code } = company.value;
    const currency = await baseOf(desk.db, companyId);
    if (!currency) throw new Error(`company ${code} is gone`);
    const rows = await Promise.all(
      approvalKinds.map(async (kind) => {
        const { limits, ...said } = await authoritySaid(desk.db, companyId, kind);
        return { kind, limits: [...limits], ...said };
      }),
    );
    return accept({ company: code, currency, rows });
  }),
  serve(duties, async ({ desk, session }) => {
    const reader = { language: session.language, today: desk.clock.today() };
    const rows = await dutyHolders(desk.db, reader);
    const findings = rows.reduce((sum, { pairs }) => sum + pairs.length, 0);
    return accept({ rows, findings, unanswered: unanswered(rows) });
  }),
  serve(acceptRoute, ({ params, body, perform }) => {
    const { one, other, untilOn, reason } = body;
    const wish = {
      memberId: id(params.memberId),
      pair: [one, other],
      untilOn: day(untilOn),
    } as const;
    return perform('approvals.accept_duties', reason, (context) => acceptDuties(context, wish));
  }),
  serve(contract.askAuthority, async ({ params, body, session, desk, perform }) => {
    const company = companyOf(session, params.code);
    if (!company.ok) return company;
    const { companyId } = company.value;
    const { kind } = params;
    const { reason, evidenceFrom, ...asked } = body;
    const stands = await authoritySaid(desk.db, companyId, kind);
    const said = { ...asked, evidenceFrom: evidenceFrom ?? null };
    if (evidenceFrom === undefined) said.evidenceFrom = stands.evidenceFrom;
    const wish = { companyId, kind, said };
    return perform('approvals.ask_authority', reason, (context) => askAuthority(context, wish));
  }),
];

function companyOf(
  { companies }: Session,
  code: string,
): Outcome<Session['companies'][number], 'team.no_such_company'> {
  const company = companies.find((each) => each.code === code);
  return company ? accept(company) : refuse('team.no_such_company', { company: code });
}
