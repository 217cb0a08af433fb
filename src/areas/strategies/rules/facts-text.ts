/**
 * The facts of an account as text: how the store gathers them, keeps them and finds them again.
 *
 * The text is what is kept, and decisions are made from the text alone, in a run and in its
 * replay alike. A new fact is a new member; the reader goes on reading texts without it.
 */
import { type Day } from '#kernel/day.ts';
import type { Currency } from '#kernel/money.ts';
import type { AccountFacts, DoneStep, ItemFact, Sum } from './account-facts.ts';
import type { BranchEvent } from './document.ts';

/** Short names, because there is one of these for every account; amounts in minor units. */
type Told = {
  /** Number, kind, company, country, state, segment, status, language, terms, owner, then tags. */
  readonly a: readonly (string | null)[];
  readonly s?: number | null;
  readonly b?: number;
  /** Item, currency, due day, open; where there is any: disputed, promised until, interest to. */
  readonly i?: readonly (readonly [
    string,
    string,
    string,
    string,
    string?,
    ...(string | null)[],
  ])[];
  readonly u?: readonly (readonly [string, string])[];
  readonly p?: readonly (readonly [string, string, string])[];
  readonly f?: readonly (readonly [string, string])[];
  /** Item, step, its days, episode, day. */
  readonly d?: readonly (readonly [string, string, number, string, string])[];
  readonly n?: string | null;
  readonly e?: readonly (readonly [string, string])[];
  readonly h?: readonly string[];
};

/** Reads what the store wrote; a text that is no JSON throws. */
export function readFacts(text: string): AccountFacts {
  // Written by our own statement or by `factsText`, in this shape; kept rows are never edited.
  const told = JSON.parse(text) as Told;
  const [account, kind, company, country, state, segment, status, language, terms, owner, ...tags] =
    told.a;
  return {
    texts: {
      account: known(account),
      kind: known(kind),
      company: known(company),
      country: known(country),
      state: known(state),
      segment: known(segment),
      status: known(status),
      language: known(language),
      terms: known(terms),
      owner: known(owner),
      tag: tags.flatMap(known),
    },
    score: told.s ?? null,
    brokenPromises: told.b ?? 0,
    items: (told.i ?? []).map(itemOf),
    unapplied: (told.u ?? []).map(sumOf),
    promised: (told.p ?? []).map(([code, minor, until]) => ({
      ...sumOf([code, minor]),
      until: asDay(until),
    })),
    inFlight: (told.f ?? []).map(sumOf),
    done: (told.d ?? []).map(([itemId, step, days, episode, on]): DoneStep => ({
      itemId,
      step,
      days,
      episode,
      on: asDay(on),
    })),
    lastNoticeOn: dayOrNull(told.n),
    events: (told.e ?? []).map(([event, on]) => ({ event: asEvent(event), on: asDay(on) })),
    holds: told.h ?? [],
  };
}

// Days, currencies and events come from columns of the database that hold nothing else; there
// are too many of them to be read letter by letter again.
const asDay = (text: string): Day => text as Day;
// The same.
const asCurrency = (text: string): Currency => text as Currency;
// The same.
const asEvent = (text: string): BranchEvent => text as BranchEvent;

function dayOrNull(text: string | null | undefined): Day | null {
  return text === null || text === undefined ? null : asDay(text);
}

function known(text: string | null | undefined): readonly string[] {
  return text === null || text === undefined || text === '' ? [] : [text];
}

function itemOf(told: NonNullable<Told['i']>[number]): ItemFact {
  const [itemId, code, dueOn, open, disputed, promisedUntil, interestTo] = told;
  return {
    itemId,
    currency: asCurrency(code),
    dueOn: asDay(dueOn),
    open: BigInt(open),
    disputed: disputed === undefined ? 0n : BigInt(disputed),
    promisedUntil: dayOrNull(promisedUntil),
    interestTo: dayOrNull(interestTo),
  };
}

function sumOf([code, minor]: readonly [string, string]): Sum {
  return { currency: asCurrency(code), minor: BigInt(minor) };
}

/** Writes them in the same form, for facts that no statement gathered: those of a simulation. */
export function factsText(facts: AccountFacts): string {
  const { texts } = facts;
  const one = (name: keyof AccountFacts['texts']): string | null => texts[name]?.[0] ?? null;
  return JSON.stringify({
    a: [
      one('account'),
      one('kind'),
      one('company'),
      one('country'),
      one('state'),
      one('segment'),
      one('status'),
      one('language'),
      one('terms'),
      one('owner'),
      ...(texts.tag ?? []),
    ],
    s: facts.score,
    b: facts.brokenPromises,
    i: facts.items.map((item) => [
      item.itemId,
      item.currency,
      item.dueOn,
      item.open.toString(),
      item.disputed.toString(),
      item.promisedUntil,
      item.interestTo,
    ]),
    u: facts.unapplied.map(({ currency, minor }) => [currency, minor.toString()]),
    p: facts.promised.map(({ currency, minor, until }) => [currency, minor.toString(), until]),
    f: facts.inFlight.map(({ currency, minor }) => [currency, minor.toString()]),
    d: facts.done.map(({ itemId, step, days, episode, on }) => [itemId, step, days, episode, on]),
    n: facts.lastNoticeOn,
    e: facts.events.map(({ event, on }) => [event, on]),
    h: facts.holds,
  });
}
