/**
 * A box that the desk looks at, registered by whoever leads or brought by the settings.
 *
 * The secret comes sealed and is never seen again: not in the answer, not in the audit trail.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { MailboxRefusal } from '../../rules/mailbox/refusal.ts';
import {
  type BoxServer,
  boxesOf,
  endBox,
  insertBox,
  saveSecret,
} from '../../store/mailbox/boxes.ts';

export type RegisterBox = {
  /** Made before, because the secret is sealed for it; a new one where there is none. */
  readonly mailboxId?: Id;
  readonly companyId: Id;
  readonly name: string;
  readonly address: string;
  readonly server: BoxServer | null;
  readonly answerMinutes: number;
  /** Sealed under the desk's key; null where the settings keep it. */
  readonly sealed: string | null;
};

/** Half a working day, as most desks promise. */
export const usualAnswerMinutes = 240;

const address = /^[^\s@<>]+@[^\s@<>]+$/u;

export async function registerBox(
  context: Context,
  wish: RegisterBox,
): Promise<Outcome<{ mailboxId: Id }, MailboxRefusal>> {
  if (!address.test(wish.address)) {
    return refuse('mailbox.address_unreadable', { address: wish.address });
  }
  const mailboxId = wish.mailboxId ?? context.newId();
  const { sealed, ...box } = wish;
  if (!(await insertBox(context, { ...box, mailboxId }))) {
    return refuse('mailbox.name_taken', { name: wish.name });
  }
  if (sealed !== null) await saveSecret(context, mailboxId, sealed);
  context.did({ what: 'mailbox', id: mailboxId, facts: { name: wish.name } });
  return accept({ mailboxId });
}

/** It is not looked at any more; its secret is forgotten, its mails stay. */
export async function closeBox(
  context: Context,
  mailboxId: Id,
): Promise<Outcome<{ closed: true }, MailboxRefusal>> {
  const box = (await boxesOf(context.tx, 'all')).find((each) => each.mailboxId === mailboxId);
  if (!box) return refuse('mailbox.no_such_box');
  await endBox(context, box);
  context.did({ what: 'mailbox closed', id: mailboxId, facts: { name: box.name } });
  return accept({ closed: true });
}
