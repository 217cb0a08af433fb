/**
 * What is made of one transaction set: its figures, and what it says in the neutral form.
 *
 * A set that nobody here understands still has its envelope; nothing else is made of it.
 */
import { type Currency, type Money, currency, parseCurrency } from '#kernel/money.ts';
import { type Decimal } from '#kernel/decimal.ts';
import { type Outcome } from '#kernel/outcome.ts';
import { type Control, type FileProblem, type Remittance } from '../neutral.ts';
import { type BankFileRefusal, type Summary } from '../reader.ts';
import { asMoney } from './amount.ts';
import { type TransactionSet } from './envelope.ts';
import { type Segment, element } from './segments.ts';

export type SetReading = {
  readonly summary: Summary;
  readonly remittances: readonly Remittance[];
  readonly controls: readonly Control[];
  readonly problems: readonly FileProblem[];
};

export type ReadSet = (set: TransactionSet) => Outcome<SetReading, BankFileRefusal>;

/** The currency that CUR names; American sets that name none are in dollars. */
export function currencyOf(segments: readonly Segment[]): Currency {
  const named = segments.find((segment) => segment.tag === 'CUR');
  return parseCurrency(named ? element(named, 2) : '') ?? currency('USD');
}

/** Makes money of checked decimals, and keeps a problem for each that is too fine or large. */
export function moneyMaker(code: Currency, problems: FileProblem[]) {
  return (value: Decimal | undefined, { record, tag }: Segment): Money | undefined => {
    const made = value && asMoney(value, code);
    if (value && !made) {
      problems.push({ record, code: 'x12.amount_not_in_currency', facts: { tag, currency: code } });
    }
    return made;
  };
}
