/** Deadlines as the API and `dunlin clocks --json` write them. */
import { type Day, daysBetween } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import type { WireClock } from '../contract.ts';
import { daysLate } from '../rules/clock.ts';
import { type ClockKind, kindRule } from '../rules/kinds.ts';
import type { ListedClock } from '../store/list.ts';
import { kindWords } from '../words/kinds.ts';

export function wireClock(clock: ListedClock, today: Day, language: Language): WireClock {
  const { kind, state, dueOn, endedOn } = clock;
  const { startedAt: _, ...rest } = clock;
  const late = {
    running: () => daysLate(dueOn, today),
    met: () => daysLate(dueOn, endedOn ?? dueOn),
    paused: () => 0,
    void: () => 0,
  }[state]();
  return {
    ...rest,
    about: { ...clock.about },
    account: clock.account && { ...clock.account },
    owner: clock.owner && { ...clock.owner },
    facts: { ...clock.facts },
    title: kindName(kind, language),
    detail: detailOf(clock, language),
    hard: kindRule(kind).hard,
    daysLate: late,
    daysLeft: state === 'running' ? Math.max(0, daysBetween(today, dueOn)) : null,
  };
}

/** What whoever started it calls it, where there are several of a kind on one account. */
function detailOf({ facts }: ListedClock, language: Language): string | null {
  return facts[`title_${language}`] ?? facts['title'] ?? null;
}

export function kindName(kind: ClockKind, language: Language): string {
  return say(kindWords, `clocks.kind_${kind}`, {}, language);
}
