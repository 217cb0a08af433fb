/**
 * What Lob reports of letters: a POST of JSON to our address, signed.
 *
 * Its signature (docs.lob.com, Webhooks) is the HMAC-SHA256 in hex of the time, a full stop and
 * the body as it came, under the secret of the webhook: headers Lob-Signature and
 * Lob-Signature-Timestamp. One that is older than five minutes is refused: somebody repeats it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Instant, instant } from '#kernel/instant.ts';
import type { PrinterNews, SignedReport } from './printer.ts';

/** Where the provider tells what the post does, below our own address. */
export const lobReportPath = '/hooks/lob';

const toleranceMs = 5 * 60_000;

/** The signature of a body, as the provider makes it. */
export function lobSignature(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

/** Is it the provider's, made for this very body, and just now? */
export function isSigned(
  secret: string,
  { body, signature, timestamp }: SignedReport,
  at: Instant,
): boolean {
  const wanted = Buffer.from(lobSignature(secret, timestamp, body));
  const got = Buffer.from(signature.toLowerCase());
  if (got.length !== wanted.length || !timingSafeEqual(got, wanted)) return false;
  const stamp = momentOf(timestamp);
  return stamp !== undefined && Math.abs(Date.parse(at) - stamp) <= toleranceMs;
}

/** Milliseconds; a number of ten digits is one of seconds. */
function momentOf(timestamp: string): number | undefined {
  if (!/^\d{10,13}$/u.test(timestamp)) return undefined;
  return timestamp.length === 10 ? Number(timestamp) * 1000 : Number(timestamp);
}

/** An event of a letter; undefined for any other, and for what is none. */
export function readReport(body: string): PrinterNews | undefined {
  const said = parsed(body);
  const letter = fieldIn(said, 'body');
  const eventId = textIn(said, 'id');
  const type = textIn(fieldIn(said, 'event_type'), 'id') ?? '';
  const ref = textIn(letter, 'id') ?? textIn(said, 'reference_id');
  const when = Date.parse(textIn(said, 'date_created') ?? '');
  if (eventId === undefined || ref === undefined || !type.startsWith('letter.')) return undefined;
  if (Number.isNaN(when)) return undefined;
  const key = textIn(fieldIn(letter, 'metadata'), 'letter') ?? '';
  return { eventId, type, ref, key, happenedAt: instant(new Date(when).toISOString()) };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

export function fieldIn(said: unknown, name: string): unknown {
  if (typeof said !== 'object' || said === null) return undefined;
  return Object.getOwnPropertyDescriptor(said, name)?.value;
}

export function textIn(said: unknown, name: string): string | undefined {
  const value = fieldIn(said, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
