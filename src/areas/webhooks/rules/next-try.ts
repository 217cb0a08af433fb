/**
 * When a delivery that failed is tried again, as the Standard Webhooks specification advises:
 * soon at first, then rarely, for about three days in all.
 */
const minute = 60;
const hour = 60 * minute;

/** Pauses after the first, second … try, in seconds. */
export const pauses = [
  5,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
] as const;

/** The pause after so many tries, in seconds; undefined when it is given up. */
export function pauseAfter(tries: number): number | undefined {
  return pauses[tries - 1];
}

/** The other program wants no more of it: 410 Gone (Standard Webhooks). */
export const gone = 410;

/** Any answer of 2xx says that the news has arrived. */
export function hasArrived(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Why a try reached nobody. */
export type TryProblem =
  | 'no_key'
  | 'not_allowed'
  | 'no_such_host'
  | 'refused_connection'
  | 'timed_out'
  | 'broken_off';
