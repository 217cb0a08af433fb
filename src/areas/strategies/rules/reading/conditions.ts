/** Conditions of a strategy file: a fact of the account, one test, and what it is held against. */
import type { Node } from '#formats/yaml/tree.ts';
import { type Condition, amountFields, numberFields, textFields } from '../document.ts';
import {
  type Reader,
  type Where,
  complain,
  listOf,
  mapped,
  needed,
  optional,
  record,
  within,
} from './reader.ts';
import { aCurrency, amountIn, amountWord, oneOf, text } from './scalars.ts';

const fields = [...textFields, ...numberFields, ...amountFields] as const;
type FieldName = (typeof fields)[number];

const one = optional<string | null>(text(100), null, 'The fact is this word.');
const several = optional<readonly string[] | null>(listOf(text(100), 1), null, 'One of these.');
const bound = optional<string | null>(
  amountWord,
  null,
  'A number, or an amount with its currency.',
);

const written = record({
  field: needed(oneOf(fields), 'The fact that is looked at.'),
  is: one,
  any_of: several,
  not: { ...one, says: 'The fact is not this word.' },
  none_of: { ...several, says: 'None of these.' },
  at_least: bound,
  at_most: bound,
  currency: optional(aCurrency, null, 'Of an amount.'),
});
type Written = Exclude<ReturnType<typeof written.read>, undefined>;

const condition: Reader<Condition> = mapped(written, (said, node, where) => {
  const tests = (['is', 'any_of', 'not', 'none_of', 'at_least', 'at_most'] as const).filter(
    (name) => said[name] !== null,
  );
  const [test, ...others] = tests;
  if (test === undefined || others.length > 0) {
    return complain('one_test', node.at, where, { tests: tests.join(', ') });
  }
  const isBound = test === 'at_least' || test === 'at_most';
  const { field } = said;
  if (isText(field)) {
    return isBound
      ? complain('test_for_numbers', node.at, within(where, test), { fact: field })
      : { field, test: isAny(test) ? 'any_of' : 'none_of', values: valuesOf(said) };
  }
  if (!isBound) return complain('test_for_words', node.at, within(where, test), { fact: field });
  return bounded(said, test, { node, where });
});

export const conditions: Reader<readonly Condition[]> = listOf(condition);

function isText(field: FieldName): field is (typeof textFields)[number] {
  return textFields.some((each) => each === field);
}

function isAny(test: 'is' | 'any_of' | 'not' | 'none_of'): boolean {
  return test === 'is' || test === 'any_of';
}

function valuesOf({ is, any_of: anyOf, not, none_of: noneOf }: Written): readonly string[] {
  const single = is ?? not;
  return single === null ? (anyOf ?? noneOf ?? []) : [single];
}

type Spot = { readonly node: Node; readonly where: Where };

/** A number or an amount held against its bound. */
function bounded(
  said: Written,
  test: 'at_least' | 'at_most',
  { node, where }: Spot,
): Condition | undefined {
  const { currency } = said;
  const limit = said[test] ?? '';
  const spot = within(where, test);
  const amountField = amountFields.find((each) => each === said.field);
  if (amountField !== undefined) {
    if (currency === null) {
      return complain('amount_without_currency', node.at, spot, { fact: amountField });
    }
    const value = amountIn({ amount: limit, currency }, node, spot);
    return value && { field: amountField, test, value };
  }
  const numberField = numberFields.find((each) => each === said.field);
  if (numberField === undefined || !/^\d{1,6}$/u.test(limit)) {
    return complain('not_a_whole_number', node.at, spot, { said: limit, least: 0, most: 999_999 });
  }
  return { field: numberField, test, value: Number(limit) };
}
