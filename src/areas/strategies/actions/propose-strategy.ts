/**
 * Proposes a strategy file as the next version of its policy, with how its examples came out.
 *
 * A file with a problem is no version. One whose examples fail is: people see what fails, and
 * nobody can approve it.
 */
import { formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type Tested, proposeVersion } from '#areas/policies/index.ts';
import type { Example } from '../rules/document.ts';
import { parentOf } from '../rules/read-strategy.ts';
import type { ExampleResult } from '../rules/run-examples.ts';
import { type Heir, type Weighed, weighStrategy } from './weigh-strategy.ts';

export type ProposedStrategy = {
  readonly key: string;
  readonly version: number;
  readonly passed: number;
  readonly failed: number;
};

export type ProposeRefusal = 'policies.unchanged' | 'strategies.does_not_read';

/** The refusal of a file with problems names the first; `weighStrategy` says all of them. */
export async function proposeStrategy(
  context: Context,
  written: string,
): Promise<Outcome<ProposedStrategy, ProposeRefusal>> {
  const weighed = await weighStrategy(context.tx, written, context.today);
  if (!weighed.ok) {
    const [first] = weighed.problems;
    return refuse('strategies.does_not_read', {
      problems: weighed.problems.length,
      line: first?.line ?? 1,
      column: first?.column ?? 1,
      field: first?.field ?? '',
      problem: first?.code ?? '',
    });
  }
  const { document, own } = weighed;
  const tested = testedOf(weighed);
  const made = {
    kind: 'strategy',
    key: document.key,
    nameEn: document.name.en,
    nameEs: document.name.es,
    written,
    judged: own,
    follows: parentOf(own),
    hasExamples: true,
    hasSimulation: true,
  };
  const proposed = await proposeVersion(context, made, tested);
  if (!proposed.ok) return proposed;
  const { version } = proposed.value;
  return accept({ key: document.key, version, passed: tested.passed, failed: tested.failed });
}

/** Its own examples, and those of the strategies that inherit from it. */
export function testedOf({ results, heirs }: Extract<Weighed, { ok: true }>): Tested {
  const told = [...results.map((each) => toldOf(each)), ...heirs.flatMap(toldOfHeir)];
  const failed = told.filter(({ passed }) => !passed).length;
  return { passed: told.length - failed, failed, results: told };
}

function toldOfHeir({ key, problems, results }: Heir) {
  const broken = problems.map((problem) => ({
    name: `${key}: ${problem.code} ${problem.field}`,
    passed: false,
  }));
  return [...broken, ...results.map((each) => toldOf(each, `${key}: `))];
}

function toldOf({ name, on, passed, expected, found, why }: ExampleResult, of = '') {
  const expectation = { expected: plain(expected), found: plain(found) };
  return { name: `${of}${name}`, on, passed, ...expectation, why };
}

function plain({ step, amounts }: Example['expect']) {
  return {
    step,
    amounts: amounts.map((each) => ({ amount: formatMoney(each), currency: each.currency })),
  };
}
