/** What whoever is asked must know of an account: figures, contacts, words given, disputes. */
import type { Day } from '#kernel/day.ts';
import type { Facts } from '#kernel/outcome.ts';

export type Packet = {
  readonly status: string;
  readonly owner: string | null;
  /** Decimal strings, by currency. */
  readonly owed: readonly {
    readonly currency: string;
    readonly balance: string;
    readonly overdue: string;
    readonly oldestDueOn: Day | null;
  }[];
  /** The latest of the timeline, the newest first. */
  readonly contacts: readonly {
    readonly on: Day;
    readonly phrase: string;
    readonly facts: Facts;
    readonly text: string;
  }[];
  readonly promises: readonly {
    readonly amount: string;
    readonly currency: string;
    readonly dueOn: Day;
    readonly state: string;
  }[];
  readonly disputes: readonly {
    readonly document: string;
    readonly reason: string;
    readonly since: Day;
  }[];
};
