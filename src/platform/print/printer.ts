/**
 * Who prints and mails letters for the desk, whatever it is called.
 *
 *   sent       it took the letter and gave it a number
 *   not_sent   it refused it, or was never reached: certainly nothing will be mailed
 *   unknown    the line broke meanwhile; a person must find out
 *
 * It never tries twice. The key is the letter's: the same letter under the same key is one letter
 * there too, should somebody be wrong about an unknown one.
 */
import type { Instant } from '#kernel/instant.ts';
import type { PostalPlace } from '#kernel/postal.ts';

export type LetterToPrint = {
  readonly key: string;
  /** Said to whoever looks into the provider's own list. */
  readonly about: string;
  readonly to: PostalPlace;
  readonly from: PostalPlace;
  readonly certified: boolean;
  readonly pdf: Uint8Array;
};

export type HandedOver = {
  readonly state: 'sent' | 'not_sent' | 'unknown';
  readonly detail: string;
  /** The provider's own number of the letter. */
  readonly ref: string | null;
  /** Of certified mail. */
  readonly tracking: string | null;
};

/** What the provider tells of a letter that it has. */
export type PrinterNews = {
  readonly eventId: string;
  /** In the provider's own words. */
  readonly type: string;
  readonly ref: string;
  /** Ours, under which the letter was handed over; empty when the provider did not say. */
  readonly key: string;
  readonly happenedAt: Instant;
};

/** A report as it came to our door, nothing of it believed yet. */
export type SignedReport = {
  readonly body: string;
  readonly signature: string;
  readonly timestamp: string;
};

export type Printer = {
  readonly provider: string;
  /** How long printed letters wait before they are handed over by themselves; else people do. */
  readonly handAfterMinutes: number | undefined;
  /** False when the provider did not sign it just now; undefined where it does not report. */
  readonly hear:
    | ((report: SignedReport, at: Instant) => false | { readonly news: PrinterNews | undefined })
    | undefined;
  hand(letter: LetterToPrint): Promise<HandedOver>;
};
