/**
 * Opens a mail of a mailbox, whatever its shape: broken MIME, a charset that lies, a winmail.dat,
 * mails within mails.
 *
 * The words come out as text only: HTML is never handed on, and nothing that it links to is ever
 * fetched. A mail that cannot be read at all still has its sender and its subject where they can
 * be found, so that somebody sees it.
 */
import PostalMime, { type Email } from 'postal-mime';
import { isUnreadable, mendMojibake, relabelled } from '#formats/mail/charset.ts';
import {
  type InboundMail,
  type MailFile,
  type MailProblem,
  messageIds,
} from '#formats/mail/inbound-mail.ts';
import { type HeadLine, saysForged } from '#formats/mail/sender-proof.ts';
import { textOfHtml } from '#formats/remittance/html.ts';
import { isTnef, readTnef } from '#formats/tnef/read-tnef.ts';

/** A mail within a mail within a mail is opened, and no deeper. */
const deepest = 3;
const mostFiles = 200;
const mostText = 500_000;
/** A mail is labelled anew only when its head lines are worth the work. */
const mostRelabelled = 4_000_000;

export async function openInbound(bytes: Uint8Array): Promise<InboundMail> {
  try {
    return await opened(bytes, 0);
  } catch (error) {
    // Only postal-mime runs in here, and it throws for parts nested beyond its bounds.
    if (!(error instanceof Error)) throw error;
    return broken(bytes);
  }
}

async function opened(bytes: Uint8Array, depth: number): Promise<InboundMail> {
  const mail = await parse(bytes);
  const headers = headersOf(mail);
  const said = await wordsOf(mail, bytes);
  const unpacked = await filesOf(mail, depth);
  const words = said.text.trim() === '' ? unpacked.text : said.text;
  const text = [words, ...unpacked.forwarded].join('\n').slice(0, mostText);
  return {
    messageId: messageIds(mail.messageId ?? '')[0] ?? '',
    refs: refsOf(mail),
    from: senderOf(mail),
    to: addressesOf(mail),
    subject: mendMojibake(mail.subject ?? '').slice(0, 1000),
    sentAt: momentOf(mail.date),
    text: text.replaceAll('\0', ''),
    headers,
    files: unpacked.files.slice(0, mostFiles),
    forged: saysForged(mail.headers),
    problem: said.problem ?? unpacked.problem,
  };
}

function parse(bytes: Uint8Array | string): Promise<Email> {
  return PostalMime.parse(bytes, {
    attachmentEncoding: 'arraybuffer',
    forceRfc822Attachments: true,
  });
}

function headersOf(mail: Email): ReadonlyMap<string, string> {
  return new Map(
    mail.headers
      .toReversed()
      .map(({ key, value }) => [key, value.replaceAll('\0', '').slice(0, 4000)]),
  );
}

/** What it answers: In-Reply-To first, then the References from the nearest. */
function refsOf(mail: Email): string[] {
  const answered = messageIds(mail.inReplyTo ?? '');
  const before = messageIds(mail.references ?? '').toReversed();
  return [...new Set([...answered, ...before])].slice(0, 50);
}

function senderOf(mail: Email): InboundMail['from'] {
  const { from } = mail;
  const name = mendMojibake(from?.name ?? '').slice(0, 200);
  const first = from?.address ?? from?.group?.[0]?.address ?? mail.sender?.address ?? '';
  return { name, address: first.trim().toLowerCase().slice(0, 320) };
}

function addressesOf(mail: Email): string[] {
  const all = [...(mail.to ?? []), ...(mail.cc ?? [])];
  const flat = all.flatMap((each) => [each, ...(each.group ?? [])]);
  return [...new Set(flat.flatMap(({ address }) => (address ? [address.toLowerCase()] : [])))];
}

function momentOf(date: string | undefined): string | null {
  const at = date === undefined ? Number.NaN : Date.parse(date);
  // Clocks that are centuries off say nothing.
  const sound = at > Date.UTC(1980, 0, 1) && at < Date.UTC(2200, 0, 1);
  return sound ? new Date(at).toISOString() : null;
}

type Words = { readonly text: string; readonly problem: MailProblem | null };

/** The words for reading; with another charset where the stated one was a lie. */
async function wordsOf(mail: Email, bytes: Uint8Array): Promise<Words> {
  const text = bodyOf(mail);
  const mended = mendMojibake(text);
  if (mended !== text) return { text: mended, problem: 'charset_mended' };
  if (!isUnreadable(text)) return { text, problem: null };
  if (bytes.length > mostRelabelled) return { text, problem: 'charset_unreadable' };
  const raw = Buffer.from(bytes).toString('latin1');
  const again = await parse(Buffer.from(relabelled(raw), 'latin1'));
  const other = bodyOf(again);
  return isUnreadable(other)
    ? { text, problem: 'charset_unreadable' }
    : { text: other, problem: 'charset_mended' };
}

/** Plain text where there is any; else the text of the HTML. */
function bodyOf({ text = '', html = '' }: Email): string {
  const plain = text.trim();
  if (html === '') return text;
  const shown = textOfHtml(html.slice(0, mostText * 4));
  // Some programs put a lone "see the HTML" into the plain part.
  const stub = plain.length * 5 < shown.trim().length && plain.length < 200;
  return plain === '' || stub ? shown : text;
}

type Unpacked = {
  readonly files: readonly MailFile[];
  readonly text: string;
  readonly forwarded: readonly string[];
  readonly problem: MailProblem | null;
};

async function filesOf(mail: Email, depth: number): Promise<Unpacked> {
  const files: MailFile[] = [];
  const forwarded: string[] = [];
  let text = '';
  let problem: MailProblem | null = null;
  for (const [at, part] of mail.attachments.slice(0, mostFiles).entries()) {
    const file = {
      name: nameOf(part.filename ?? '', part.mimeType, at),
      type: part.mimeType.toLowerCase().slice(0, 200),
      bytes: bytesOf(part.content),
    };
    const packed = isTnef(file.bytes) ? readTnef(file.bytes) : undefined;
    if (packed?.ok) {
      files.push(...packed.value.files);
      text ||= packed.value.text || textOfHtml(packed.value.html);
      if (!packed.value.whole) problem = 'winmail_broken';
    } else if (file.type === 'message/rfc822' && depth < deepest) {
      const inner = await opened(file.bytes, depth + 1);
      forwarded.push(forwardedText(inner));
      files.push(file, ...inner.files);
    } else if (!isDecoration(part, file)) files.push(file);
  }
  return { files, text, forwarded, problem };
}

function nameOf(stated: string, type: string, at: number): string {
  const clean = stated
    .replaceAll(/[\p{Cc}/\\]/gu, '')
    .trim()
    .slice(0, 200);
  if (clean !== '') return clean;
  return `${type.replaceAll('/', '-')}-${at + 1}${type === 'message/rfc822' ? '.eml' : ''}`;
}

/** Logos and tracking pictures that belong to the HTML, which nobody is shown. */
function isDecoration(part: Email['attachments'][number], { type, bytes }: MailFile): boolean {
  const inside = part.related === true && part.disposition !== 'attachment';
  return inside && type.startsWith('image/') && bytes.length < 100_000;
}

function forwardedText({ from, subject, text }: InboundMail): string {
  return `\n---------- ${from.name} <${from.address}> · ${subject} ----------\n${text}`;
}

function bytesOf(content: string | ArrayBuffer | Uint8Array): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

/** What can be found of a mail whose parts cannot be taken apart. */
function broken(bytes: Uint8Array): InboundMail {
  const raw = Buffer.from(bytes.subarray(0, 64_000)).toString('utf8');
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/u);
  const lines = linesOf(head);
  const headers = new Map(lines.toReversed().map(({ key, value }) => [key, value]));
  const from = headers.get('from') ?? '';
  const address = /[^\s<>"]+@[^\s<>"]+/u.exec(from)?.[0] ?? '';
  return {
    messageId: messageIds(headers.get('message-id') ?? '')[0] ?? '',
    refs: messageIds(headers.get('in-reply-to') ?? ''),
    from: { name: '', address: address.toLowerCase() },
    to: [],
    subject: headers.get('subject') ?? '',
    sentAt: momentOf(headers.get('date')),
    text: rest.join('\n\n').replaceAll('\0', ''),
    headers,
    files: [],
    forged: saysForged(lines),
    problem: 'mime_broken',
  };
}

/** The head's lines in their order, each unfolded, by names in small letters. */
function linesOf(head: string): HeadLine[] {
  return head
    .replaceAll(/\r?\n[ \t]+/gu, ' ')
    .split(/\r?\n/u)
    .flatMap((line) => {
      const at = line.indexOf(':');
      const value = line.slice(at + 1).trim();
      return at < 1 ? [] : [{ key: line.slice(0, at).toLowerCase(), value }];
    });
}
