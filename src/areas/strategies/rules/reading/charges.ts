/** Interest and fees of a strategy file: only named in the notice, or booked with it. */
import type { DayCount } from '#areas/ledger/rules/interest/accrual.ts';
import type { Charges, Fee } from '../document.ts';
import { type Reader, complain, listOf, mapped, needed, optional, record } from './reader.ts';
import { aCurrency, amountIn, amountWord, keyWord, oneOf, percent, yesOrNo } from './scalars.ts';

/** Day counts as contracts write them. */
const dayCounts = {
  'act/365': 'ACT/365F',
  'act/360': 'ACT/360',
  '30/360': '30/360',
  'act/act': 'ACT/ACT',
} as const satisfies Record<string, DayCount>;
type DayCountWord = keyof typeof dayCounts;
const dayCountWords: readonly DayCountWord[] = ['act/365', 'act/360', '30/360', 'act/act'];

const interest: Reader<NonNullable<Charges['interest']>> = mapped(
  record({
    rate: needed(percent(100), 'Percent a year, as the contract says.'),
    day_count: optional(oneOf(dayCountWords), 'act/365', 'How days make a year.'),
  }),
  (said) => ({ ratePct: said.rate, dayCount: dayCounts[said.day_count] }),
);

const fee: Reader<Fee> = mapped(
  record({
    step: needed(keyWord, 'The step that it is charged with.'),
    amount: needed(amountWord, 'A decimal, in quotation marks.'),
    currency: needed(aCurrency, 'ISO 4217 code.'),
    once: optional(yesOrNo, true, 'Not again when the step comes again for the same debt.'),
  }),
  (said, node, where) => {
    const amount = amountIn(said, node, where);
    if (amount?.minor === 0n) {
      return complain('amount_not_positive', node.at, where, { currency: said.currency });
    }
    return amount && { step: said.step, amount, once: said.once };
  },
);

export const charges: Reader<Charges> = mapped(
  record({
    mode: needed(oneOf(['quote', 'book']), 'Only named in the notice, or booked with it.'),
    interest: optional<Charges['interest']>(interest, null, 'Simple interest from the due day.'),
    fees: optional(listOf(fee), [], 'Fixed sums.'),
  }),
  (said) => said,
);
