/**
 * What strategies would have done over past days, each morning with what was known then: the
 * gate asked by the same rules, and every notice that it allows counted as sent on its day.
 *
 * A notice is false when what is known now of that day forbids it: paid, contested or promised
 * by then, and only learnt later. Those are the letters that a policy would have regretted.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { PastContact } from '#areas/compliance/rules/contact.ts';
import type { AccountFacts, DoneStep } from './account-facts.ts';
import { netsOf } from './asking.ts';
import { type Chosen, type Strategy, chooseStrategy, decideBy } from './choose-strategy.ts';
import type { StepDecision, WhyCode } from './decision.ts';
import { type Step, isNotice } from './document.ts';
import { type History, accountOn, holdsOn, morningOf, walkOf } from './history.ts';
import { type PastAsking, askedThen } from './past-asking.ts';

export type Window = {
  readonly from: Day;
  readonly to: Day;
  /** Then: as the book was known at five each morning; now: by the days of business alone. */
  readonly knowledge: 'then' | 'now';
};

export type SimulatedStep = {
  readonly on: Day;
  readonly strategy: string;
  readonly step: string;
  readonly act: string;
  readonly currency: string;
  readonly amount: bigint;
  /** Why it should not have gone out; null when it was right. */
  readonly wrong: 'paid' | 'disputed' | 'promised' | null;
};

/** A notice that the gate would have stopped: the first day of it, with every reason. */
export type SimulatedBlock = Pick<SimulatedStep, 'on' | 'strategy' | 'step' | 'act'> & {
  readonly reasons: readonly string[];
};

export type Simulated = {
  readonly steps: readonly SimulatedStep[];
  readonly blocks: readonly SimulatedBlock[];
  /** On how many days the account was left alone, by the first reason. */
  readonly left: ReadonlyMap<WhyCode, number>;
};

/** A morning: what was known of the account, and which strategy deals with it. */
type Morning = {
  readonly on: Day;
  readonly facts: AccountFacts;
  readonly chosen: Chosen | undefined;
};

/** An account's walk under two sets of strategies, which see the same facts. */
export function simulateSides(
  sides: { readonly candidate: readonly Strategy[]; readonly inForce: readonly Strategy[] },
  history: History,
  window: Window,
  asking: PastAsking | null,
): { readonly candidate: Simulated; readonly inForce: Simulated } {
  const days = factsByDay(history, window);
  const inForce = chosenBy(sides.inForce, days);
  const candidate = chosenBy(sides.candidate, days);
  const under = (mornings: readonly Morning[]) => walked(mornings, history, window, asking);
  const before = under(inForce);
  const isSame = candidate.every(
    ({ chosen }, index) => chosen?.strategy === inForce[index]?.chosen?.strategy,
  );
  return { inForce: before, candidate: isSame ? before : under(candidate) };
}

/** `asking`: what the gate knows; null where it is not asked. */
export function simulateAccount(
  strategies: readonly Strategy[],
  history: History,
  window: Window,
  asking: PastAsking | null = null,
): Simulated {
  return walked(chosenBy(strategies, factsByDay(history, window)), history, window, asking);
}

/** The days on which anything was open. */
function factsByDay(history: History, { from, to, knowledge }: Window): Omit<Morning, 'chosen'>[] {
  const factsOn = walkOf(history, knowledge);
  const days: Omit<Morning, 'chosen'>[] = [];
  for (let on = from; on <= to; on = plusDays(on, 1)) {
    const facts = factsOn(on);
    if (facts.items.length > 0) days.push({ on, facts });
  }
  return days;
}

function chosenBy(
  strategies: readonly Strategy[],
  days: readonly Omit<Morning, 'chosen'>[],
): readonly Morning[] {
  return days.map(({ on, facts }) => ({
    on,
    facts,
    chosen: chooseStrategy(strategies, facts, on),
  }));
}

function walked(
  mornings: readonly Morning[],
  history: History,
  window: Window,
  asking: PastAsking | null,
): Simulated {
  const steps: SimulatedStep[] = [];
  const blocks = new Map<string, SimulatedBlock>();
  const left = new Map<WhyCode, number>();
  const contacts: PastContact[] = [];
  let done: readonly DoneStep[] = [];
  let lastNoticeOn: Day | null = null;
  for (const { on, facts, chosen } of mornings) {
    const decision = decideBy(chosen, { ...facts, done, lastNoticeOn }, on);
    const step =
      decision.kind === 'step' ? chosen?.strategy.document.steps.find(named(decision)) : undefined;
    if (decision.kind === 'none' || !chosen || !step) {
      const code = decision.why[0]?.code ?? 'nothing_due';
      left.set(code, (left.get(code) ?? 0) + 1);
      continue;
    }
    const notice = isNotice(step);
    const made = { on, strategy: chosen.strategy.key, step: step.key, act: decision.act };
    if (notice && asking) {
      const known = window.knowledge === 'now' ? null : morningOf(on);
      const holds = holdsOn(history, on, known);
      const answer = askedThen(asking, { decision, on, facts, holds, contacts });
      if (!answer.allowed) {
        const { reasons } = answer;
        const key = `${decision.episode} ${step.key} ${reasons.join(' ')}`;
        if (!blocks.has(key)) blocks.set(key, { ...made, reasons });
        continue;
      }
      contacts.push(answer.contact);
    }
    done = [...done, ...doneBy(decision, on)];
    if (notice) lastNoticeOn = on;
    steps.push({
      ...made,
      currency: decision.asks[0]?.currency ?? '',
      amount: decision.asks[0]?.total ?? 0n,
      wrong: notice ? wrongness(decision, accountOn(history, on, null), on) : null,
    });
  }
  return { steps, blocks: [...blocks.values()], left };
}

function named({ step }: StepDecision) {
  return ({ key }: Step): boolean => key === step;
}

function doneBy({ step, days, episode, items }: StepDecision, on: Day): DoneStep[] {
  return items.map((item) => ({ itemId: item.itemId, step: item.step || step, days, episode, on }));
}

function wrongness(decision: StepDecision, truth: AccountFacts, on: Day): SimulatedStep['wrong'] {
  const nets = netsOf({ netCredits: true }, truth, on);
  const tooMuch = decision.asks.find(({ currency, net }) => {
    const real = nets.find((each) => each.currency === currency);
    const reminded = (real?.upcoming ?? []).reduce((sum, { minor }) => sum + minor, 0n);
    return net > (real?.net ?? 0n) + (decision.days > 0 ? 0n : reminded);
  });
  if (!tooMuch) return null;
  const real = nets.find((each) => each.currency === tooMuch.currency);
  const codes = (real?.why ?? []).map(({ code }) => code);
  if (codes.includes('disputed')) return 'disputed';
  return codes.includes('promised') ? 'promised' : 'paid';
}
