/**
 * Takes one mail in, exactly once: kept raw, read by the rules, put to its account, told on.
 *
 *   fetched ─▶ known already ─▶ its arrival is noted, nothing else
 *      └─▶ new ─▶ kept ─▶ whose is it ─▶ what does it ask ─▶ stands open, or done by itself
 *
 * All of it is one transaction with the note of its arrival: a kill in the middle leaves nothing,
 * and the next fetch brings it whole. A mail that says it is paid stops dunning in that same
 * transaction, because the gate reads its row.
 *
 * A mail whose sender is forged is kept and read, and does nothing: it is nobody's, brings no
 * message back and no remittance, until a person has said whose it is.
 */
import { type InboundMail, saysReply, topicOf } from '#formats/mail/inbound-mail.ts';
import { localTimeOf } from '#kernel/local-time.ts';
import type { Id } from '#kernel/ids.ts';
import { type Instant } from '#kernel/instant.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { accountsOfAddress } from '#areas/customers/index.ts';
import { calendarOf } from '#areas/team/index.ts';
import { answerDueAt } from '../../rules/mailbox/answer-time.ts';
import { citedIn, numbersIn } from '../../rules/mailbox/cited.ts';
import { headEnd, mailIdentity } from '../../rules/mailbox/identity.ts';
import { advises, type Finding } from '../../rules/mailbox/intent.ts';
import { languageOf } from '../../rules/mailbox/language.ts';
import { type Linked, placeMail, suggested } from '../../rules/mailbox/place.ts';
import { readMail } from '../../rules/mailbox/read-mail.ts';
import { type Silence, whySilent } from '../../rules/mailbox/silent.ts';
import { type Box, ourAddresses } from '../../store/mailbox/boxes.ts';
import {
  accountsNumbered,
  learnedAccount,
  namedItems,
  ourMessages,
  type OurMessage,
  threadAnswered,
  threadOf,
} from '../../store/mailbox/evidence.ts';
import {
  insertArrival,
  insertFiles,
  insertMail,
  insertRaw,
  mailWithIdentity,
  mailsLately,
} from '../../store/mailbox/mails.ts';
import {
  type CashState,
  type MailState,
  insertAct,
  insertStanding,
  placeAt,
} from '../../store/mailbox/standing.ts';
import { type NewInMail, actOnMail } from './act-on-mail.ts';
import { noteAnswered, returnedIds, takeReport } from './take-report.ts';

export type TakeInMail = {
  readonly box: Box;
  /** Where the server keeps it; null for a mail that came by hand. */
  readonly at: { readonly uidValidity: bigint; readonly uid: bigint } | null;
  /** Null for a mail that is larger than may be taken in: its head alone came. */
  readonly raw: Uint8Array | null;
  readonly bytes: number;
  readonly opened: InboundMail;
  readonly receivedAt: Instant;
};

export type TakenMail = {
  readonly mailId: Id;
  /** False for one that was known already. */
  readonly added: boolean;
};

/** Answers the mail's id; nothing in a mail can refuse it. */
export async function takeInMail(
  context: Context,
  wish: TakeInMail,
): Promise<Outcome<TakenMail, never>> {
  const identity = identityOf(wish);
  const { companyId } = wish.box;
  const known = await mailWithIdentity(context.tx, companyId, identity);
  if (known !== undefined) return accept(await arrived(context, wish, known));
  const mailId = context.newId();
  const mail = await weigh(context, wish, mailId);
  if (wish.raw !== null) await insertRaw(context, mail.sha256 ?? '', wish.raw);
  if (!(await insertMail(context, { ...mail, identity }))) {
    const first = await mailWithIdentity(context.tx, companyId, identity);
    if (first === undefined) throw new Error('a mail was there and is not');
    return accept(await arrived(context, wish, first));
  }
  await arrived(context, wish, mailId);
  await keep(context, wish, mail);
  return accept({ mailId, added: true });
}

async function arrived(context: Context, { at, box }: TakeInMail, mailId: Id): Promise<TakenMail> {
  if (at !== null) await insertArrival(context, { ...at, mailboxId: box.mailboxId, mailId });
  return { mailId, added: false };
}

function identityOf({ raw, opened, bytes }: TakeInMail): string {
  const { messageId, subject, sentAt, from } = opened;
  const said = raw === null ? `${bytes}` : fingerprint(raw.subarray(headEnd(raw)));
  const text = mailIdentity({ messageId, from: from.address, subject, sentAt, said });
  return fingerprint(new TextEncoder().encode(text));
}

type Weighed = Awaited<ReturnType<typeof weigh>>;

/** Whose it is and what it asks for, before anything is written. */
async function weigh(context: Context, wish: TakeInMail, mailId: Id) {
  const { box, opened, receivedAt, raw, bytes } = wish;
  const { from, subject, text, refs, headers } = opened;
  const { companyId, mailboxId, zone } = box;
  const language = languageOf(`${subject}\n${text}`);
  const lately = await mailsLately(context.tx, { companyId, address: from.address }, receivedAt);
  const ours = [...(await ourAddresses(context.tx, companyId)), box.address.toLowerCase()];
  const silent = whySilent({ headers, address: from.address, subject, ours, lately });
  const findings = readMail({
    subject,
    body: text,
    fileNames: opened.files.map(({ name }) => name),
    language,
    today: localTimeOf(receivedAt, zone).on,
    automatic: silent === 'auto_reply' || silent === 'bounce',
  });
  const place = await placeOf(context, wish);
  return {
    mailId,
    companyId,
    mailboxId,
    threadId: place.threadId ?? mailId,
    sha256: raw === null ? null : fingerprint(raw),
    bytes,
    messageId: opened.messageId,
    refs,
    fromName: from.name,
    fromAddress: from.address,
    to: opened.to,
    subject,
    topic: topicOf(subject),
    body: text,
    language,
    sentAt: opened.sentAt,
    receivedAt,
    silent: silent ?? null,
    problem: opened.forged ? 'sender_forged' : opened.problem,
    findings,
    place,
  };
}

type Place = {
  readonly threadId: Id | undefined;
  /** Our messages that it answers or brings back, the nearest first. */
  readonly answered: readonly OurMessage[];
  readonly linked: Linked | null;
  readonly candidates: readonly Id[];
  readonly itemIds: readonly Id[];
};

async function placeOf({ tx }: Context, { box, opened, receivedAt }: TakeInMail): Promise<Place> {
  const { companyId } = box;
  const { from, subject, text } = opened;
  const { address } = from;
  const refs = [...opened.refs, ...returnedIds(opened)];
  const topic = saysReply(subject) ? topicOf(subject) : '';
  const words = `${subject}\n${text}`;
  const thread = await threadOf(tx, { companyId, refs, topic, address, receivedAt });
  const answeredThread = await threadAnswered(tx, refs);
  const answered = await ourMessages(tx, refs);
  const placed = placeMail({
    answered: answered.map((each) => each.accountId),
    thread: thread?.accountIds ?? [],
    learned: await learnedAccount(tx, companyId, address),
    contacts: await accountsOfAddress(tx, companyId, address),
    cited: await accountsNumbered(tx, companyId, numbersIn(words)),
  });
  const { linked, candidates } = opened.forged ? suggested(placed) : placed;
  const items = linked === null ? [] : await namedItems(tx, linked.accountId);
  const itemIds = citedIn(words, items).map(({ itemId }) => itemId);
  const threadId = answeredThread ?? thread?.threadId;
  return { threadId, answered: opened.forged ? [] : answered, linked, candidates, itemIds };
}

async function keep(context: Context, wish: TakeInMail, mail: Weighed): Promise<void> {
  const { mailId, companyId, threadId, findings, place, receivedAt } = mail;
  const { box, opened } = wish;
  const state = opened.forged ? 'open' : stateOf(mail.silent, findings);
  const calendar = await calendarOf(context.tx, companyId);
  const answers = state === 'open' && mail.silent === null;
  await insertFiles(context, mailId, opened.files.map(fileRow));
  await insertStanding(context, {
    mailId,
    companyId,
    threadId,
    state,
    receivedAt,
    answerDueAt: answers ? answerDueAt(receivedAt, box.answerMinutes, box.zone, calendar) : null,
    findings,
    candidates: place.candidates,
    cash: cashOf(findings, wish),
    absentUntil: absenceIn(findings),
  });
  if (place.linked !== null) {
    await placeAt(context, { ...place.linked, mailId, itemIds: place.itemIds });
  }
  await insertAct(context, mailId, 'read', {
    findings,
    silent: mail.silent,
    linked: place.linked,
    candidates: place.candidates,
  });
  context.did({ what: 'mail', id: mailId, facts: { box: box.name, intent: mainOf(findings) } });
  if (mail.silent === 'bounce') await takeReport(context, mailId, opened, place.answered);
  else await noteAnswered(context, place.answered);
  await actOnMail(context, newMail(mail));
}

function fileRow({ name, type, bytes }: InboundMail['files'][number]) {
  return { name, type, bytes: bytes.length, sha256: fingerprint(bytes) };
}

function newMail(mail: Weighed): NewInMail {
  const { mailId, companyId, findings, place, silent, subject, fromName, fromAddress } = mail;
  return {
    mailId,
    companyId,
    findings,
    silent,
    subject,
    fromName,
    fromAddress,
    body: mail.body,
    accountId: place.linked?.accountId ?? null,
    itemIds: place.itemIds,
    receivedAt: mail.receivedAt,
  };
}

/** What nobody need answer is done by itself; what moves money stands open, whoever wrote it. */
function stateOf(silent: Silence | null, findings: readonly Finding[]): MailState {
  if (silent === null) return 'open';
  if (silent === 'automatic' || silent === 'list') {
    return mainOf(findings) === 'other' ? 'done' : 'open';
  }
  return 'done';
}

function mainOf(findings: readonly Finding[]): string {
  return findings[0]?.intent ?? 'other';
}

function cashOf(findings: readonly Finding[], { raw, opened }: TakeInMail): CashState {
  const isWhole = raw !== null && !opened.forged;
  return advises(findings) && isWhole ? 'waiting' : 'none';
}

function absenceIn(findings: readonly Finding[]) {
  return findings.find(({ intent }) => intent === 'out_of_office')?.said.on ?? null;
}
