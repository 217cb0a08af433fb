/** Copies over the wire: sent at once, and listed. */
import { type Id, id } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { sendCopy } from '../actions/copies/send-copy.ts';
import { emailSender } from '../answers/sending/email-sender.ts';
import { sendThis } from '../answers/sending/send-next.ts';
import * as contract from '../contract/copies.ts';
import { copiesOf } from '../store/copies.ts';

export const copyRoutes: readonly Served[] = [
  serve(contract.sendCopy, async ({ params, body, session, desk, perform, wire }) => {
    const { mail } = desk;
    if (mail === undefined) return refuse('correspondence.mail_not_set_up');
    const accountId = id(params.accountId);
    const wish = {
      accountId,
      contactId: id(body.contactId),
      originalIds: [...new Set<Id>(body.originalIds.map(id))],
    };
    const written = await perform(
      'correspondence.send_copy',
      'the customer asked for a copy',
      (context) => sendCopy(context, wish),
      accountId,
    );
    if (!written.ok) return written;
    const { messageId } = written.value;
    if (wire.dryRun) return accept({ messageId, state: 'queued' as const, detail: '' });
    const ref = { accountId, messageId };
    await sendThis(desk, emailSender(desk, mail), session.actor, ref);
    const copies = await copiesOf(desk.db, accountId);
    const sent = copies.find((copy) => copy.messageId === messageId);
    return accept({ messageId, state: sent?.state ?? 'queued', detail: sent?.detail ?? '' });
  }),
  serve(contract.accountCopies, async ({ params, desk, session }) => {
    const rows = await copiesOf(desk.db, id(params.accountId));
    return accept({
      rows: rows.map(({ messageId, toName, toAddress, subject, files, ...row }) => ({
        messageId,
        toName,
        toAddress,
        subject,
        files: files.map(({ fileName }) => fileName),
        state: row.state,
        detail: row.detail,
        at: row.at,
        actor: actorName(row.actor, session.language),
      })),
    });
  }),
];
