/**
 * Why a mail is never answered by the program: a machine wrote it, or we did.
 *
 * Two machines that answer each other never stop (RFC 3834), so every sign counts: the headers
 * that say so, the senders that nobody reads, and our own addresses. A person may answer all the
 * same, except to a bounce.
 */
export const silences = ['bounce', 'own', 'loop', 'auto_reply', 'automatic', 'list'] as const;
export type Silence = (typeof silences)[number];

export type Sender = {
  readonly headers: ReadonlyMap<string, string>;
  readonly address: string;
  readonly subject: string;
  /** Our own addresses, in small letters. */
  readonly ours: readonly string[];
  /** Mails from this address within the hour. */
  readonly lately: number;
};

/** More mails than this from one address within an hour are no person's. */
export const mostAnHour = 20;

/** The header that our own mails carry. */
export const loopHeader = 'x-loop';
const ourLoop = 'dunlin';

/** Undefined for a mail that a person may expect to be answered. */
export function whySilent(sender: Sender): Silence | undefined {
  const { headers, address, ours, lately } = sender;
  const head = (name: string): string => (headers.get(name) ?? '').toLowerCase();
  if (isBounce(sender)) return 'bounce';
  if (ours.includes(address)) return 'own';
  if (head(loopHeader).includes(ourLoop) || lately >= mostAnHour) return 'loop';
  const submitted = head('auto-submitted');
  if (submitted.startsWith('auto-replied') || repliesByItself(sender)) return 'auto_reply';
  if (submitted !== '' && submitted !== 'no') return 'automatic';
  if (/^(?:no-?reply|do-?not-?reply|noresponder|mailer-daemon)[@+._-]/u.test(address)) {
    return 'automatic';
  }
  if (/bulk|junk|list/u.test(head('precedence'))) return 'list';
  return headers.has('list-id') || headers.has('list-unsubscribe') ? 'list' : undefined;
}

function isBounce({ headers, address }: Sender): boolean {
  const type = (headers.get('content-type') ?? '').toLowerCase();
  if (type.includes('multipart/report') && type.includes('delivery-status')) return true;
  if ((headers.get('return-path') ?? '').trim() === '<>' && address.startsWith('mailer-daemon@')) {
    return true;
  }
  return headers.has('x-failed-recipients') || /^(?:mailer-daemon|postmaster)@/u.test(address);
}

const awaySubject = new RegExp(
  String.raw`^\s*(?:automatic reply|auto(?:matic)?[- ]?reply|out of (?:the )?office|` +
    String.raw`respuesta autom[aá]tica|fuera de (?:la )?oficina)(?!\p{L})`,
  'iu',
);

function repliesByItself({ headers, subject }: Sender): boolean {
  const named = ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress'].some(
    (name) => headers.has(name) && name !== 'x-auto-response-suppress',
  );
  return (
    named ||
    /auto_reply|vacation/u.test((headers.get('precedence') ?? '').toLowerCase()) ||
    awaySubject.test(subject)
  );
}
