/**
 * The switch that a step waits for: its channel's, or that of what only we see.
 *
 *   off ──▶ steps are proposed and nothing happens      on ──▶ they are done
 */
import { innerActs } from './document.ts';

export const switchChannels = ['email', 'letter', 'sms', 'call', 'inner'] as const;
export type SwitchChannel = (typeof switchChannels)[number];

/** Tasks, escalations and proposals to others of the house have one switch together. */
export function channelOf(act: string): SwitchChannel {
  if (innerActs.some((inner) => inner === act)) return 'inner';
  return switchChannels.find((channel) => channel === act) ?? 'inner';
}

export type Switched = {
  readonly isOn: boolean;
  /** Strategies that may; null: all. A canary names one or two. */
  readonly onlyFor: readonly string[] | null;
};

/** A channel that nobody spoke of is off. */
export function mayAct(switched: Switched | undefined, strategy: string): boolean {
  if (!switched?.isOn) return false;
  return switched.onlyFor === null || switched.onlyFor.includes(strategy);
}
