/**
 * The answer to a mail, ready to be sent: the words of the template that its intent calls for,
 * in the sender's language, with the papers that were asked for and an English gloss.
 *
 * Only what is kept is attached: an invoice without its original is named as missing, never drawn.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import { originalsOf } from '#areas/documents/index.ts';
import type { Finding, Intent, Said } from '../../rules/mailbox/intent.ts';
import type { TemplateExtra } from '../../rules/templates/scope.ts';
import type { TemplateRefusal } from '../../rules/templates/template.ts';
import type { ListedMail } from '../../store/mailbox/list.ts';
import { type MailItem, itemsOf } from '../../store/mailbox/page.ts';
import { type RenderedTemplate, renderTemplate } from '../../actions/templates/render-template.ts';

export type Draft = {
  readonly templateKey: string;
  readonly templateVersion: number;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same in English, where the answer is in another language. */
  readonly gloss: string | null;
  readonly originals: readonly { readonly originalId: Id; readonly name: string }[];
  readonly statement: boolean;
  /** Numbers of invoices that were asked for and of which no original is kept. */
  readonly missing: readonly string[];
};

export type DraftWish = {
  readonly mail: ListedMail;
  readonly accountId: Id;
  readonly as: Intent;
  readonly language: Language;
  readonly on: Day;
};

const templateFor: Readonly<Record<Intent, string>> = {
  already_paid: 'already-paid',
  remittance: 'already-paid',
  dispute: 'dispute-acknowledgement',
  promise: 'promise-confirmation',
  opt_out: 'mail-received',
  complaint: 'complaint-answer',
  copy_request: 'invoice-copy',
  w9_request: 'w9-answer',
  vendor_form: 'vendor-form-answer',
  certificate: 'certificate-answer',
  out_of_office: 'mail-received',
  other: 'mail-received',
};

export async function draftAnswer(
  db: Queries,
  wish: DraftWish,
): Promise<Outcome<Draft, TemplateRefusal>> {
  const { mail, accountId, as } = wish;
  const items = await itemsOf(db, accountId, mail.itemIds);
  const finding = mail.findings.find(({ intent }) => intent === as);
  const extra = extraOf(as, finding, items);
  const papers = as === 'copy_request' ? await papersFor(db, accountId, items) : noPapers;
  const statement = finding?.said.of === 'statement';
  const named = templateOf(as, { extra, items, statement });
  const rendered = await render(db, wish, { templateKey: named, extra });
  // A template that lacks what the mail did not say gives way to the plain one.
  const templateKey = rendered.ok ? named : 'mail-received';
  const found = rendered.ok ? rendered : await render(db, wish, { templateKey, extra });
  if (!found.ok) return found;
  const english =
    wish.language === 'en'
      ? undefined
      : await render(db, { ...wish, language: 'en' }, { templateKey, extra });
  const { templateVersion, text, html } = found.value;
  return accept({
    templateKey,
    templateVersion,
    language: wish.language,
    subject: answerSubject(mail.subject, found.value.subject),
    text,
    html,
    gloss: english?.ok ? english.value.text : null,
    ...papers,
    statement,
  });
}

/** An answer keeps the subject, so that programs sort it under what it answers. */
function answerSubject(subject: string, own: string): string {
  const bare = subject.trim();
  if (bare === '') return own;
  return /^re\s*:/iu.test(bare) ? bare : `Re: ${bare}`;
}

type Facts = {
  readonly extra: TemplateExtra;
  readonly items: readonly MailItem[];
  readonly statement: boolean;
};

function templateOf(as: Intent, { extra, items, statement }: Facts): string {
  if (as === 'copy_request' && statement) return 'statement-copy';
  if (as === 'copy_request' && items.length === 0) return 'mail-received';
  if (as === 'promise' && extra.promise === undefined) return 'mail-received';
  if (as === 'dispute' && extra.dispute === undefined) return 'mail-received';
  return templateFor[as];
}

function extraOf(
  as: Intent,
  finding: Finding | undefined,
  items: readonly MailItem[],
): TemplateExtra {
  const said: Said = finding?.said ?? {};
  const amount = amountOf(said.amount, said.currency ?? items[0]?.open.currency ?? 'USD');
  if (as === 'promise' && amount !== undefined && said.on !== undefined) {
    return { promise: { amount, dueOn: said.on } };
  }
  if (as === 'dispute' && items.length > 0) {
    const number = items.map((item) => item.number).join(', ');
    return { dispute: { number, reason: (finding?.evidence ?? '').slice(0, 200) } };
  }
  if (as === 'already_paid' && amount !== undefined && said.on !== undefined) {
    return { payment: { amount, on: said.on, reference: said.checkNumber ?? '' } };
  }
  return {};
}

function amountOf(text: string | undefined, code: string): Money | undefined {
  return text === undefined ? undefined : parseMoney(text, currency(code));
}

async function render(
  db: Queries,
  { mail, accountId, language, on }: DraftWish,
  { templateKey, extra }: { readonly templateKey: string; readonly extra: TemplateExtra },
): Promise<Outcome<RenderedTemplate, TemplateRefusal>> {
  const account = await findAccount(db, accountId);
  const contacts = account ? await contactsOf(db, account.customerId) : [];
  const contact = contacts.find(({ email }) => email?.toLowerCase() === mail.fromAddress);
  const contactId = contact?.contactId ?? null;
  const { itemIds } = mail;
  return renderTemplate(db, { templateKey, language, accountId, contactId, itemIds, extra, on });
}

const noPapers = { originals: [], missing: [] };

async function papersFor(
  db: Queries,
  accountId: Id,
  items: readonly MailItem[],
): Promise<Pick<Draft, 'originals' | 'missing'>> {
  const kept = (await originalsOf(db, accountId)).filter(({ kind }) => kind === 'invoice');
  const latest = items.map(({ documentId, number }) => ({
    number,
    original: kept
      .filter((each) => each.documentId === documentId)
      .toSorted((a, b) => b.version - a.version)[0],
  }));
  return {
    originals: latest.flatMap(({ original }) =>
      original === undefined ? [] : [{ originalId: original.originalId, name: original.fileName }],
    ),
    missing: latest.flatMap(({ number, original }) => (original === undefined ? [number] : [])),
  };
}
