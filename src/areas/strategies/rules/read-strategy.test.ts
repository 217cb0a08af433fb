import { describe, expect, test } from 'vitest';
import { words } from '#areas/strategies/words.ts';
import { demoStrategy, smallStrategy } from '#test/support/strategy-files.ts';
import { othersOf, parentOf, readStrategy, strategyOf } from './read-strategy.ts';
import { type Known, anythingKnown, strategySchema } from './reading/document.ts';
import { runExamples } from './run-examples.ts';

const none = othersOf([]);

/** Where and what is wrong: `12:5 steps[0].days strategy.not_a_whole_number`. */
function said(text: string, known: Known = anythingKnown, others = none): string[] {
  const read = readStrategy(text, others, known);
  if (read.ok) return [];
  for (const { code } of read.problems) expect(Object.keys(words)).toContain(code);
  return read.problems.map(({ code, line, column, field }) => `${line}:${column} ${field} ${code}`);
}

const swap = (from: string, to: string): string => {
  expect(smallStrategy).toContain(from);
  return smallStrategy.replace(from, to);
};

describe('reading a strategy file', () => {
  test.each(['b2b-standard', 'households'] as const)('%s fits, and its examples pass', (name) => {
    const read = readStrategy(demoStrategy(name), none, anythingKnown);
    expect(read.ok ? [] : read.problems).toEqual([]);
    const results = read.ok ? runExamples(read.document) : [];
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results.length).toBeGreaterThan(3);
  });

  test.each([
    ['days: 5', 'days: five', '11:11 steps[0].days strategy.not_a_whole_number'],
    ['days: 5', 'dayz: 5', '11:5 steps[0].dayz strategy.misspelt_field'],
    ['do: call', 'do: phone', '16:9 steps[1].do strategy.not_one_of'],
    ['template: reminder', 'to: billing', '10:5 steps[0].template strategy.template_missing'],
    ['key: l2', 'key: l1', '14:5 steps[1].key strategy.step_twice'],
    ['days: 20', 'days: 3', '14:5 steps[1].days strategy.steps_out_of_order'],
    ['"50.00"', '"50.001"', '8:5 minimum[0] strategy.not_an_amount'],
    ['"50.00"', '"0.00"', '8:3 minimum strategy.amount_not_positive'],
    [
      'currency: USD, amount: "50.00"',
      'currency: usd, amount: "5"',
      '8:17 minimum[0].currency strategy.not_a_currency',
    ],
    ['is: trade', 'at_least: 5', '6:7 segment.where[0].at_least strategy.test_for_numbers'],
    ['is: trade', 'is: trade, not: student', '6:7 segment.where[0] strategy.one_test'],
    [
      'field: kind, is: trade',
      'field: overdue, at_least: "10"',
      '6:7 segment.where[0].at_least strategy.amount_without_currency',
    ],
    [
      'field: kind, is: trade',
      'field: colour, is: red',
      '6:16 segment.where[0].field strategy.not_one_of',
    ],
    ['es: Pequeña', 'fr: Petite', '2:7 name.es strategy.missing_field'],
    ['step: l1', 'step: l9', '23:21 examples[0].expect.step strategy.no_such_step'],
    ['2026-04-06', '2026-02-30', '22:9 examples[0].on strategy.not_a_day'],
    ['order: 10', 'order: [10]', '4:10 segment.order strategy.not_a_whole_number'],
  ])('%s as %s is refused at its line', (from, to, problem) => {
    expect(said(swap(from, to))).toContain(problem);
  });

  test('a misspelt field is told what it most likely means, and is not called missing too', () => {
    const read = readStrategy(swap('days: 5', 'dayz: 5'), none, anythingKnown);
    expect(read).toMatchObject({
      problems: [{ code: 'strategy.misspelt_field', facts: { said: 'dayz', known: 'days' } }],
    });
  });

  test('everything that is wrong is said at once, in the order of its lines', () => {
    const text = swap('order: 10', 'order: x').replace('days: 5', 'days: y').replace('600.00', 'z');
    expect(said(text).map((line) => line.split(' ')[0])).toEqual(['4:10', '11:11', '21:42']);
  });

  test('what the desk does not have is refused by name', () => {
    const known: Known = {
      templates: new Set(['courtesy']),
      companies: new Set(['MAIN']),
      strategies: new Set(['small']),
      orders: new Map([[10, 'other']]),
    };
    const trial = '{ challenger: bold, share: 10, from: 2026-07-01, to: 2026-09-30 }';
    const text = `${smallStrategy}company: ACME\nexperiment: ${trial}\n`;
    expect(said(text, known)).toEqual([
      '4:10 segment.order strategy.order_taken',
      '13:15 steps[0].template strategy.no_such_template',
      '24:10 company strategy.no_such_company',
      '25:27 experiment.challenger strategy.no_such_strategy',
    ]);
  });

  test('what is stored is read again to the same meaning', () => {
    const read = readStrategy(smallStrategy, none, anythingKnown);
    const again = strategyOf(read.ok ? read.own : null, none);
    expect(again.ok && again.document).toEqual(read.ok && read.document);
  });

  test('the schema names every field and refuses others', () => {
    expect(strategySchema.required).toEqual(['key', 'name', 'segment']);
    expect(JSON.stringify(strategySchema)).toContain('"additionalProperties":false');
  });
});

describe('inheriting', () => {
  const read = readStrategy(smallStrategy, none, anythingKnown);
  const others = othersOf([['small', read.ok ? read.own : null]]);
  const child = (rest: string): string =>
    `key: large\nname: { en: Large, es: Grande }\nextends: small\n${fifth}${rest}`;
  const fifth = 'segment: { order: 5, where: [] }\n';

  test('a child says only in what it differs', () => {
    const text = child('steps:\n  - { key: l2, days: 25 }\n  - { key: l15, days: 15, do: task }\n');
    const large = readStrategy(text, others, anythingKnown);
    const document = large.ok ? large.document : undefined;
    expect(document?.inherits).toEqual(['small']);
    expect(document?.steps.map(({ key, days, act }) => `${key} ${days} ${act}`)).toEqual([
      'l1 5 email',
      'l15 15 task',
      'l2 25 call',
    ]);
    expect(document?.minimum).toHaveLength(1);
    expect(document?.examples).toEqual([]);
    expect(large.ok && parentOf(large.own)).toBe('small');
  });

  test('a step is dropped, and one that is not there is refused', () => {
    const dropped = readStrategy(child('drop_steps: [l1]\n'), others, anythingKnown);
    expect(dropped.ok && dropped.document.steps.map(({ key }) => key)).toEqual(['l2']);
    expect(said(child('drop_steps: [l9]\n'), anythingKnown, others)).toEqual([
      '5:14 drop_steps strategy.no_such_step',
    ]);
  });

  test('what is inherited is complained of at the line that says so', () => {
    const known: Known = { ...anythingKnown, templates: new Set(['courtesy']) };
    expect(said(child(''), known, others)).toEqual([
      '3:10 steps[0].template strategy.no_such_template',
    ]);
  });

  test('a circle and a parent that is not in force are refused', () => {
    const circle = othersOf([['small', { key: 'small', extends: 'large' }]]);
    expect(said(child(''), anythingKnown, circle)).toEqual([
      '3:10 extends strategy.inherits_in_a_circle',
    ]);
    expect(said(child(''))).toEqual(['3:10 extends strategy.no_such_strategy']);
  });
});
