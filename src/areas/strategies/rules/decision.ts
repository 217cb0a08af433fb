/**
 * What a strategy says of an account on a day: one step with what it asks for, or none and why.
 *
 * Written down as text in one way only, so that a decision made again from the same version and
 * the same facts is the same to the byte.
 */
import { type Currency, formatMinor, decimalsOf } from '#kernel/money.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { Helper, InnerAct, Recipient, StepAct } from './document.ts';

/** Why nothing is done, or what was left out of what is asked for. */
export const whyCodes = [
  'no_strategy',
  'excluded',
  'status',
  'hold',
  'nothing_open',
  'nothing_due',
  'disputed',
  'promised',
  'cash_in_flight',
  'credits_cover',
  'credits_first',
  'below_minimum',
  'not_late_enough',
  'waiting',
  'condition',
  'ladder_done',
] as const;
export type WhyCode = (typeof whyCodes)[number];
export type Why = { readonly code: WhyCode; readonly facts: Facts };

/** What is asked for in one currency, in minor units; `total` is `net` and the charges. */
export type Ask = {
  readonly currency: Currency;
  /** Past due, neither contested nor promised by name. */
  readonly overdue: bigint;
  /** Money on account and promises on the whole, taken off. */
  readonly lessCredits: bigint;
  readonly lessPromised: bigint;
  readonly net: bigint;
  readonly interest: bigint;
  readonly fees: bigint;
  readonly total: bigint;
};

export type NamedItem = {
  readonly itemId: string;
  /** The item's own step, which at the level of the account is that of the notice. */
  readonly step: string;
  readonly asked: bigint;
};

export type StepDecision = {
  readonly kind: 'step';
  readonly step: string;
  readonly act: StepAct;
  readonly days: number;
  /** The item at which this stretch of dunning began; with the step it makes the key. */
  readonly episode: string;
  readonly template: string | null;
  readonly to: Recipient;
  readonly also: readonly InnerAct[];
  readonly escalation: { readonly to: Helper; readonly afterDays: number } | null;
  readonly needsApproval: boolean;
  /** Whether its charges are booked when it goes out; null without charges. */
  readonly charges: 'quote' | 'book' | null;
  readonly asks: readonly Ask[];
  readonly items: readonly NamedItem[];
  /** How late the oldest item is that is asked for. */
  readonly daysLate: number;
  /** What was left out. */
  readonly why: readonly Why[];
};

export type NoStep = {
  readonly kind: 'none';
  readonly why: readonly Why[];
};

export type Decision = StepDecision | NoStep;

/** The decision as it is stored and compared. */
export function decisionText(decision: Decision): string {
  if (decision.kind === 'none') {
    return JSON.stringify({ none: decision.why.map(whyText) });
  }
  const { asks, items, escalation, why, kind: _, ...rest } = decision;
  return JSON.stringify({
    step: rest.step,
    act: rest.act,
    days: rest.days,
    episode: rest.episode,
    template: rest.template,
    to: rest.to,
    also: rest.also,
    escalation,
    needsApproval: rest.needsApproval,
    charges: rest.charges,
    daysLate: rest.daysLate,
    asks: asks.map(askText),
    items: items.map(({ itemId, step, asked }) => [itemId, step, asked.toString()]),
    why: why.map(whyText),
  });
}

function whyText({ code, facts }: Why): readonly unknown[] {
  return Object.keys(facts).length === 0 ? [code] : [code, facts];
}

function askText(ask: Ask): Readonly<Record<string, string>> {
  const text = (minor: bigint): string => formatMinor(minor, decimalsOf(ask.currency));
  return {
    currency: ask.currency,
    overdue: text(ask.overdue),
    lessCredits: text(ask.lessCredits),
    lessPromised: text(ask.lessPromised),
    net: text(ask.net),
    interest: text(ask.interest),
    fees: text(ask.fees),
    total: text(ask.total),
  };
}

/** A decision as it stands in its text: amounts as decimal strings, items as they were named. */
export type WrittenStep = Omit<StepDecision, 'kind' | 'asks' | 'items' | 'why'> & {
  readonly asks: readonly WrittenAsk[];
  readonly items: readonly (readonly [itemId: string, step: string, askedMinor: string])[];
  readonly why: readonly WrittenWhy[];
};
export type WrittenAsk = Readonly<Record<Exclude<keyof Ask, 'currency'>, string>> & {
  readonly currency: string;
};
export type WrittenWhy = readonly [code: WhyCode, facts?: Facts];
export type WrittenDecision =
  | { readonly kind: 'step'; readonly step: WrittenStep }
  | { readonly kind: 'none'; readonly why: readonly WrittenWhy[] };

/** Reads what `decisionText` wrote. */
export function readDecision(text: string): WrittenDecision {
  // Decisions are written above and nowhere else, and never edited.
  const told = JSON.parse(text) as WrittenStep | { readonly none: readonly WrittenWhy[] };
  return 'none' in told ? { kind: 'none', why: told.none } : { kind: 'step', step: told };
}
