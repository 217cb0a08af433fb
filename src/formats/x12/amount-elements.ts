/**
 * Which elements of a transaction set hold amounts, checked before anything is made of them.
 *
 * An element that should be an amount and is not stops the file: a wrong figure among right
 * ones is worse than no file.
 */
import { type Decimal } from '#kernel/decimal.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type BankFileRefusal } from '../reader.ts';
import { nought, parseHundredths, parseReal } from './amount.ts';
import { type Segment, element } from './segments.ts';

/** Tag → numbers of its amounts; `hundredths` where the point is implied (type N2). */
export type AmountElements = {
  readonly reals?: Readonly<Record<string, readonly number[]>>;
  readonly hundredths?: Readonly<Record<string, readonly number[]>>;
};

/** Accepts segments whose amounts are numbers or empty; refuses by the first that is not. */
export function checkAmounts(
  segments: readonly Segment[],
  { reals = {}, hundredths = {} }: AmountElements,
): Outcome<readonly Segment[], BankFileRefusal> {
  for (const segment of segments) {
    const wrong =
      firstWrong(segment, reals, parseReal) ?? firstWrong(segment, hundredths, parseHundredths);
    if (wrong === undefined) continue;
    const name = `${segment.tag}${String(wrong).padStart(2, '0')}`;
    const reason = `${name} is an amount, not "${element(segment, wrong).slice(0, 40)}"`;
    return refuse('read.bad_record', { record: segment.record, reason });
  }
  return accept(segments);
}

function firstWrong(
  segment: Segment,
  elements: Readonly<Record<string, readonly number[]>>,
  parse: (text: string) => Decimal | undefined,
): number | undefined {
  if (!Object.hasOwn(elements, segment.tag)) return undefined;
  return elements[segment.tag]?.find((number) => {
    const text = element(segment, number);
    return text !== '' && parse(text) === undefined;
  });
}

/** An amount with its own point, once checked; undefined when the element is empty. */
export function real(segment: Segment, number: number): Decimal | undefined {
  return parseReal(element(segment, number));
}

/** The same, nothing when empty. */
export function realOrNothing(segment: Segment, number: number): Decimal {
  return real(segment, number) ?? nought;
}

/** An amount with two implied decimals, once checked. */
export function hundredthsAt(segment: Segment, number: number): Decimal | undefined {
  return parseHundredths(element(segment, number));
}
