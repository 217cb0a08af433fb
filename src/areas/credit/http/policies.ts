/** Credit policies over the wire: read in words, a file judged, and proposed. */
import { day } from '#kernel/day.ts';
import { accept } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { proposePolicy } from '../actions/propose-policy.ts';
import { checkedPolicy } from '../answers/checked-policy.ts';
import { policiesTold } from '../answers/policies-told.ts';
import * as contract from '../contract/policies.ts';

export const policyRoutes: readonly Served[] = [
  serve(contract.creditPolicies, async ({ query, desk, session }) => {
    const on = query.on === undefined ? desk.clock.today() : day(query.on);
    return accept(await policiesTold(desk.db, on, session.language));
  }),
  serve(
    contract.checkCreditPolicy,
    async ({ body, desk, session: { language } }) => {
      const { written } = body;
      const today = desk.clock.today();
      return accept(await checkedPolicy(desk.db, { written, language, today }));
    },
    { dryRun: false },
  ),
  serve(contract.proposeCreditPolicy, ({ body, perform }) =>
    perform('credit.propose_policy', body.reason, (context) =>
      proposePolicy(context, body.written),
    ),
  ),
];
