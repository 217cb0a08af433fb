/**
 * A message as a person wants it: a contact, a template or own words, in the contact's language.
 *
 * What the person changed goes as they wrote it; what they left goes as the template says it.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import { originalsOf } from '#areas/documents/index.ts';
import type { AttachmentWish, MessageWish } from '../../actions/messages/queue-message.ts';
import type { MessagePurpose } from '../../rules/messages/message.ts';
import { layOut } from '../../rules/templates/layout.ts';
import type { TemplateExtra } from '../../rules/templates/scope.ts';
import type { TemplateRefusal } from '../../rules/templates/template.ts';
import { itemFacts } from '../../store/template-facts.ts';
import { renderTemplate, templateInForce } from '../../actions/templates/render-template.ts';
import { type SpokenOf, whatItSpeaksOf } from './spoken-of.ts';

export type Composing = {
  readonly key: string;
  readonly accountId: Id;
  readonly contactId: Id;
  readonly language: Language | undefined;
  readonly templateKey: string | null;
  readonly itemIds: readonly Id[];
  readonly edited: { readonly subject: string; readonly text: string } | null;
  readonly purpose: MessagePurpose;
  readonly attachments: readonly AttachmentWish[];
  readonly inReplyTo: Id | null;
  readonly extra: TemplateExtra;
  readonly on: Day;
  readonly state: 'draft' | 'queued';
  readonly notBefore: Instant;
};

type ComposeRefusal =
  | TemplateRefusal
  | 'correspondence.contact_without_email'
  | 'correspondence.nothing_late';

/** The message to be written down. */
export async function compose(
  db: Queries,
  wish: Composing,
): Promise<Outcome<MessageWish, ComposeRefusal>> {
  const { accountId, contactId, templateKey } = wish;
  const account = await findAccount(db, accountId);
  if (!account) return refuse('correspondence.no_such_account');
  const contacts = await contactsOf(db, account.customerId);
  const contact = contacts.find((each) => each.contactId === contactId);
  if (!contact) return refuse('correspondence.no_such_contact');
  if (contact.email === null) {
    return refuse('correspondence.contact_without_email', { name: contact.name });
  }
  const language = wish.language ?? contact.language;
  const spoken = await spokenOf(db, wish);
  if (!spoken.ok) return spoken;
  const words = await wordsFor(db, { ...wish, ...spoken.value }, language);
  if (!words.ok) return words;
  const { purpose, ...said } = words.value;
  const asks = purpose === 'collect' || purpose === 'notice';
  return accept({
    key: wish.key,
    accountId,
    contactId,
    channel: 'email',
    toName: contact.name,
    toAddress: contact.email,
    language,
    ...said,
    templateKey,
    purpose,
    itemIds: asks ? await namedOrAll(db, accountId, spoken.value.itemIds) : wish.itemIds,
    attachments: wish.attachments,
    inReplyTo: wish.inReplyTo,
    state: wish.state,
    notBefore: wish.notBefore,
  });
}

type Words = Pick<MessageWish, 'subject' | 'text' | 'html' | 'templateVersion' | 'purpose'>;

async function wordsFor(
  db: Queries,
  wish: Composing,
  language: Language,
): Promise<Outcome<Words, ComposeRefusal>> {
  const { templateKey, edited, purpose } = wish;
  if (templateKey === null) {
    const { subject, text } = edited ?? { subject: '', text: '' };
    return accept({ subject, ...layOut(text, {}), templateVersion: null, purpose });
  }
  const template = await templateInForce(db, templateKey, wish.on);
  if (!template.ok) return template;
  const { version, purpose: its } = template.value;
  if (edited) {
    const { subject, text } = edited;
    return accept({ subject, ...layOut(text, {}), templateVersion: version, purpose: its });
  }
  const rendered = await renderTemplate(db, { ...wish, templateKey, language });
  if (!rendered.ok) return rendered;
  return accept({ ...rendered.value, purpose: its });
}

/** Words of one's own speak of what they say; a template of what it asks for. */
async function spokenOf(
  db: Queries,
  { templateKey, ...wish }: Composing,
): Promise<Outcome<SpokenOf, ComposeRefusal>> {
  if (templateKey === null) return accept(wish);
  const spoken = await whatItSpeaksOf(db, { ...wish, templateKey });
  return spoken.ok || wish.edited === null ? spoken : accept(wish);
}

/** Who names no item speaks of everything that is owed. */
async function namedOrAll(
  db: Queries,
  accountId: Id,
  itemIds: readonly Id[],
): Promise<readonly Id[]> {
  if (itemIds.length > 0) return itemIds;
  return (await itemFacts(db, accountId, [])).map(({ itemId }) => itemId);
}

/** The latest originals of these items, which go with a copy; of none, nothing. */
export async function originalsFor(
  db: Queries,
  accountId: Id,
  itemIds: readonly Id[],
): Promise<{ kind: 'original'; id: Id; name: string; bytes: number }[]> {
  if (itemIds.length === 0) return [];
  const numbers = (await itemFacts(db, accountId, itemIds)).map(({ number }) => number);
  const kept = await originalsOf(db, accountId);
  const latest = kept.filter(
    (file, index) =>
      file.kind === 'invoice' &&
      numbers.includes(file.number) &&
      kept.findIndex((each) => each.documentId === file.documentId && each.kind === 'invoice') ===
        index,
  );
  return latest.map(({ originalId, fileName, bytes }) => ({
    kind: 'original',
    id: originalId,
    name: fileName,
    bytes,
  }));
}
