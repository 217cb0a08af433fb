/** Says from whom the mails of a company come; the latest word counts. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { insertSender, type Sender } from '../../store/senders.ts';

export async function saveSender(
  context: Context,
  companyId: Id,
  sender: Sender,
): Promise<Outcome<{ saved: true }, never>> {
  await insertSender(context, companyId, sender);
  context.did({ what: 'sender', id: companyId, facts: { from: sender.fromAddress } });
  return accept({ saved: true });
}
