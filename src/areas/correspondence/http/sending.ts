/** Sending over the wire: paused and resumed, from whom, and addresses that take nothing. */
import { type Id, id } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { Session } from '#platform/auth/session.ts';
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
      texts: desk.telephony?.texter !== undefined,
      stands: stands.map((each) => ({
        ...each,
        actor: actorName(each.actor, session.language),
      })),
    });
  }),
  serve(contract.steerSending, ({ body, perform }) =>
    perform('correspondence.steer_sending', body.reason, (context) => steerSending(context, body)),
  ),
  serve(contract.companySender, async ({ params, desk, session }) => {
    const companyId = companyNamed(session, params.company);
    if (!companyId) return refuse('correspondence.no_such_company');
    const sender = await senderOf(desk.db, companyId);
    return accept({ sender: sender ?? null });
  }),
  serve(contract.saveSender, async ({ params, body, session, perform }) => {
    const companyId = companyNamed(session, params.company);
    const { reason, ...sender } = body;
    if (!companyId) return refuse('correspondence.no_such_company');
    return perform('correspondence.save_sender', reason, (context) =>
      saveSender(context, companyId, sender),
    );
  }),
  serve(contract.bouncedAddresses, async ({ params, desk }) =>
    accept({ rows: await bouncesOf(desk.db, id(params.accountId)) }),
  ),
  serve(contract.settleBounce, async ({ params, body, session, perform }) => {
    const accountId = id(params.accountId);
    const { address, newAddress } = body;
    if (newAddress !== undefined && !session.permissions.includes('accounts.edit')) {
      return refuse('correspondence.may_not_readdress');
    }
    return perform(
      'correspondence.settle_bounce',
      body.reason,
      (context) => settleBounce(context, { accountId, address, newAddress }),
      accountId,
    );
  }),
];

function companyNamed({ companies }: Session, named: string): Id | undefined {
  return companies.find(({ code, companyId }) => code === named || companyId === named)?.companyId;
}
