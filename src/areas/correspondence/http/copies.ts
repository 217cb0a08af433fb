/** Copies over the wire: sent, listed, settled. */
import { type Id, id } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { findAccount } from '#areas/customers/index.ts';
import { sendCopy } from '../actions/copies/send-copy.ts';
import { settleCopy } from '../actions/copies/settle-copy.ts';
import { deliver } from '../answers/copies/deliver.ts';
import * as contract from '../contract/copies.ts';
import { copiesOf } from '../store/copies.ts';

export const copyRoutes: readonly Served[] = [
  serve(contract.sendCopy, async ({ params, body, session, desk, perform, wire }) => {
    const { mail } = desk;
    if (mail === undefined) return refuse('correspondence.mail_not_set_up');
    const accountId = id(params.accountId);
    const account = await findAccount(desk.db, accountId);
    const company = session.companies.find((each) => each.companyId === account?.companyId);
    const wish = {
      accountId,
      contactId: id(body.contactId),
      originalIds: [...new Set<Id>(body.originalIds.map(id))],
      company: company?.name ?? '',
    };
    const written = await perform(
      'correspondence.send_copy',
      'the customer asked for a copy',
      (context) => sendCopy(context, wish),
      accountId,
    );
    if (!written.ok) return written;
    const { messageId } = written.value;
    if (wire.dryRun) return accept({ messageId, state: 'written' as const, detail: '' });
    const delivered = await deliver(desk, mail, session.actor, { accountId, messageId });
    return accept({ messageId, ...delivered });
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
  serve(contract.settleCopy, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const wish = { accountId, messageId: id(params.messageId), state: body.state };
    return perform(
      'correspondence.settle_copy',
      body.reason,
      (context) => settleCopy(context, wish),
      accountId,
    );
  }),
];
