/**
 * Texts over Twilio, with its own client, and its signature on what it tells us.
 *
 * Its client may try again by itself; here it may not, because the second try is a second text.
 */
import twilio from 'twilio';
import type { TextSettings } from './settings.ts';
import type { TextPosted, Texter } from './telephony.ts';

const patienceMs = 20_000;

/** Where the provider tells what became of a text, below our own address. */
export const reportPath = '/hooks/twilio/reports';
/** Where it brings texts that people send us. */
export const arrivalPath = '/hooks/twilio/texts';

export function makeTexter(settings: TextSettings): Texter {
  const { accountSid, authToken, from, baseUrl, publicUrl } = settings;
  const client = twilio(accountSid, authToken, { autoRetry: false, timeout: patienceMs });
  if (baseUrl !== undefined) client.api.baseUrl = baseUrl;
  const sender = from.startsWith('+') ? { from } : { messagingServiceSid: from };
  return {
    async send({ to, body }) {
      try {
        const statusCallback = `${publicUrl}${reportPath}`;
        const made = await client.messages.create({ to, body, statusCallback, ...sender });
        return { state: 'sent', detail: made.status, ref: made.sid };
      } catch (error) {
        return { state: outcomeOf(error), detail: said(error), ref: null };
      }
    },
    signed: (path, fields, signature) =>
      signature !== '' &&
      twilio.validateRequest(authToken, signature, `${publicUrl}${path}`, { ...fields }),
  };
}

/** Refused in so many words, or never reached: then nothing went out. */
function outcomeOf(error: unknown): TextPosted['state'] {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('status' in error && typeof error.status === 'number') {
    return error.status >= 400 && error.status < 500 ? 'not_sent' : 'unknown';
  }
  const never = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
  return 'code' in error && never.includes(String(error.code)) ? 'not_sent' : 'unknown';
}

function said(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return `${String(code)} ${message}`.trim().slice(0, 300);
}
