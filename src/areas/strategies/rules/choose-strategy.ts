/**
 * Which strategy deals with an account: the first, in the order of their segments, whose
 * conditions hold. One an account, so that nobody is asked twice for the same debt.
 */
import type { Day } from '#kernel/day.ts';
import type { AccountFacts } from './account-facts.ts';
import { meetsAll } from './condition.ts';
import { decideAccount } from './decide-account.ts';
import type { Decision } from './decision.ts';
import type { StrategyDocument } from './document.ts';
import { type Arm, armOf } from './split.ts';

/** A version in force, as a run is made with it. */
export type Strategy = {
  readonly key: string;
  readonly version: number;
  readonly document: StrategyDocument;
  /** Its experiment was switched on by somebody who may. */
  readonly experiment: boolean;
};

export type Chosen = {
  readonly strategy: Strategy;
  /** Null outside an experiment. */
  readonly arm: { readonly champion: string; readonly side: Arm } | null;
};

/** In the order in which they are asked: by segment order, those of one order by key. */
export function inOrder(strategies: readonly Strategy[]): readonly Strategy[] {
  return strategies.toSorted(
    (a, b) => a.document.segment.order - b.document.segment.order || (a.key < b.key ? -1 : 1),
  );
}

/** Undefined when no segment takes the account; `strategies` stand in order. */
export function chooseStrategy(
  strategies: readonly Strategy[],
  facts: AccountFacts,
  on: Day,
): Chosen | undefined {
  const strategy = strategies.find((each) => isIn(each, facts, on));
  return strategy && challenged(strategies, strategy, facts, on);
}

/** Does the strategy's segment hold for the account, whichever others do? */
export function isIn({ document }: Strategy, facts: AccountFacts, on: Day): boolean {
  const [company] = facts.texts.company ?? [];
  return (
    (document.company === null || document.company === company) &&
    meetsAll(document.segment.where, facts, on)
  );
}

function challenged(
  strategies: readonly Strategy[],
  strategy: Strategy,
  facts: AccountFacts,
  on: Day,
): Chosen {
  const { experiment } = strategy.document;
  if (!strategy.experiment || experiment === null) return { strategy, arm: null };
  if (on < experiment.from || on > experiment.to) return { strategy, arm: null };
  const challenger = strategies.find(({ key }) => key === experiment.challenger);
  if (!challenger) return { strategy, arm: null };
  const [company = '', account = ''] = [facts.texts.company?.[0], facts.texts.account?.[0]];
  const side = armOf(`${company}/${account}`, strategy.key, experiment);
  const arm = { champion: strategy.key, side };
  return { strategy: side === 'challenger' ? challenger : strategy, arm };
}

export type Decided = { readonly chosen: Chosen | undefined; readonly decision: Decision };

/** The decision of whichever strategy deals with the account. */
export function decideWith(strategies: readonly Strategy[], facts: AccountFacts, on: Day): Decided {
  const chosen = chooseStrategy(strategies, facts, on);
  return { chosen, decision: decideBy(chosen, facts, on) };
}

/** The decision of the strategy that was chosen. */
export function decideBy(chosen: Chosen | undefined, facts: AccountFacts, on: Day): Decision {
  if (chosen) return decideAccount(chosen.strategy.document, facts, on);
  return { kind: 'none', why: [{ code: 'no_strategy', facts: {} }] };
}
