/**
 * Writes a message down, as a draft or ready to go: nothing is sent here.
 *
 * The key makes it the same message however often it is asked for: a run that is repeated finds
 * what it wrote before and adds nothing.
 */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, type Refused, accept, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import { originalsOf } from '#areas/documents/index.ts';
import { fitsChannel } from '../../rules/messages/address.ts';
import type { MessageChannel, MessagePurpose } from '../../rules/messages/message.ts';
import type { MessageRefusal } from '../../rules/messages/refusal.ts';
import { toneOf } from '../../rules/templates/tone.ts';
import { accountFacts } from '../../store/template-facts.ts';
import {
  type Attachment,
  type AttachmentKind,
  insertAttachments,
  keptFilesOf,
} from '../../store/attachments.ts';
import { blockedSince, insertMessage, keepItems, messageWithKey } from '../../store/messages.ts';

export type AttachmentWish = { readonly kind: AttachmentKind; readonly id: Id };

export type MessageWish = {
  /** Stable: `strategy/<account>/<episode>/<step>`; the same key is the same message. */
  readonly key: string;
  readonly accountId: Id;
  readonly contactId: Id | null;
  readonly channel: MessageChannel;
  readonly toName: string;
  /** A box, a number in E.164, or nothing for a letter. */
  readonly toAddress: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  /** Without it the text alone goes. */
  readonly html: string;
  readonly templateKey: string | null;
  readonly templateVersion: number | null;
  readonly purpose: MessagePurpose;
  /** What it speaks of: once less of it is open, it is not sent. */
  readonly itemIds: readonly Id[];
  readonly attachments: readonly AttachmentWish[];
  readonly inReplyTo?: Id | null;
  /** Message-IDs of the thread it goes on with, the one that is answered last. */
  readonly thread?: readonly string[];
  /** Messages of one run are paused, resumed and stopped together. */
  readonly run?: string | null;
  readonly state: 'draft' | 'queued';
  /** Not before this; a few seconds in which a person may still take it back. */
  readonly notBefore?: Instant;
};

/** Together, before they grow by a third on their way: what most boxes take is 25 MB. */
const mostBytes = 18_000_000;

export async function queueMessage(
  context: Context,
  wish: MessageWish,
): Promise<Outcome<{ messageId: Id; repeated: boolean }, MessageRefusal>> {
  const { tx, at } = context;
  const { accountId, key, channel } = wish;
  const before = await messageWithKey(tx, accountId, key);
  if (before && before.channel !== channel) {
    return refuse('correspondence.key_used_otherwise', { key });
  }
  if (before) return accept({ messageId: before.messageId, repeated: true });
  const unfit = await whyNot(context, wish);
  if (unfit) return unfit;
  const bad = wish.state === 'queued' ? await badTone(context, wish) : undefined;
  if (bad) return bad;
  const attachments = await attachmentsFor(context, accountId, wish.attachments);
  if (!attachments.ok) return attachments;
  const messageId = context.newId();
  await insertMessage(context, {
    ...wish,
    messageId,
    inReplyTo: wish.inReplyTo ?? null,
    thread: wish.thread ?? [],
    run: wish.run ?? null,
    nextAt: wish.state === 'queued' ? (wish.notBefore ?? at) : null,
  });
  await keepItems(context, { accountId, messageId }, wish.itemIds);
  await insertAttachments(context, { accountId, messageId }, attachments.value);
  context.did({ what: `message ${wish.state}`, id: messageId, facts: { channel, key } });
  return accept({ messageId, repeated: false });
}

async function whyNot({ tx }: Context, wish: MessageWish) {
  const { accountId, contactId, channel, toAddress } = wish;
  const account = await findAccount(tx, accountId);
  if (!account) return refuse('correspondence.no_such_account');
  if (contactId !== null) {
    const contacts = await contactsOf(tx, account.customerId);
    if (!contacts.some((each) => each.contactId === contactId)) {
      return refuse('correspondence.no_such_contact');
    }
  }
  if (wish.text.trim() === '' || (channel === 'email' && wish.subject.trim() === '')) {
    return refuse('correspondence.text_empty');
  }
  if (!fitsChannel(toAddress, channel)) {
    return refuse('correspondence.address_unfit', { to: toAddress, name: wish.toName });
  }
  const since = channel === 'email' ? await blockedSince(tx, toAddress) : undefined;
  if (since === undefined) return undefined;
  return refuse('correspondence.address_blocked', { to: toAddress, since: since.slice(0, 10) });
}

type Spoken = Pick<MessageWish, 'accountId' | 'language' | 'subject' | 'text' | 'toName'>;

/** What must not go out in these words; a customer's own, quoted, are theirs. */
export async function badTone(
  { tx }: Context,
  { accountId, language, subject, text, toName }: Spoken,
): Promise<Refused<'correspondence.tone_refused'> | undefined> {
  const account = await accountFacts(tx, accountId);
  const names = [toName, account?.name ?? '', account?.company ?? ''];
  const own = text.replaceAll(/^>.*$/gmu, '');
  const [bad] = toneOf(`${subject}\n${own}`, language, names).filter(({ refuses }) => refuses);
  return bad && refuse('correspondence.tone_refused', { words: bad.words, why: bad.kind });
}

async function attachmentsFor(
  { tx }: Context,
  accountId: Id,
  wishes: readonly AttachmentWish[],
): Promise<Outcome<Attachment[], MessageRefusal>> {
  if (wishes.length === 0) return accept([]);
  const originals = await originalsOf(tx, accountId);
  const kept = await keptFilesOf(
    tx,
    accountId,
    wishes.filter(({ kind }) => kind !== 'original').map((wish) => wish.id),
  );
  const known = [...originals.map((each) => ({ ...each, sourceId: each.originalId })), ...kept];
  const found = wishes.flatMap(({ kind, id }) => {
    const file = known.find(({ sourceId }) => sourceId === id);
    if (!file) return [];
    const { fileName, sha256, bytes } = file;
    return [{ kind, sourceId: id, fileName, sha256, bytes }];
  });
  if (found.length < wishes.length) {
    const missing = wishes.filter(({ id }) => !found.some((each) => each.sourceId === id));
    const file = missing.map(({ id }) => id).join(', ');
    return refuse('correspondence.attachment_missing', { file });
  }
  const bytes = found.reduce((total, each) => total + each.bytes, 0);
  if (bytes <= mostBytes) return accept(found);
  const megabytes = (amount: number): number => Math.ceil(amount / 1_000_000);
  return refuse('correspondence.attachments_too_large', {
    megabytes: megabytes(bytes),
    most: megabytes(mostBytes),
  });
}
