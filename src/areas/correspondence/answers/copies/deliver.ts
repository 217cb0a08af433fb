/**
 * Takes a written letter to the mail server, once.
 *
 * The attempt commits before the server is called, so whoever comes second, or after a crash,
 * finds it and sends nothing.
 */
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { originalFile } from '#areas/documents/index.ts';
import { type Actor, type Desk, accepted, perform } from '#platform/action.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import type { CopyState } from '../../rules/copies/copy.ts';
import { copiesOf, insertAttempt, insertOutcome } from '../../store/copies.ts';

export type Delivered = { readonly state: CopyState; readonly detail: string };

export async function deliver(
  desk: Desk,
  mail: Mailer,
  actor: Actor,
  { accountId, messageId }: { readonly accountId: Id; readonly messageId: Id },
): Promise<Delivered> {
  const doing = { actor, reason: 'a copy on its way', input: { messageId }, accountId };
  const claim = { ...doing, action: 'correspondence.attempt_copy' };
  const mine = accepted(
    await perform(desk, claim, async (context) =>
      accept(await insertAttempt(context, accountId, messageId)),
    ),
  ).answer;
  const copy = (await copiesOf(desk.db, accountId)).find((each) => each.messageId === messageId);
  if (!copy) throw new Error(`letter ${messageId} is gone`);
  if (!mine) return { state: copy.state, detail: copy.detail };
  const files = await Promise.all(
    copy.files.map(async ({ originalId, fileName }) => {
      const file = await originalFile(desk.db, accountId, originalId);
      if (!file) throw new Error(`original ${originalId} of letter ${messageId} is gone`);
      return { name: fileName, type: file.mediaType, content: file.content };
    }),
  );
  const { toName: name, toAddress: address, subject, body } = copy;
  const posted = await mail.send({ id: messageId, to: { name, address }, subject, body, files });
  const record = { ...doing, action: 'correspondence.record_outcome' };
  accepted(
    await perform(desk, record, async (context) => {
      await insertOutcome(context, { accountId, messageId }, posted);
      return accept(null);
    }),
  );
  return posted;
}
