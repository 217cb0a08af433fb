/**
 * Examples of a strategy file: what is known of an account on a day, and the step that follows.
 *
 * They are the tests of the document: a version whose examples fail is not approved.
 */
import type { Day } from '#kernel/day.ts';
import { type Currency, type Money, zero } from '#kernel/money.ts';
import type { Node } from '#formats/yaml/tree.ts';
import {
  type Example,
  type ExampleFacts,
  type NumberField,
  branchEvents,
  textFields,
} from '../document.ts';
import {
  type Field,
  type Reader,
  type Where,
  complain,
  listOf,
  mapped,
  needed,
  optional,
  record,
} from './reader.ts';
import {
  aCurrency,
  aDay,
  amountIn,
  amountWord,
  amounts,
  keyWord,
  oneOf,
  text,
  whole,
} from './scalars.ts';

/** How late it is follows from the items. */
const givenNumbers = ['score', 'broken_promises'] as const satisfies readonly NumberField[];

type Item = ExampleFacts['items'][number];

const item: Reader<Item> = mapped(
  record({
    document: optional(text(40), '', 'Its number.'),
    due: needed(aDay, 'The day it fell due.'),
    amount: needed(amountWord, 'What is open of it.'),
    currency: needed(aCurrency, 'ISO 4217 code.'),
    disputed: optional<string | null>(amountWord, null, 'The part that is disputed.'),
    promised_until: optional<Day | null>(aDay, null, 'The last day of a promise for it.'),
  }),
  (said, node, where) => {
    const { currency } = said;
    const open = amountIn(said, node, where);
    const disputed =
      said.disputed === null
        ? zero(currency)
        : amountIn({ amount: said.disputed, currency }, node, where);
    const { document, due: dueOn, promised_until: promisedUntil } = said;
    return open && disputed && { document, dueOn, open, disputed, promisedUntil };
  },
);

const done = record({
  step: needed(keyWord, 'A step of this document.'),
  on: needed(aDay, 'The day it was done, or its notice sent.'),
});
const event = record({
  event: needed(oneOf(branchEvents), 'What happened.'),
  on: needed(aDay, 'When.'),
});

const aWord = text(100);
const severalWords = listOf(aWord, 1);
const wordOrWords: Reader<readonly string[]> = {
  schema: { oneOf: [aWord.schema, severalWords.schema] },
  read(node, where) {
    if (node.is === 'list') return severalWords.read(node, where);
    const said = aWord.read(node, where);
    return said === undefined ? undefined : [said];
  },
};

const given: Reader<ExampleFacts> = mapped(
  record({
    ...knownFacts(textFields, optional<readonly string[] | null>(wordOrWords, null, 'A fact.')),
    ...knownFacts(givenNumbers, optional<number | null>(whole(0, 999_999), null, 'A number.')),
    items: optional(listOf(item), [], 'What is open.'),
    unapplied: optional<readonly Money[]>(amounts, [], 'Credits that pay nothing yet.'),
    done: optional(listOf(done), [], 'Steps that were done.'),
    events: optional(listOf(event), [], 'What happened.'),
  }),
  (said) => ({
    fields: textFields.flatMap((field) => {
      const values = said[field];
      return values === null ? [] : [{ field, values }];
    }),
    numbers: givenNumbers.flatMap((field) => {
      const value = said[field];
      return value === null ? [] : [{ field, value }];
    }),
    items: said.items.map((each, index) => ({
      ...each,
      document: each.document === '' ? `I-${index + 1}` : each.document,
    })),
    unapplied: said.unapplied,
    done: said.done,
    events: said.events,
  }),
);

/** The same field under each of these names. */
function knownFacts<K extends string, T>(names: readonly K[], field: Field<T>) {
  // The names are the very keys.
  return Object.fromEntries(names.map((name) => [name, field])) as Record<K, Field<T>>;
}

const expected = record({
  step: needed(keyWord, 'The step, or none.'),
  amount: optional<string | null>(amountWord, null, 'What the notice asks for.'),
  currency: optional<Currency | null>(aCurrency, null, 'Of the amount.'),
  amounts: optional<readonly Money[]>(amounts, [], 'In several currencies.'),
});

const example: Reader<Example> = mapped(
  record({
    name: optional<string>(text(120), '', 'What it shows.'),
    given: needed(given, 'What is known.'),
    on: needed(aDay, 'The day of the run.'),
    expect: needed(expected, 'What follows.'),
  }),
  (said, node, where) => {
    const { step, amount, amounts: several } = said.expect;
    const currency = said.expect.currency ?? onlyCurrency(said.given);
    if (amount !== null && currency === undefined) {
      return complain('amount_without_currency', node.at, where, { fact: 'expect.amount' });
    }
    const one = amount === null ? [] : amountsOf({ amount, currency }, node, where);
    return (
      one && {
        name: said.name,
        on: said.on,
        given: said.given,
        expect: { step: step === 'none' ? null : step, amounts: [...several, ...one] },
      }
    );
  },
);

function amountsOf(
  { amount, currency }: { amount: string; currency: Currency | undefined },
  node: Node,
  where: Where,
): readonly Money[] | undefined {
  const meant = currency && amountIn({ amount, currency }, node, where);
  return meant && [meant];
}

/** The currency of the items, when they have only one. */
function onlyCurrency({ items }: ExampleFacts): Currency | undefined {
  const [only, ...others] = new Set(items.map(({ open }) => open.currency));
  return others.length === 0 ? only : undefined;
}

export const examples: Reader<readonly Example[]> = mapped(listOf(example), (all) =>
  all.map((each, index) => ({ ...each, name: each.name === '' ? `#${index + 1}` : each.name })),
);
