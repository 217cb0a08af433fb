/**
 * The firm's own caps and hours, as the firm has stated them: a pack made of data, dated, with a
 * version that grows each time it is stated anew. It only ever forbids more.
 */
import type { Day } from '#kernel/day.ts';
import {
  type Channel,
  type ContactRule,
  type Pack,
  type PastContact,
  channels,
} from '../contact.ts';
import { atMost, atMostOnBusinessDays, ourAttempt, quietHours } from '../windows.ts';

export type HouseCap = {
  /** Of these together; empty: of all. */
  readonly channels: readonly Channel[];
  readonly limit: number;
  readonly days: number;
  readonly businessDays: boolean;
  /** `attempts`: every try counts; `reached`: only what arrived or was answered. */
  readonly counts: 'attempts' | 'reached';
};

export type HouseRules = {
  readonly hours: {
    /** Full hours of the wall clock; from 8 to 21 ends at 20:59. */
    readonly from: number;
    readonly to: number;
    readonly businessDays: boolean;
  } | null;
  readonly caps: readonly HouseCap[];
};

export type StatedHouse = {
  readonly version: number;
  readonly effectiveFrom: Day;
  readonly rules: HouseRules;
};

const live: readonly Channel[] = ['call', 'voicemail', 'sms', 'email', 'visit'];

export const housePackId = 'POLICY-HOUSE';

/** The pack of what the firm stated. */
export function makeHousePack({ version, effectiveFrom, rules }: StatedHouse): Pack {
  return {
    id: housePackId,
    jurisdiction: 'firm',
    citation: 'policy',
    source: 'policy',
    enabled: true,
    effectiveFrom,
    effectiveTo: null,
    reviewedByCounsel: null,
    rules: [...hoursOf(version, rules), ...rules.caps.map((cap) => capOf(version, cap))],
  };
}

const head = { stage: 'policy', citation: 'policy', source: 'policy' } as const;

function hoursOf(version: number, { hours }: HouseRules): ContactRule[] {
  if (hours === null) return [];
  const { from, to, businessDays } = hours;
  const days = businessDays ? { businessDays } : {};
  return [quietHours({ ...head, id: 'HOUSE.HOURS', version, channels: live, from, to, ...days })];
}

function capOf(version: number, cap: HouseCap): ContactRule {
  const of = cap.channels.length === 0 ? channels : cap.channels;
  const count = {
    ...head,
    id: `HOUSE.CAP${cap.limit}IN${cap.days}`,
    version,
    channels: of,
    limit: cap.limit,
    days: cap.days,
    counts: (past: PastContact) =>
      of.includes(past.channel) && ourAttempt(past) && (cap.counts === 'attempts' || reached(past)),
  };
  return cap.businessDays ? atMostOnBusinessDays(count) : atMost(count);
}

function reached({ result }: PastContact): boolean {
  return result === 'conversation' || result === 'left_message' || result === 'sent';
}
