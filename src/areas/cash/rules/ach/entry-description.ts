/**
 * What the company entry description of an ACH batch must say, where the rules fix a word
 * (Nacha Operating Rules, section 2.5 and appendix three; PAYROLL and PURCHASE since
 * 20 March 2026). Everything else is ours to word.
 */
import { type Day, day } from '#kernel/day.ts';

export const entryKinds = [
  'payroll_credit',
  'consumer_ecommerce_purchase_debit',
  'reinitiated_debit',
  'return_fee',
  'reversal',
  'reclamation',
  'account_verification',
  'healthcare_payment',
  'represented_check',
] as const;
export type EntryKind = (typeof entryKinds)[number];

type Word = { readonly text: string; readonly since: Day };

const always = day('1974-01-01');
const march2026 = day('2026-03-20');

const words: Readonly<Record<EntryKind, Word>> = {
  payroll_credit: { text: 'PAYROLL', since: march2026 },
  consumer_ecommerce_purchase_debit: { text: 'PURCHASE', since: march2026 },
  reinitiated_debit: { text: 'RETRY PYMT', since: day('2015-09-18') },
  return_fee: { text: 'RETURN FEE', since: always },
  reversal: { text: 'REVERSAL', since: always },
  reclamation: { text: 'RECLAIM', since: always },
  account_verification: { text: 'ACCTVERIFY', since: day('2022-09-16') },
  healthcare_payment: { text: 'HCCLAIMPMT', since: day('2013-09-20') },
  represented_check: { text: 'REDEPCHECK', since: always },
};

/** The word that must stand there on that day; null where the rules leave it to us. */
export function requiredEntryDescription(kind: EntryKind, on: Day): string | null {
  const { text, since } = words[kind];
  return on >= since ? text : null;
}
