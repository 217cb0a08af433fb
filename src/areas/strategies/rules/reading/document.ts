/**
 * A whole strategy file: its fields, then what must fit between them.
 *
 * What only the desk knows (templates, companies, other strategies) comes in with `Known`; a
 * name that the desk does not know is refused, so that no run finds it missing.
 */
import type { Money } from '#kernel/money.ts';
import { type Mapping, type Node, type Place, valueOf } from '#formats/yaml/tree.ts';
import type { Charges, Experiment, StrategyDocument } from '../document.ts';
import { charges } from './charges.ts';
import { conditions } from './conditions.ts';
import { examples } from './examples.ts';
import { exclusions, experiment, vipRules } from './exceptions.ts';
import {
  type DocumentProblem,
  type Where,
  complain,
  listOf,
  needed,
  optional,
  record,
  within,
} from './reader.ts';
import { branches, steps } from './steps.ts';
import { amounts, keyWord, oneOf, phrase, text, whole, yesOrNo } from './scalars.ts';

const segment = record({
  order: needed(whole(1, 9999), 'Lower goes first; one strategy an account.'),
  where: needed(conditions, 'All must hold.'),
});

const written = record({
  key: needed(keyWord, 'Stable; later versions carry the same.'),
  name: needed(phrase, 'How people call it.'),
  company: optional<string | null>(text(40), null, 'The code of the one company it is for.'),
  extends: optional<string | null>(keyWord, null, 'The strategy that it inherits from.'),
  drop_steps: optional(listOf(keyWord), [], 'Inherited steps that it does without.'),
  segment: needed(segment, 'Which accounts.'),
  level: optional(oneOf(['account', 'invoice']), 'account', 'One notice, or one an invoice.'),
  minimum: optional<readonly Money[]>(amounts, [], 'Least sum of a notice, one a currency.'),
  between_notices: optional(whole(0, 365), 7, 'Least days from one notice to the next.'),
  net_credits: optional(yesOrNo, true, 'Unapplied credits are taken off first.'),
  charges: optional<Charges | null>(charges, null, 'Interest and fees.'),
  steps: needed(steps, 'What is done, in order.'),
  branches: optional(branches, [], 'Events that lead to a step.'),
  vip: optional(vipRules, [], 'Accounts that are treated with more care.'),
  exclusions: optional(exclusions, [], 'Accounts that are left alone for a while.'),
  experiment: optional<Experiment | null>(experiment, null, 'A challenger that is tried.'),
  examples: optional(examples, [], 'They run as tests.'),
});

/** The shape of a strategy file as JSON Schema, for editors that know it. */
export const strategySchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Dunlin strategy',
  ...written.schema,
  // The rest may be inherited.
  required: ['key', 'name', 'segment'],
};

/** What a file may name. `any`: it is not known here and not judged. */
export type Known = {
  readonly templates: ReadonlySet<string> | 'any';
  readonly companies: ReadonlySet<string> | 'any';
  readonly strategies: ReadonlySet<string> | 'any';
  /** Which strategy in force has which order. */
  readonly orders: ReadonlyMap<number, string> | 'any';
};

export const anythingKnown: Known = {
  templates: 'any',
  companies: 'any',
  strategies: 'any',
  orders: 'any',
};

export type Judged =
  | { readonly ok: true; readonly document: StrategyDocument }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** The document of a tree into which everything inherited is merged, or all its problems. */
export function judgeTree(tree: Node, inherits: readonly string[], known: Known): Judged {
  const where: Where = { path: '', found: [] };
  const said = written.read(tree, where);
  if (said === undefined || tree.is !== 'map') return { ok: false, problems: inOrder(where.found) };
  const document: StrategyDocument = {
    key: said.key,
    name: said.name,
    company: said.company,
    inherits,
    segment: said.segment,
    level: said.level,
    minimum: said.minimum,
    betweenNotices: said.between_notices,
    netCredits: said.net_credits,
    charges: said.charges,
    steps: said.steps,
    branches: said.branches,
    vip: said.vip,
    exclusions: said.exclusions,
    experiment: said.experiment,
    examples: said.examples,
  };
  judgeNames(document, { tree, where, known });
  judgeSteps(document, { tree, where, known });
  return where.found.length > 0
    ? { ok: false, problems: inOrder(where.found) }
    : { ok: true, document };
}

function inOrder(problems: readonly DocumentProblem[]): readonly DocumentProblem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

type Judging = { readonly tree: Mapping; readonly where: Where; readonly known: Known };

/** Companies, templates and strategies are those that the desk has. */
function judgeNames(document: StrategyDocument, { tree, where, known }: Judging): void {
  const { company, experiment: trial, key } = document;
  const { order } = document.segment;
  const taken = known.orders === 'any' ? undefined : known.orders.get(order);
  if (taken !== undefined && taken !== key) {
    const spot = within(within(where, 'segment'), 'order');
    complain('order_taken', placeOf(tree, 'segment', 'order'), spot, { order, by: taken });
  }
  if (company !== null && known.companies !== 'any' && !known.companies.has(company)) {
    complain('no_such_company', placeOf(tree, 'company'), within(where, 'company'), { company });
  }
  const challenger = trial?.challenger;
  if (challenger !== undefined) {
    const spot = within(within(where, 'experiment'), 'challenger');
    const at = placeOf(tree, 'experiment', 'challenger');
    const isUnknown = known.strategies !== 'any' && !known.strategies.has(challenger);
    if (isUnknown || challenger === key)
      complain('no_such_strategy', at, spot, { said: challenger });
  }
  if (known.templates === 'any') return;
  for (const [index, { template, key: step }] of document.steps.entries()) {
    if (template === null || known.templates.has(template)) continue;
    const spot = within(within(within(where, 'steps'), index), 'template');
    complain('no_such_template', placeOf(tree, 'steps', index, 'template'), spot, {
      template,
      step,
    });
  }
}

/** Branches, fees and examples speak of steps that there are. */
function judgeSteps(document: StrategyDocument, { tree, where }: Judging): void {
  const keys = new Set(document.steps.map(({ key }) => key));
  const check = (step: string, ...path: (string | number)[]): void => {
    if (keys.has(step)) return;
    const spot = path.reduce<Where>(within, where);
    complain('no_such_step', placeOf(tree, ...path), spot, {
      said: step,
      known: [...keys].join(', '),
    });
  };
  for (const [index, { goTo }] of document.branches.entries())
    check(goTo, 'branches', index, 'go_to');
  for (const [index, { step }] of (document.charges?.fees ?? []).entries()) {
    check(step, 'charges', 'fees', index, 'step');
  }
  for (const [index, { expect, given }] of document.examples.entries()) {
    if (expect.step !== null) check(expect.step, 'examples', index, 'expect', 'step');
    for (const [at, { step }] of given.done.entries()) {
      check(step, 'examples', index, 'given', 'done', at, 'step');
    }
  }
}

/** Where a part stands; where the nearest part around it stands when it is not written. */
function placeOf(tree: Node, ...path: readonly (string | number)[]): Place {
  const [part, ...rest] = path;
  if (part === undefined) return tree.at;
  const inner =
    tree.is === 'map'
      ? valueOf(tree, String(part))
      : tree.is === 'list' && typeof part === 'number'
        ? tree.items[part]
        : undefined;
  return inner === undefined ? tree.at : placeOf(inner, ...rest);
}
