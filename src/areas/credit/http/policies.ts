/** Credit policies over the wire: a file judged, and proposed. */
import { accept } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { proposePolicy } from '../actions/propose-policy.ts';
import { checkedPolicy } from '../answers/checked-policy.ts';
import * as contract from '../contract/policies.ts';

export const policyRoutes: readonly Served[] = [
  serve(
    contract.checkCreditPolicy,
    async ({ body, session }) => accept(checkedPolicy(body.written, session.language)),
    { dryRun: false },
  ),
  serve(contract.proposeCreditPolicy, ({ body, perform }) =>
    perform('credit.propose_policy', body.reason, (context) =>
      proposePolicy(context, body.written),
    ),
  ),
];
