/**
 * What a mail asks for or says, as far as plain rules can tell, with the words that say it.
 *
 * A finding is a proposal: it points at the very place in the mail, and a person changes it with
 * one key. The first one is the mail's main intent; a mail may have several.
 */
import type { Day } from '#kernel/day.ts';

/** In the order in which they come first when they are equally sure. */
export const intents = [
  'already_paid',
  'remittance',
  'dispute',
  'promise',
  'opt_out',
  'complaint',
  'copy_request',
  'w9_request',
  'vendor_form',
  'certificate',
  'out_of_office',
  'other',
] as const;
export type Intent = (typeof intents)[number];

export type Said = {
  /** A decimal string. */
  readonly amount?: string;
  /** Only where it is written beside the amount. */
  readonly currency?: string;
  /** The day of a promise, of a payment, of coming back. */
  readonly on?: Day;
  readonly checkNumber?: string;
  /** `statement` where the copy is of the account, not of an invoice. */
  readonly of?: 'statement';
  /** What somebody does not want any more. */
  readonly channels?: readonly ('email' | 'call' | 'text' | 'all')[];
};

export type Finding = {
  readonly intent: Intent;
  /** Of a hundred; below 60 it is a guess. */
  readonly confidence: number;
  /** Where in the body it is said; both 0 where the subject or a file says it. */
  readonly from: number;
  readonly to: number;
  /** The words themselves. */
  readonly evidence: string;
  readonly where: 'body' | 'subject' | 'file' | 'header' | 'person';
  readonly said: Said;
};

/** Does it say how a payment is to be applied? */
export function advises(findings: readonly Finding[]): boolean {
  return findings.some(({ intent }) => intent === 'remittance');
}
