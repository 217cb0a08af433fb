/**
 * The examples of a strategy as its tests: each is decided by the very rule that runs decide
 * by, and held against what its author expected.
 */
import { type Day } from '#kernel/day.ts';
import { type Money, money } from '#kernel/money.ts';
import { type AccountFacts, type DoneStep, blankAccount } from './account-facts.ts';
import { meetsAll } from './condition.ts';
import { decideAccount } from './decide-account.ts';
import type { Decision, Why } from './decision.ts';
import { type Example, type ExampleFacts, type StrategyDocument, isNotice } from './document.ts';

export type ExampleResult = {
  readonly name: string;
  readonly on: Day;
  readonly passed: boolean;
  readonly expected: Example['expect'];
  readonly found: Example['expect'];
  /** Why nothing is done, or what was left out. */
  readonly why: readonly Why[];
};

/** One result an example, in their order. */
export function runExamples(document: StrategyDocument): readonly ExampleResult[] {
  return document.examples.map((example) => {
    const decision = decisionOf(document, example);
    const found =
      decision.kind === 'none'
        ? { step: null, amounts: [] }
        : {
            step: decision.step,
            amounts: decision.asks.map(({ total, currency }) => money(total, currency)),
          };
    const passed =
      found.step === example.expect.step && sameAmounts(found.amounts, example.expect.amounts);
    const { name, on, expect: expected } = example;
    return { name, on, passed, expected, found, why: decision.why };
  });
}

/** An example whose facts say that it is another strategy's account is left alone. */
function decisionOf(document: StrategyDocument, { given, on }: Example): Decision {
  const facts = factsOf(document, given);
  const said = document.segment.where.filter(({ field }) =>
    [...given.fields, ...given.numbers].some((each) => each.field === field),
  );
  if (!meetsAll(said, facts, on))
    return { kind: 'none', why: [{ code: 'no_strategy', facts: {} }] };
  return decideAccount(document, facts, on);
}

/** No amount expected is any amount; else the same currencies with the same sums. */
function sameAmounts(found: readonly Money[], expected: readonly Money[]): boolean {
  if (expected.length === 0) return true;
  const written = (amounts: readonly Money[]): string =>
    amounts
      .map(({ minor, currency }) => `${currency} ${minor}`)
      .toSorted()
      .join();
  return written(found) === written(expected);
}

function factsOf(document: StrategyDocument, given: ExampleFacts): AccountFacts {
  const number = (field: string): number | undefined =>
    given.numbers.find((each) => each.field === field)?.value;
  const notices = given.done.filter(({ step }) => {
    const known = document.steps.find(({ key }) => key === step);
    return known !== undefined && isNotice(known);
  });
  return {
    ...blankAccount,
    texts: Object.fromEntries(given.fields.map(({ field, values }) => [field, values])),
    score: number('score') ?? null,
    brokenPromises: number('broken_promises') ?? 0,
    items: given.items
      .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
      .map(({ document: itemId, dueOn, open, disputed, promisedUntil }) => ({
        itemId,
        currency: open.currency,
        dueOn,
        open: open.minor,
        disputed: disputed.minor,
        promisedUntil,
        interestTo: null,
      })),
    unapplied: given.unapplied.map(({ currency, minor }) => ({ currency, minor })),
    done: given.done.flatMap((done) => doneOf(document, given, done)),
    lastNoticeOn:
      notices
        .map(({ on }) => on)
        .toSorted()
        .at(-1) ?? null,
    events: given.events,
  };
}

/** A step that was done named every item that was late enough for it on its day. */
function doneOf(
  { steps }: StrategyDocument,
  { items }: ExampleFacts,
  { step, on }: { readonly step: string; readonly on: Day },
): DoneStep[] {
  const days = steps.find(({ key }) => key === step)?.days ?? 0;
  const named = items.filter(({ dueOn }) => days <= 0 || dueOn < on);
  const [first] = named;
  return named.map(({ document: itemId }) => ({
    itemId,
    step,
    days,
    episode: first?.document ?? itemId,
    on,
  }));
}
