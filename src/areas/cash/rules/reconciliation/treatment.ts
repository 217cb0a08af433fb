/**
 * What a line of the bank is that no receipt of ours stands for, and how it is booked.
 *
 *   bank fee       bank-fees / cash-clearing          interest     cash-clearing / interest-income
 *   card fee       card-fees / cash-clearing          sweep        cash-clearing ↔ transfers
 *   card deposit   settled with its batch             returned     the receipt goes back
 *   unknown        waits as a variance: money of nobody is never income
 *   timing         nothing is booked: the other side will show it
 *
 * The bank's code decides before its words; a word alone proposes and a person confirms. Codes
 * are those of BAI2 (2005, appendix A), SWIFT field 61 and ISO 20022 domains.
 */
import type { ChartAccount } from '#areas/ledger/rules/chart.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export const treatments = [
  'bank_fee',
  'interest',
  'card_fee',
  'sweep',
  'card_deposit',
  'returned',
  'unknown',
  'timing',
] as const;
export type Treatment = (typeof treatments)[number];

/** `sure`: the bank's own code says so; `likely`: only its words do. */
export type Proposal = {
  readonly treatment: Treatment;
  readonly because: 'code' | 'words' | 'rest';
};

export type TreatedLine = {
  readonly amount: bigint;
  readonly code: string;
  readonly channel: string;
  readonly said: string;
  readonly returned: boolean;
};

const byCode: readonly (readonly [RegExp, Treatment])[] = [
  [
    /^bai:(?:564|567|69[0-9]|398)$|^swift:[NFS]?(?:CHG|COM)$|^iso:.*\/(?:CHRG|FEES|COMM)$/u,
    'bank_fee',
  ],
  [/^bai:(?:346|35[49]|244)$|^swift:[NFS]?INT$|^iso:.*\/INTR$/u, 'interest'],
  [/^bai:14[67]$|^iso:.*\/(?:POSC|SMRT)$/u, 'card_deposit'],
  [
    /^bai:(?:27[0-8]|57[0-8]|501|201|206|506)$|^swift:[NFS]?TRF?SWP$|^iso:.*\/(?:SWEP|ZABA)$/u,
    'sweep',
  ],
  [
    /^bai:(?:555|557|566|168|468|25[57]|266)$|^swift:[NFS]?RTI$|^iso:.*\/(?:RRTN|UPDD|UPCT)$/u,
    'returned',
  ],
];

const byWords: readonly (readonly [RegExp, Treatment, 'in' | 'out'])[] = [
  [
    /\b(?:merchant|card|bankcard|interchange)\b.*\bfees?\b|\bcomisi[oó]n.*tarjeta/iu,
    'card_fee',
    'out',
  ],
  [/\b(?:fees?|service charge|analysis charge|comisi[oó]n|gastos? bancari)/iu, 'bank_fee', 'out'],
  [/\b(?:interest|intereses?)\b/iu, 'interest', 'in'],
  [
    /\b(?:bankcard|merchant|card settlement|stripe|adyen|amex settlement)\b/iu,
    'card_deposit',
    'in',
  ],
  [/\b(?:zba|sweep|concentration|barrido)\b/iu, 'sweep', 'in'],
  [/\b(?:zba|sweep|concentration|barrido)\b/iu, 'sweep', 'out'],
  [/\b(?:returned|nsf|chargeback|devuelt[oa])\b/iu, 'returned', 'out'],
];

/** What the line most likely is. */
export function proposeTreatment(line: TreatedLine): Proposal {
  if (line.returned) return { treatment: 'returned', because: 'code' };
  const coded = byCode.find(([pattern]) => pattern.test(line.code));
  if (coded) return { treatment: coded[1], because: 'code' };
  if (line.channel === 'charge' && line.amount < 0n) {
    return { treatment: 'bank_fee', because: 'code' };
  }
  const way = line.amount < 0n ? 'out' : 'in';
  const worded = byWords.find(([pattern, , side]) => side === way && pattern.test(line.said));
  if (worded) return { treatment: worded[1], because: 'words' };
  return { treatment: 'unknown', because: 'rest' };
}

export type TreatRefusal = 'cash.treatment_other_way';

/** Both sides of the entry that books a line; null when nothing is booked by it. */
export function entryOf(
  treatment: Treatment,
  amount: bigint,
): Outcome<{ debit: ChartAccount; credit: ChartAccount } | null, TreatRefusal> {
  const moneyIn = amount > 0n;
  const other = counterAccount(treatment);
  if (other === null) return accept(null);
  // A fee that came in is the bank giving one back: the same account, the other side.
  if (treatment === 'interest' && !moneyIn)
    return refuse('cash.treatment_other_way', { treatment });
  return accept(
    moneyIn ? { debit: 'cash-clearing', credit: other } : { debit: other, credit: 'cash-clearing' },
  );
}

function counterAccount(treatment: Treatment): ChartAccount | null {
  if (treatment === 'bank_fee') return 'bank-fees';
  if (treatment === 'interest') return 'interest-income';
  if (treatment === 'card_fee') return 'card-fees';
  if (treatment === 'sweep') return 'transfers';
  return null;
}
