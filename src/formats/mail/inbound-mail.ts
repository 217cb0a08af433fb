/**
 * A mail that came in, opened: who says to have sent it, what it answers, its words, its files.
 *
 * Nothing in it is believed. The words are text, never HTML; a file is only ever handed on as
 * bytes; and what a header says about answering is obeyed, so that two machines never write to
 * each other without end.
 */
export type MailFile = {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
};

export type InboundMail = {
  /** Without its angle brackets; empty when the mail names none. */
  readonly messageId: string;
  /** What it answers, the nearest first, without brackets. */
  readonly refs: readonly string[];
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly subject: string;
  /** ISO 8601 in UTC, as the sender's clock says. */
  readonly sentAt: string | null;
  /** The words to be read; those of a forwarded mail stand behind them. */
  readonly text: string;
  /** The first header of each name, in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly files: readonly MailFile[];
  /** Our mail server says that its sender is not who it names. */
  readonly forged: boolean;
  /** What was wrong with it, by a name; it was read all the same. */
  readonly problem: MailProblem | null;
};

export type MailProblem =
  | 'charset_mended'
  | 'charset_unreadable'
  | 'mime_broken'
  | 'sender_forged'
  | 'too_large'
  | 'winmail_broken';

/** The ids in a header such as References, in the order written. */
export function messageIds(header: string): string[] {
  const bracketed = [...header.slice(0, 20_000).matchAll(/<([^<>\s]{1,990})>/gu)];
  if (bracketed.length > 0) return bracketed.map(([, found = '']) => found);
  const bare = header.trim();
  return /^[^\s<>@]+@[^\s<>@]+$/u.test(bare) ? [bare] : [];
}

/** Marks of reply and forwarding in the languages that customers and their programs write. */
const replyMark = new RegExp(
  String.raw`^\s*(?:(?:re|aw|rv|fw|fwd|sv|rif|res|respuesta|reenv[ií]o|resp)\s*(?:\[\d+\])?\s*:|` +
    String.raw`\[(?:ext(?:ernal)?|externo)\])\s*`,
  'iu',
);

/** The subject without its marks of reply, in small letters: what the thread is about. */
export function topicOf(subject: string): string {
  let rest = subject.slice(0, 500);
  for (;;) {
    const shorter = rest.replace(replyMark, '');
    if (shorter === rest) return rest.replaceAll(/\s+/gu, ' ').trim().toLowerCase();
    rest = shorter;
  }
}

/** Does the subject say that it answers something? */
export function saysReply(subject: string): boolean {
  return /^\s*(?:re|aw|rv|sv|rif|res|resp(?:uesta)?)\s*(?:\[\d+\])?\s*:/iu.test(subject);
}
