/**
 * What lies about on a desk: accounts with overdue debts that wait and nobody works.
 *
 * `uncovered`: they have no owner, their owner has left, or is away and nobody stands in.
 * `untouched`: nobody wrote to or called their customer for so many days, whoever owns them.
 */
export const coverageKinds = ['uncovered', 'untouched'] as const;
export type CoverageKind = (typeof coverageKinds)[number];

/** So many days without a touch are too many while something is overdue. */
export const untouchedDays = 30;
