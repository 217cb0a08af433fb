/**
 * What a step is chosen by, and the step that was chosen with the debts that it is for.
 */
import type { Day } from '#kernel/day.ts';
import type { AccountFacts } from './account-facts.ts';
import type { Left, Net } from './asking.ts';
import type { Why } from './decision.ts';
import type { Step, StrategyDocument } from './document.ts';

/** Everything that a step is chosen by. */
export type Case = {
  readonly document: StrategyDocument;
  readonly facts: AccountFacts;
  readonly nets: readonly Net[];
  readonly on: Day;
};

/** A step whose day has come, for these debts; each carries its own step with it. */
export type Found = {
  readonly step: Step;
  readonly episode: string;
  readonly asked: readonly { readonly net: Net; readonly left: readonly Left[] }[];
  readonly own: ReadonlyMap<string, string>;
  readonly below: readonly Why[];
};
