/** The scoreboard and the matching policy over the wire. */
import { accept } from '#kernel/outcome.ts';
import { companies } from '#areas/team/index.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { decidePolicy, proposePolicy } from '../actions/decide-policy.ts';
import * as contract from '../contract/quality.ts';
import { standardDocument } from '../rules/receipts/policy-document.ts';
import { listPolicies } from '../store/policies.ts';
import { scores } from '../store/scoreboard.ts';
import { companyInSight } from './in-sight.ts';

export const qualityRoutes: readonly Served[] = [
  serve(contract.scoreboard, async ({ query, desk, session }) => {
    const rows = await scores(desk.db, visibleCompanies(session, query.company));
    return accept({ rows });
  }),
  serve(contract.policies, async ({ query, desk, session }) => {
    const visible = visibleCompanies(session, query.company);
    const versions = await listPolicies(desk.db, visible);
    const [shown] = await companies(desk.db, visible);
    const rows = versions.map((row) => ({ ...row, author: undefined }));
    const currency = shown?.baseCurrency ?? null;
    return accept({ standard: standardDocument, currency, rows });
  }),
  serve(contract.proposePolicy, async ({ body, session, perform }) => {
    const companyId = companyInSight(session, body.company);
    if (!companyId.ok) return companyId;
    return perform('cash.propose_policy', body.reason, (context) =>
      proposePolicy(context, companyId.value, body.document),
    );
  }),
  serve(contract.decidePolicy, async ({ params, body, session, perform }) => {
    const companyId = companyInSight(session, body.company);
    if (!companyId.ok) return companyId;
    const wish = { companyId: companyId.value, version: params.version, act: body.act };
    return perform('cash.decide_policy', body.reason, (context) => decidePolicy(context, wish));
  }),
];
