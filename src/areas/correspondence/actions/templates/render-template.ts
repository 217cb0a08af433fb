/**
 * A template filled for one account: subject, text and HTML in the reader's language.
 *
 * The version in force is the newest approved one; a template that the company has not put its
 * own in place of is as delivered (version 0). An expired one is refused, never silently replaced.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { fillTemplate } from '#platform/templates/liquid.ts';
import { contactsOf } from '#areas/customers/index.ts';
import { layOut } from '../../rules/templates/layout.ts';
import { scopeFor, type TemplateExtra, type TemplateFacts } from '../../rules/templates/scope.ts';
import { standardTemplate } from '../../rules/templates/standard/all.ts';
import { standingOf, type Template, type TemplateRefusal } from '../../rules/templates/template.ts';
import { toneOf } from '../../rules/templates/tone.ts';
import { senderOf } from '../../store/senders.ts';
import { accountFacts, itemFacts, latestPromise } from '../../store/template-facts.ts';
import { templateVersions } from '../../store/templates.ts';

export type RenderWish = {
  readonly templateKey: string;
  readonly language: Language;
  readonly accountId: Id;
  /** Null writes to the customer as such. */
  readonly contactId: Id | null;
  /** The items it speaks of; none means everything that is owed. */
  readonly itemIds: readonly Id[];
  readonly extra?: TemplateExtra;
  /** Whom it is to, where that is not the contact as they stand on file. */
  readonly toName?: string;
  readonly on: Day;
};

export type RenderedTemplate = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** 0 as delivered with the program. */
  readonly templateVersion: number;
};

/** Fills the template in force. */
export async function renderTemplate(
  db: Queries,
  wish: RenderWish,
): Promise<Outcome<RenderedTemplate, TemplateRefusal>> {
  const template = await templateInForce(db, wish.templateKey, wish.on);
  if (!template.ok) return template;
  const facts = await factsFor(db, wish);
  if (!facts.ok) return facts;
  const { version } = template.value;
  const rendered = renderWording(template.value, facts.value, wish.language);
  return rendered.ok ? accept({ ...rendered.value, templateVersion: version }) : rendered;
}

export type InForce = Template & { readonly version: number };

/** The newest approved version, or the one that came with the program. */
export async function templateInForce(
  db: Queries,
  key: string,
  on: Day,
): Promise<Outcome<InForce, TemplateRefusal>> {
  const versions = await templateVersions(db, key);
  const standings = versions.map((each) => ({
    each,
    standing: standingOf(each.acts, each.expiresOn, on),
  }));
  const approved = standings.find(({ standing }) => standing === 'approved');
  if (approved) return accept(approved.each);
  const expired = standings.find(({ standing }) => standing === 'expired');
  if (expired) {
    const facts = { template: key, version: expired.each.version };
    return refuse('correspondence.template_expired', facts);
  }
  const delivered = standardTemplate(key);
  if (delivered) return accept({ ...delivered, version: 0 });
  if (versions.length === 0) return refuse('correspondence.template_unknown', { template: key });
  return refuse('correspondence.template_unapproved', { template: key });
}

/** What the wording of a template is filled with. */
export async function factsFor(
  db: Queries,
  {
    accountId,
    contactId,
    itemIds,
    extra = {},
    toName,
    on,
  }: Omit<RenderWish, 'templateKey' | 'language'>,
): Promise<Outcome<TemplateFacts, TemplateRefusal>> {
  const account = await accountFacts(db, accountId);
  if (!account) return refuse('correspondence.no_such_account');
  const contacts = await contactsOf(db, account.customerId);
  const contact = contacts.find((each) => each.contactId === contactId);
  if (contactId !== null && !contact) return refuse('correspondence.no_such_contact');
  const items = await itemFacts(db, accountId, itemIds);
  const [sender, promise] = await Promise.all([
    senderOf(db, account.companyId),
    extra.promise ? undefined : latestPromise(db, accountId),
  ]);
  return accept({
    account,
    contact: { name: toName ?? contact?.name ?? account.name },
    company: {
      name: account.company,
      signature: sender?.signature || account.company,
      replyTo: sender?.replyTo || sender?.fromAddress || account.company,
    },
    today: on,
    items: items.map((item) => ({
      ...item,
      daysLate: Math.max(0, daysBetween(item.dueOn, on)),
      open: extra.asked?.get(item.itemId) ?? item.open,
    })),
    extra: promise ? { ...extra, promise } : extra,
  });
}

/** One wording, filled; a field that has no value is refused with its place. */
export function renderWording(
  template: Template,
  facts: TemplateFacts,
  language: Language,
): Outcome<Omit<RenderedTemplate, 'templateVersion'>, TemplateRefusal> {
  const { scope, blocks } = scopeFor(facts, language);
  const wording = template.wording[language];
  const subject = fillTemplate(wording.subject, scope);
  const body = fillTemplate(wording.body, scope);
  for (const [part, filled] of Object.entries({ subject, body })) {
    if (filled.ok) continue;
    return refuse('correspondence.field_empty', {
      template: template.key,
      language,
      part,
      line: filled.place.line,
      column: filled.place.column,
      problem: filled.problem,
    });
  }
  const text = body.ok ? layOut(body.text, blocks) : { text: '', html: '' };
  const title = subject.ok ? layOut(subject.text, blocks).text : '';
  const names = [facts.account.name, facts.company.name, facts.contact.name];
  const [bad] = toneOf(text.text, language, names).filter(({ refuses }) => refuses);
  if (bad) {
    return refuse('correspondence.tone_refused', { words: bad.words, why: bad.kind });
  }
  const whole = template.channel === 'email' || template.channel === 'letter';
  return accept({
    subject: title.replaceAll(/\s+/gu, ' ').trim(),
    ...(whole ? text : { text: text.text.trim(), html: '' }),
  });
}
