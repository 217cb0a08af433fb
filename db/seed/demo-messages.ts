/**
 * E-mails of the invented desk on its last working day: reminders that went out, one whose line
 * broke so that a person must settle it, one to an address that is gone, and a draft.
 */
import { accept } from '#kernel/outcome.ts';
import type { Desk } from '#platform/action.ts';
import type { Posted } from '#platform/mail/mailer.ts';
import { sendThis } from '#areas/correspondence/answers/sending/send-next.ts';
import { queueMessage, renderTemplate } from '#areas/correspondence/index.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import { type LateAccount, lateAccounts } from './demo-cast.ts';
import { act, deskOn, lastWorkday } from './demo-desk.ts';

const fates = ['sent', 'sent', 'sent', 'unknown', 'returned', 'draft'] as const;
type Fate = (typeof fates)[number];

const answers: Readonly<Record<Exclude<Fate, 'draft'>, Posted>> = {
  sent: { state: 'sent', detail: '250 2.0.0 Ok' },
  unknown: { state: 'unknown', detail: 'the line broke' },
  returned: { state: 'not_sent', detail: '550 5.1.1 no such user', temporary: false },
};

/** Writes to the first late accounts that have an address, each with a fate of its own. */
export async function writeToLate(desk: Desk): Promise<void> {
  const then = deskOn(desk, lastWorkday(desk.clock.today()));
  const waiting: Fate[] = [...fates];
  for (const account of await lateAccounts(then)) {
    const [fate] = waiting;
    if (fate === undefined) return;
    if (await write(then, account, fate)) waiting.shift();
  }
}

async function write(
  desk: Desk,
  { accountId, ownerId }: LateAccount,
  fate: Fate,
): Promise<boolean> {
  const account = await findAccount(desk.db, accountId);
  const contacts = account ? await contactsOf(desk.db, account.customerId) : [];
  const contact = contacts.find(({ email }) => email !== null);
  if (!contact) return false;
  const { contactId, language, name, email } = contact;
  const templateKey = 'reminder';
  const wish = { templateKey, language, accountId, contactId, itemIds: [] };
  const rendered = await renderTemplate(desk.db, { ...wish, on: desk.clock.today() });
  if (!rendered.ok) return false;
  const doing = { action: 'correspondence.write_message', by: ownerId, reason: 'a reminder' };
  const { messageId } = await act(desk, doing, async (context) => {
    const queued = await queueMessage(context, {
      ...wish,
      ...rendered.value,
      key: 'demo/reminder',
      channel: 'email',
      toName: name,
      toAddress: email ?? '',
      purpose: 'collect',
      attachments: [],
      state: fate === 'draft' ? 'draft' : 'queued',
    });
    return queued.ok ? accept(queued.value) : queued;
  });
  if (fate === 'draft') return true;
  const sender = {
    channel: 'email',
    provider: 'smtp.harborvale.example',
    perMinute: 30,
    technology: 'manual',
    send: () => Promise.resolve(answers[fate]),
  } as const;
  const by = { ref: 'job:seed-demo', memberId: null };
  const state = await sendThis(desk, sender, by, { accountId, messageId });
  // What the gate held back has not met its fate; the next account may.
  return state !== 'held';
}
