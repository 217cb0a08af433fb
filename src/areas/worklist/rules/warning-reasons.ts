/**
 * What an early warning asks of the day: somebody asks how things are before the aging shows it.
 * The latest one is named; it leaves the list when it is answered or over.
 */
import type { AccountFacts, Reason } from './work.ts';

export function earlyWarning({ warnings }: Pick<AccountFacts, 'warnings'>): Reason[] {
  const [first, ...others] = warnings;
  if (first === undefined) return [];
  const facts = { ...first.facts, others: others.length };
  return [{ kind: 'early_warning', phrase: `reason.warning_${first.kind}`, facts }];
}
