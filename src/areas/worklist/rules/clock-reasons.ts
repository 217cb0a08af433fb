/**
 * What the deadlines of an account ask of the day: those of a law some days ahead, our own on
 * their day. None asks the customer for money, so none is silenced where dunning is.
 */
import type { Day } from '#kernel/day.ts';
import type { AccountFacts, Reason } from './work.ts';

/** Business days ahead from which a hard deadline calls for work. */
export const hardAhead = 3;

/** The first deadline is named; facts come with the hard ones first. */
export function clockDue({ clocks }: Pick<AccountFacts, 'clocks'>, today: Day): Reason[] {
  const [first, ...others] = clocks;
  if (first === undefined) return [];
  const { kind, dueOn } = first;
  const facts = { kind, dueOn, others: others.length };
  const when = dueOn < today ? 'passed' : dueOn === today ? 'today' : 'soon';
  return [{ kind: 'clock_due', phrase: `reason.clock_${when}`, facts }];
}
