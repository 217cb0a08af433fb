/**
 * By what a mail is known again: its Message-ID and what it says, not the road it took.
 *
 * The same mail in two boxes differs in its Received lines, and a server that numbers anew hands
 * every mail out again. Two different mails under one Message-ID are two mails: nothing is lost.
 */

/** The text whose hash is the identity; `said` is the hash of the mail's part below its head. */
export function mailIdentity(mail: {
  readonly messageId: string;
  readonly from: string;
  readonly subject: string;
  readonly sentAt: string | null;
  readonly said: string;
}): string {
  const { messageId, from, subject, sentAt, said } = mail;
  return JSON.stringify([messageId, from, subject, sentAt, said]);
}

/** Where the head of a mail ends: behind the first empty line. */
export function headEnd(bytes: Uint8Array): number {
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 10) continue;
    if (bytes[at + 1] === 10) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
  }
  return bytes.length;
}
