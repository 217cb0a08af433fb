/**
 * The policy interview: a dozen answers of the first day become a strategy file with examples
 * that test it. It is a beginning to be read and changed, never put into force by itself.
 */
import { day, plusDays } from '#kernel/day.ts';
import { writeYaml } from '#formats/yaml/write-yaml.ts';

/** Answers as they are typed; a step without a day is left out. */
export type Interview = {
  readonly key: string;
  readonly nameEn: string;
  readonly nameEs: string;
  readonly kind: string;
  readonly order: string;
  readonly currency: string;
  readonly minimum: string;
  readonly between: string;
  readonly courtesy: string;
  readonly first: string;
  readonly second: string;
  readonly call: string;
  readonly letter: string;
  readonly final: string;
  /** Letters above this amount wait for a person; empty: only the final demand does. */
  readonly approveAbove: string;
};

/** What the firm's ladder for business customers answers (rules of the house). */
export const usualAnswers: Interview = {
  key: 'our-customers',
  nameEn: 'Our customers',
  nameEs: 'Nuestros clientes',
  kind: 'trade',
  order: '200',
  currency: 'USD',
  minimum: '50.00',
  between: '7',
  courtesy: '5',
  first: '1',
  second: '10',
  call: '20',
  letter: '30',
  final: '60',
  approveAbove: '25000.00',
};

type WrittenStep = { readonly days: number } & Readonly<Record<string, unknown>>;

/** The answers as a strategy file. */
export function interviewed(answers: Interview): string {
  const { key, nameEn, nameEs, kind, order, currency, minimum, between } = answers;
  const written = {
    key,
    name: { en: nameEn, es: nameEs },
    segment: { order, where: [{ field: 'kind', is: kind }] },
    minimum: minimum === '' ? undefined : [{ currency, amount: minimum }],
    between_notices: between,
    steps: stepsOf(answers).map(({ days, ...rest }) => ({ key: rest['key'], days, ...rest })),
    examples: examplesOf(answers),
  };
  return writeYaml(written);
}

function stepsOf(answers: Interview): readonly WrittenStep[] {
  const { approveAbove, currency } = answers;
  const approval =
    approveAbove === '' ? undefined : { above: [{ currency, amount: approveAbove }] };
  const steps: readonly (readonly [days: string, step: Readonly<Record<string, unknown>>])[] = [
    [
      answers.courtesy === '' ? '' : `-${answers.courtesy}`,
      { key: 'courtesy', do: 'email', template: 'courtesy' },
    ],
    [answers.first, { key: 'first-reminder', do: 'email', template: 'reminder' }],
    [answers.second, { key: 'second-reminder', do: 'email', template: 'second' }],
    [answers.call, { key: 'call', do: 'call' }],
    [answers.letter, { key: 'letter', do: 'letter', template: 'second', approval }],
    [
      answers.final,
      { key: 'final-demand', do: 'letter', template: 'final', to: 'executive', approval: 'always' },
    ],
  ];
  return steps
    .filter(([days]) => days !== '')
    .map(([days, step]) => ({ days: Number(days), ...step }))
    .toSorted((a, b) => a.days - b.days);
}

const dueOn = day('2026-03-02');

/** Nothing before the first day, the first step on it, nothing below the minimum. */
function examplesOf(answers: Interview): readonly unknown[] {
  const { kind, currency, minimum } = answers;
  const first = stepsOf(answers).find(({ days }) => days > 0);
  if (first === undefined || Number.isNaN(first.days)) return [];
  const start = plusDays(dueOn, first.days);
  const courtesy = stepsOf(answers).find(({ days }) => days < 0);
  const before = courtesy && plusDays(dueOn, courtesy.days);
  const given = (amount: string) => ({ kind, items: [{ due: dueOn, amount, currency }] });
  const enough = `${wholeOf(minimum) + 100}`;
  const examples = [
    {
      name: 'nothing before the first day',
      // The courtesy of the days before went out; it is no step of the ladder.
      given: {
        ...given(enough),
        done: before === undefined ? undefined : [{ step: 'courtesy', on: before }],
      },
      on: plusDays(start, -1),
      expect: { step: 'none' },
    },
    {
      name: 'the first step on its day',
      given: given(enough),
      on: start,
      expect: { step: first['key'], amount: enough },
    },
  ];
  if (wholeOf(minimum) < 2) return examples;
  const little = given(`${wholeOf(minimum) - 1}`);
  return [
    ...examples,
    { name: 'nothing below the minimum', given: little, on: start, expect: { step: 'none' } },
  ];
}

/** Whole units of an amount as it is typed. */
function wholeOf(amount: string): number {
  return Number(/^\d{1,9}/u.exec(amount)?.[0] ?? '0');
}
