/**
 * Letters over Lob (docs.lob.com, `POST /v1/letters`): a form with the PDF, the key of the account
 * as the name of basic authentication, and an Idempotency-Key.
 *
 * Our paper has its address in the window of our own envelope, theirs is elsewhere: a sheet with
 * their address goes before it (`insert_blank_page`), and nothing is printed over our text.
 */
import type { PostalPlace } from '#kernel/postal.ts';
import { fieldIn, isSigned, readReport, textIn } from './lob-report.ts';
import type { HandedOver, LetterToPrint, Printer } from './printer.ts';
import type { PrinterSettings } from './settings.ts';

const patienceMs = 30_000;
/** What keeps its answer to itself: the letter may have been taken. */
const conflict = 409;

export function lobPrinter(settings: PrinterSettings): Printer {
  const { apiKey, baseUrl, version, webhookSecret, handAfterMinutes } = settings;
  const authorization = `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}`;
  return {
    provider: 'lob',
    handAfterMinutes,
    hear:
      webhookSecret === undefined
        ? undefined
        : (report, at) => isSigned(webhookSecret, report, at) && { news: readReport(report.body) },
    async hand(letter) {
      try {
        const answer = await fetch(`${baseUrl}/v1/letters`, {
          method: 'POST',
          headers: { authorization, 'idempotency-key': letter.key, 'lob-version': version },
          body: formOf(letter),
          redirect: 'error',
          signal: AbortSignal.timeout(patienceMs),
        });
        const said: unknown = await answer.json().catch(() => undefined);
        return answer.ok ? taken(said) : refused(answer.status, said);
      } catch (error) {
        return broken(error);
      }
    },
  };
}

function formOf({ about, key, to, from, certified, pdf }: LetterToPrint): FormData {
  const form = new FormData();
  form.set('description', about.slice(0, 255));
  for (const [side, place] of [
    ['to', to],
    ['from', from],
  ] as const) {
    for (const [name, value] of fieldsOf(place)) form.set(`${side}[${name}]`, value);
  }
  form.set('color', 'false');
  form.set('double_sided', 'false');
  form.set('use_type', 'operational');
  form.set('address_placement', 'insert_blank_page');
  form.set('mail_type', 'usps_first_class');
  if (certified) form.set('extra_service', 'certified');
  form.set('metadata[letter]', key);
  // Its own copy: a view on shared bytes is no part of a form.
  form.set('file', new Blob([Uint8Array.from(pdf)], { type: 'application/pdf' }), 'letter.pdf');
  return form;
}

/** A name longer than forty characters, and a line longer than sixty-four, is refused there. */
function fieldsOf(place: PostalPlace): [string, string][] {
  const fields: [string, string | null][] = [
    ['name', place.name.slice(0, 40)],
    ['address_line1', place.line1.slice(0, 64)],
    ['address_line2', place.line2?.slice(0, 64) ?? null],
    ['address_city', place.city],
    ['address_state', place.state],
    ['address_zip', place.postalCode],
    ['address_country', place.country],
  ];
  return fields.flatMap(([name, value]) => (value ? [[name, value]] : []));
}

/** A letter without a number cannot be asked for again: then nobody knows. */
function taken(said: unknown): HandedOver {
  const ref = textIn(said, 'id');
  const tracking = textIn(said, 'tracking_number') ?? null;
  if (ref === undefined) return { state: 'unknown', detail: 'no number', ref: null, tracking };
  const due = textIn(said, 'expected_delivery_date');
  return { state: 'sent', detail: due === undefined ? '' : `expected ${due}`, ref, tracking };
}

function refused(status: number, said: unknown): HandedOver {
  const why = textIn(fieldIn(said, 'error'), 'message') ?? '';
  const detail = `${status} ${why}`.trim().slice(0, 300);
  const certain = status >= 400 && status < 500 && status !== conflict;
  return { state: certain ? 'not_sent' : 'unknown', detail, ref: null, tracking: null };
}

const neverReached = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

function broken(error: unknown): HandedOver {
  const cause = fieldIn(error, 'cause');
  const code = textIn(cause, 'code') ?? '';
  const message = error instanceof Error ? error.message : String(error);
  return {
    state: neverReached.includes(code) ? 'not_sent' : 'unknown',
    detail: `${code} ${message}`.trim().slice(0, 300),
    ref: null,
    tracking: null,
  };
}
