/**
 * Money that did not arrive: until when it is tried again.
 *
 *   Title IV   45 days from its return, never beyond 240 from the first issue; then it goes back
 *              to the Department of Education and never to a state (34 CFR 668.164(l))
 *   others     30 days, by policy; the clock of unclaimed property runs beside it
 */
import { type Day, earlier, plusDays } from '#kernel/day.ts';
import type { Origin } from './origin.ts';

const policyDays = 30;

export type Undelivered = {
  readonly dueOn: Day;
  readonly source: string;
  /** The last day before it goes back to the Department; null where the law says no such day. */
  readonly returnBy: Day | null;
};

export function undeliveredUntil(origin: Origin, firstIssuedOn: Day, cameBackOn: Day): Undelivered {
  if (origin !== 'title_iv') {
    const dueOn = plusDays(cameBackOn, policyDays);
    return { dueOn, source: 'policy: refunds', returnBy: null };
  }
  const returnBy = plusDays(firstIssuedOn, 240);
  const dueOn = earlier(plusDays(cameBackOn, 45), returnBy);
  return { dueOn, source: '34 CFR 668.164(l)', returnBy };
}
