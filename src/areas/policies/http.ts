/** Policies over the wire: what is in force, and what people do with a version. */
import { day } from '#kernel/day.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import type { Session } from '#platform/auth/session.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { attestVersion } from './actions/attest-version.ts';
import { decideVersion } from './actions/decide-version.ts';
import { publishVersion } from './actions/publish-version.ts';
import { retireDocument } from './actions/retire-document.ts';
import { withdrawVersion } from './actions/withdraw-version.ts';
import { type Reading, wireHistory, wirePolicies } from './answers/wire.ts';
import * as contract from './contract/policies.ts';
import { countReaders, toldVersions } from './store/list.ts';

async function readingOf(db: Queries, { memberId }: Session): Promise<Reading> {
  return { ref: `member:${memberId}`, memberId, readers: await countReaders(db) };
}

export const policyRoutes: readonly Served[] = [
  serve(contract.policies, async ({ query, desk, session }) => {
    const versions = await toldVersions(desk.db, query, desk.clock.today());
    return accept({ rows: wirePolicies(versions, await readingOf(desk.db, session)) });
  }),
  serve(contract.policy, async ({ params, desk, session }) => {
    const versions = await toldVersions(desk.db, params, desk.clock.today());
    if (versions.length === 0) return refuse('policies.no_such_policy', { key: params.key });
    return accept({
      ...params,
      inForce: versions.find(({ inForce }) => inForce)?.version ?? null,
      versions: wireHistory(versions, await readingOf(desk.db, session)),
    });
  }),
  serve(contract.decideVersion, ({ params, body, perform }) =>
    perform('policies.decide_version', body.reason, (context) =>
      decideVersion(context, { ...params, act: body.act, unseen: body.unseen }),
    ),
  ),
  serve(contract.publishVersion, ({ params, body, perform }) =>
    perform('policies.publish_version', body.reason, (context) =>
      publishVersion(context, { ...params, from: day(body.from) }),
    ),
  ),
  serve(contract.withdrawVersion, ({ params, body, perform }) =>
    perform('policies.withdraw_version', body.reason, (context) =>
      withdrawVersion(context, params),
    ),
  ),
  serve(contract.attestVersion, ({ params, perform }) =>
    perform('policies.attest_version', 'read by the member', (context) =>
      attestVersion(context, params),
    ),
  ),
  serve(contract.retirePolicy, ({ params, body, perform }) =>
    perform('policies.retire_document', body.reason, (context) =>
      retireDocument(context, { ...params, on: day(body.on) }),
    ),
  ),
];
