/** The firm's contact policy over the wire: read in words, a file judged, and proposed. */
import { day } from '#kernel/day.ts';
import { accept } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { proposeContactPolicy } from '../actions/propose-contact-policy.ts';
import { checkedContactPolicy, contactPolicyTold } from '../answers/contact-policy.ts';
import * as contract from '../contract/policy.ts';

export const contactPolicyRoutes: readonly Served[] = [
  serve(contract.contactPolicy, async ({ query, desk, session }) => {
    const on = query.on === undefined ? desk.clock.today() : day(query.on);
    return accept(await contactPolicyTold(desk.db, on, session.language));
  }),
  serve(
    contract.checkContactPolicy,
    async ({ body, desk, session: { language } }) => {
      const asked = { written: body.written, language, today: desk.clock.today() };
      return accept(await checkedContactPolicy(desk.db, asked));
    },
    { dryRun: false },
  ),
  serve(contract.proposeContactPolicy, ({ body, perform }) =>
    perform('compliance.propose_contact_policy', body.reason, (context) =>
      proposeContactPolicy(context, body.written),
    ),
  ),
];
