/**
 * Opens a mail as it was sent (RFC 5322): its parts decoded, its attachments as files.
 *
 * MIME is postal-mime's work, behind this one door. Nothing in a mail is believed: who sent
 * it is what it says, and its HTML is only ever read as text.
 */
import PostalMime from 'postal-mime';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { isTnef, readTnef } from '#formats/tnef/read-tnef.ts';

export type OpenedMail = {
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

/** No mail of a payer is larger; beyond it an attachment is dropped by itself. */
const mostBytes = 40_000_000;
const mostAttachments = 100;

/** The mail in the bytes; refused when it is too large or has no end of parts. */
export async function openMail(
  bytes: Uint8Array,
): Promise<Outcome<OpenedMail, 'read.bad_record' | 'read.too_large'>> {
  if (bytes.length > mostBytes) {
    return refuse('read.too_large', { limit: mostBytes / 1_000_000, unit: 'megabytes' });
  }
  try {
    const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' });
    const sender = mail.from;
    return accept({
      from: { name: sender?.name ?? '', address: sender?.address ?? '' },
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: mail.html ?? '',
      attachments: mail.attachments
        .flatMap((part, at) => unpacked(part.filename ?? `attachment-${at + 1}`, part.content))
        .slice(0, mostAttachments),
    });
  } catch (error) {
    // Only postal-mime runs in here, and it throws for parts nested beyond its bounds.
    const reason = error instanceof Error ? error.message : String(error);
    return refuse('read.bad_record', { record: 1, reason });
  }
}

/** A file, or the files of a winmail.dat in its place. */
function unpacked(
  name: string,
  content: string | ArrayBuffer | Uint8Array,
): OpenedMail['attachments'][number][] {
  const bytes = bytesOf(content);
  const packed = isTnef(bytes) ? readTnef(bytes) : undefined;
  return packed?.ok ? [...packed.value.files] : [{ name, bytes }];
}

function bytesOf(content: string | ArrayBuffer | Uint8Array): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
