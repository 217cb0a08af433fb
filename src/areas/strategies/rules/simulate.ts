/**
 * What strategies would have done over past days, each morning with what was known then, and
 * every notice counted as sent on its day.
 *
 * A notice is false when what is known now of that day forbids it: paid, contested or promised
 * by then, and only learnt later. Those are the letters that a policy would have regretted.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { AccountFacts, DoneStep } from './account-facts.ts';
import { netsOf } from './asking.ts';
import { type Strategy, decideWith } from './choose-strategy.ts';
import type { StepDecision, WhyCode } from './decision.ts';
import { isNotice } from './document.ts';
import { type History, accountOn } from './history.ts';

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

export type Simulated = {
  readonly steps: readonly SimulatedStep[];
  /** On how many days the account was left alone, by the first reason. */
  readonly left: ReadonlyMap<WhyCode, number>;
};

export function simulateAccount(
  strategies: readonly Strategy[],
  history: History,
  window: Window,
): Simulated {
  const steps: SimulatedStep[] = [];
  const left = new Map<WhyCode, number>();
  let done: readonly DoneStep[] = [];
  let lastNoticeOn: Day | null = null;
  for (let on = window.from; on <= window.to; on = plusDays(on, 1)) {
    const known = window.knowledge === 'now' ? null : morningOf(on);
    const facts = accountOn(history, on, known);
    if (facts.items.length === 0) continue;
    const { chosen, decision } = decideWith(strategies, { ...facts, done, lastNoticeOn }, on);
    if (decision.kind === 'none') {
      const code = decision.why[0]?.code ?? 'nothing_due';
      left.set(code, (left.get(code) ?? 0) + 1);
      continue;
    }
    const document = chosen?.strategy.document;
    const step = document?.steps.find(({ key }) => key === decision.step);
    if (!document || !step) continue;
    done = [...done, ...doneBy(decision, on)];
    const notice = isNotice(step);
    if (notice) lastNoticeOn = on;
    const truth = accountOn(history, on, null);
    steps.push({
      on,
      strategy: document.key,
      step: step.key,
      act: decision.act,
      currency: decision.asks[0]?.currency ?? '',
      amount: decision.asks[0]?.total ?? 0n,
      wrong: notice ? wrongness(decision, truth, on) : null,
    });
  }
  return { steps, left };
}

/** Five in the morning in the East of the United States, near enough for any company. */
function morningOf(on: Day): Instant {
  return instant(`${on}T10:00:00Z`);
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
