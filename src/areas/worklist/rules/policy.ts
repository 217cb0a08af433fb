/**
 * How accounts are put in the order of the day: points for reasons, and for worth
 * or, where nothing is priced yet, for size and for age.
 *
 * Data, not code: another desk may weigh otherwise. A policy is never edited once it has
 * ordered a list; a change is a new version, because `why this rank` names the version.
 */
import type { WorkKind } from './work.ts';

export type ScoringPolicy = {
  readonly name: string;
  readonly version: number;
  /** Points for each kind of reason. */
  readonly points: Readonly<Record<WorkKind, number>>;
  /** On top of it where a law, a scheme or a contract sets the day: it stands first. */
  readonly hardClock: number;
  /** For each promise broken before this one on the same debts, up to the most. */
  readonly brokenBefore: { readonly points: number; readonly most: number };
  /** Overdue is a reason from so many days late and so many units of the currency. */
  readonly overdue: { readonly moreThanDays: number; readonly units: bigint };
  /** Money on account is a reason from so many units that it would clear. */
  readonly unappliedUnits: bigint;
  /** A broken promise is a reason for so many days, as long as something is overdue. */
  readonly brokenForDays: number;
  /** By what is overdue, in units of the company's currency; the highest that fits. */
  readonly sizes: readonly { readonly from: bigint; readonly points: number }[];
  /** By the days late of the oldest item; the highest that fits. */
  readonly ages: readonly { readonly from: number; readonly points: number }[];
  /** For who is late for long and was not spoken with; see worth-parts.ts. */
  readonly forgotten: number;
  /** A status in which these kinds are no reason: the law or another desk has the account. */
  readonly silenced: Readonly<Record<string, readonly WorkKind[]>>;
};

const dunning: readonly WorkKind[] = [
  'promise_broken',
  'promise_due',
  'plan_breached',
  'plan_late',
  'plan_due',
  'callback',
  'campaign',
  'overdue',
  'early_warning',
  'incomplete_data',
];

export const standardPolicy: ScoringPolicy = {
  name: 'standard',
  version: 8,
  points: {
    clock_due: 240,
    order_held: 140,
    promise_broken: 400,
    promise_due: 250,
    // Every day counts down to the day to mend it.
    plan_breached: 420,
    plan_late: 320,
    plan_due: 150,
    // Somebody waits at the telephone.
    callback: 450,
    // They wrote, and wait; whoever is asked for money first hears nothing of it.
    reply_waiting: 220,
    // An answer of ours is late, or lies there: until it is settled nobody pays it.
    dispute: 230,
    strategy_call: 250,
    follow_up: 200,
    task: 150,
    campaign: 150,
    // It waits for whoever posts; the list only says so.
    unposted_cash: 10,
    unapplied_cash: 120,
    overdue: 100,
    // Before it is late, a question costs little.
    early_warning: 90,
    // What is not in their portal is never paid.
    check_portal: 170,
    // Until it is mended nothing reaches them.
    fix_contact: 180,
    incomplete_data: 40,
  },
  hardClock: 1500,
  brokenBefore: { points: 50, most: 150 },
  overdue: { moreThanDays: 3, units: 25n },
  unappliedUnits: 1n,
  brokenForDays: 60,
  sizes: [
    { from: 100n, points: 10 },
    { from: 500n, points: 25 },
    { from: 1_000n, points: 40 },
    { from: 2_500n, points: 60 },
    { from: 5_000n, points: 80 },
    { from: 10_000n, points: 100 },
    { from: 25_000n, points: 130 },
    { from: 50_000n, points: 160 },
    { from: 100_000n, points: 200 },
    { from: 250_000n, points: 230 },
    { from: 1_000_000n, points: 260 },
  ],
  ages: [
    { from: 31, points: 20 },
    { from: 61, points: 50 },
    { from: 91, points: 80 },
    { from: 121, points: 100 },
  ],
  forgotten: 80,
  silenced: {
    plan: ['overdue'],
    bankrupt: dunning,
    legal: dunning,
    agency: dunning,
    written_off: dunning,
  },
};
