/** Strategies as they cross the wire, with every sentence in the reader’s language. */
import { formatMoney } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import type { Weighed } from '../actions/weigh-strategy.ts';
import type {
  WireCheck,
  WireExampleResult,
  WireProblemLine,
  WireStrategy,
} from '../contract/documents.ts';
import { type DiffLine, conditionText } from '../rules/diff.ts';
import type { Example, Step, StrategyDocument } from '../rules/document.ts';
import type { DocumentProblem } from '../rules/reading/reader.ts';
import type { ExampleResult } from '../rules/run-examples.ts';
import { words } from '../words.ts';

export function wireProblems(
  problems: readonly DocumentProblem[],
  language: Language,
): WireProblemLine[] {
  return problems.map(({ code, line, column, field, facts }) => ({
    code,
    line,
    column,
    field,
    message: say(words, code, facts, language),
  }));
}

export function wireDiff(lines: readonly DiffLine[], language: Language): WireCheck['diff'] {
  return lines.map(({ code, facts }) => ({
    code,
    text: say(words, `strategy.diff_${code}`, facts, language),
  }));
}

export function wireResults(results: readonly ExampleResult[]): WireExampleResult[] {
  return results.map(({ name, on, passed, expected, found, why }) => ({
    name,
    on,
    passed,
    expected: wireExpectation(expected),
    found: wireExpectation(found),
    why: why.map(({ code }) => code),
  }));
}

function wireExpectation({ step, amounts }: Example['expect']): WireExampleResult['expected'] {
  return {
    step,
    amounts: amounts.map((each) => ({ amount: formatMoney(each), currency: each.currency })),
  };
}

export function wireStrategy(document: StrategyDocument): WireStrategy {
  const { key, name, company, segment, level, betweenNotices, minimum, steps } = document;
  return {
    key,
    name,
    company,
    inherits: [...document.inherits],
    order: segment.order,
    where: conditionText(segment.where),
    level,
    betweenNotices,
    minimum: minimum.map((each) => ({ amount: formatMoney(each), currency: each.currency })),
    steps: steps.map(wireStep),
  };
}

function wireStep({ key, name, days, act, also, template, to, approval, escalation }: Step) {
  const above = approval.kind === 'above' ? approval.amounts : [];
  const amounts = above.map((each) => `${formatMoney(each)} ${each.currency}`).join(', ');
  return {
    key,
    name,
    days,
    do: act,
    also: [...also],
    template,
    to,
    approval: amounts === '' ? approval.kind : `> ${amounts}`,
    escalateTo: escalation?.to ?? null,
  };
}

/** Everything that was found in a file. */
export function wireCheck(weighed: Weighed, language: Language): WireCheck {
  if (!weighed.ok) {
    const problems = wireProblems(weighed.problems, language);
    return { problems, strategy: null, results: [], inForce: null, diff: [], heirs: [] };
  }
  const { document, results, inForce, diff, heirs } = weighed;
  return {
    problems: [],
    strategy: wireStrategy(document),
    results: wireResults(results),
    inForce,
    diff: wireDiff(diff, language),
    heirs: heirs.map((heir) => ({
      key: heir.key,
      problems: wireProblems(heir.problems, language),
      results: wireResults(heir.results),
    })),
  };
}
