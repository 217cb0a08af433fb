/**
 * What a strategy says of an account on a day: one step with what it asks for, or none and why.
 *
 * Written down as text in one way only, so that a decision made again from the same version and
 * the same facts is the same to the byte.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import { type Currency, currency, decimalsOf, formatMinor } from '#kernel/money.ts';
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
  'planned',
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
  /** Since when the oldest debt that is asked for is due; null when none is. */
  readonly dueOn: Day | null;
  /** What was left out. */
  readonly why: readonly Why[];
};

export type NoStep = {
  readonly kind: 'none';
  readonly why: readonly Why[];
};

export type Decision = StepDecision | NoStep;

/** How late the oldest debt that is asked for is on a day. */
export function daysLateOn({ dueOn }: Pick<StepDecision, 'dueOn'>, on: Day): number {
  return dueOn === null ? 0 : daysBetween(dueOn, on);
}

/**
 * The decision as it is stored and compared. What is as with most is left out, and nothing
 * counts from today: a decision that stands for a week is written once.
 */
export function decisionText(decision: Decision): string {
  if (decision.kind === 'none') {
    return JSON.stringify({ none: decision.why.map(whyText) });
  }
  const { asks, items, also, needsApproval, why } = decision;
  return JSON.stringify({
    step: decision.step,
    act: decision.act,
    days: decision.days,
    episode: decision.episode,
    template: decision.template ?? undefined,
    to: decision.to,
    also: also.length === 0 ? undefined : also,
    escalation: decision.escalation ?? undefined,
    needsApproval: needsApproval || undefined,
    charges: decision.charges ?? undefined,
    dueOn: decision.dueOn ?? undefined,
    asks: asks.map(askText),
    items: items.map((item) => itemText(item, decision.step)),
    why: why.length === 0 ? undefined : why.map(whyText),
  });
}

function itemText({ itemId, step, asked }: NamedItem, own: string): readonly string[] {
  return step === own ? [itemId, asked.toString()] : [itemId, step, asked.toString()];
}

function whyText({ code, facts }: Why): readonly unknown[] {
  return Object.keys(facts).length === 0 ? [code] : [code, facts];
}

function askText(ask: Ask): Readonly<Record<string, string | undefined>> {
  const decimals = decimalsOf(ask.currency);
  const text = (minor: bigint): string => formatMinor(minor, decimals);
  const some = (minor: bigint): string | undefined => (minor === 0n ? undefined : text(minor));
  return {
    currency: ask.currency,
    overdue: text(ask.overdue),
    lessCredits: some(ask.lessCredits),
    lessPromised: some(ask.lessPromised),
    net: text(ask.net),
    interest: some(ask.interest),
    fees: some(ask.fees),
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

type Told = Pick<StepDecision, 'step' | 'act' | 'days' | 'episode' | 'to'> &
  Partial<Omit<WrittenStep, 'asks' | 'items'>> & {
    readonly asks: readonly (Partial<WrittenAsk> & Pick<WrittenAsk, 'currency'>)[];
    /** The step stands in the middle where it is not that of the notice. */
    readonly items?: readonly (readonly [string, string, string?])[];
  };

/** Reads what `decisionText` wrote. */
export function readDecision(text: string): WrittenDecision {
  // Decisions are written above and nowhere else, and never edited.
  const told = JSON.parse(text) as Told | { readonly none: readonly WrittenWhy[] };
  return 'none' in told
    ? { kind: 'none', why: told.none }
    : { kind: 'step', step: writtenStep(told) };
}

function writtenStep(told: Told): WrittenStep {
  return {
    ...told,
    template: told.template ?? null,
    also: told.also ?? [],
    escalation: told.escalation ?? null,
    needsApproval: told.needsApproval ?? false,
    charges: told.charges ?? null,
    dueOn: told.dueOn ?? null,
    why: told.why ?? [],
    asks: told.asks.map((ask) => writtenAsk(ask)),
    items: (told.items ?? []).map(([itemId, one, two]) =>
      two === undefined ? [itemId, told.step, one] : [itemId, one, two],
    ),
  };
}

function writtenAsk(told: Told['asks'][number]): WrittenAsk {
  const nothing = formatMinor(0n, decimalsOf(currency(told.currency)));
  const zero = {
    overdue: nothing,
    lessCredits: nothing,
    lessPromised: nothing,
    net: nothing,
    interest: nothing,
    fees: nothing,
    total: nothing,
  };
  return { ...zero, ...told };
}
