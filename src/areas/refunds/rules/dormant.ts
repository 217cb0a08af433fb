/**
 * What is due of a credit that nobody asks for, by what its pack found.
 *
 *   waits ──180 days before the report──▶ letter ──dormant, written to──▶ may be surrendered
 *
 * Nothing goes to a state in silence: where the law asks for a letter, it was written before.
 */
import { type Day, parseDay } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export const unclaimedStages = ['waits', 'letter_due', 'written', 'dormant'] as const;
export type UnclaimedStage = (typeof unclaimedStages)[number];

export type Held = {
  readonly dormantOn: Day;
  readonly facts: Readonly<Record<string, string>>;
  readonly isWritten: boolean;
};

export function stageOf({ dormantOn, facts, isWritten }: Held, today: Day): UnclaimedStage {
  const needsLetter = facts['letter'] === 'yes' && !isWritten;
  if (needsLetter && isWithin(facts, today)) return 'letter_due';
  if (dormantOn <= today && !needsLetter) return 'dormant';
  return isWritten ? 'written' : 'waits';
}

function isWithin(facts: Held['facts'], today: Day): boolean {
  const from = parseDay(facts['noticeFrom'] ?? '');
  const to = parseDay(facts['noticeTo'] ?? '');
  return from !== undefined && to !== undefined && from <= today && today <= to;
}

/** May it be handed to the state today? */
export function maySurrender(
  held: Held,
  today: Day,
): Outcome<null, 'refunds.not_dormant' | 'refunds.no_letter'> {
  if (held.dormantOn > today) return refuse('refunds.not_dormant', { day: held.dormantOn });
  if (held.facts['letter'] === 'yes' && !held.isWritten) return refuse('refunds.no_letter');
  return accept(null);
}
