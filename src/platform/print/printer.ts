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

export type Printer = {
  readonly provider: string;
  hand(letter: LetterToPrint): Promise<HandedOver>;
};
