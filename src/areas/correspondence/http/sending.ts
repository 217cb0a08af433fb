/** Sending over the wire: paused and resumed, from whom, and addresses that take nothing. */
import { id } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { settleBounce } from '../actions/bounces/settle-bounce.ts';
import { saveSender } from '../actions/sending/save-sender.ts';
import { steerSending } from '../actions/sending/steer-sending.ts';
import * as contract from '../contract/sending.ts';
import { bouncesOf } from '../store/bounces.ts';
import { senderOf, sendingStands } from '../store/senders.ts';

export const sendingRoutes: readonly Served[] = [
  serve(contract.sending, async ({ desk, session }) => {
    const stands = await sendingStands(desk.db);
    const { mail } = desk;
    return accept({
      mail: mail ? { provider: mail.provider, perMinute: mail.perMinute } : null,
      stands: stands.map((each) => ({
        ...each,
        actor: actorName(each.actor, session.language),
      })),
    });
  }),
  serve(contract.steerSending, ({ body, perform }) =>
    perform('correspondence.steer_sending', body.reason, (context) => steerSending(context, body)),
  ),
  serve(contract.companySender, async ({ params, desk }) => {
    const sender = await senderOf(desk.db, id(params.companyId));
    return accept({ sender: sender ?? null });
  }),
  serve(contract.saveSender, async ({ params, body, session, perform }) => {
    const companyId = id(params.companyId);
    const { reason, ...sender } = body;
    if (!session.companies.some((each) => each.companyId === companyId)) {
      return refuse('correspondence.no_such_company');
    }
    return perform('correspondence.save_sender', reason, (context) =>
      saveSender(context, companyId, sender),
    );
  }),
  serve(contract.bouncedAddresses, async ({ params, desk }) =>
    accept({ rows: await bouncesOf(desk.db, id(params.accountId)) }),
  ),
  serve(contract.settleBounce, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    return perform(
      'correspondence.settle_bounce',
      body.reason,
      (context) => settleBounce(context, { accountId, address: body.address }),
      accountId,
    );
  }),
];
