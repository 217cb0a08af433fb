/**
 * One part of a night's run: the accounts of the part, each with its whole history, become
 * predictions, sums for the cash forecast, ways of paying and early warnings.
 */
import { type BookItem, asKnownBy } from './book-item.ts';
import { type Behaviour, behaviourOf } from './behaviour.ts';
import { type CashPiece, type WeekSpread, cashSums } from './cash.ts';
import { monthOf } from './days.ts';
import { slotOf } from './hazard.ts';
import { type Kept, keepRate } from './keeping.ts';
import { historiesOf } from './known-item.ts';
import type { Ground } from './learn-book.ts';
import { type Outlook, outlookOf } from './outlook.ts';
import { predictAmong } from './predict.ts';
import { type Reason, leastHistory, reasonsOf } from './reasons.ts';
import { type OpenItem, termsOf } from './seen.ts';
import { type State, bendByStates } from './states.ts';
import type { Trained } from './training.ts';
import { type Warning, warningsOf } from './warnings.ts';

/** What is open, and the words that were given for it. */
export type OpenFact = {
  readonly itemId: string;
  readonly accountId: string;
  readonly companyId: string;
  readonly currency: string;
  readonly document: string;
  readonly dueOn: number;
  readonly open: bigint;
  readonly disputed: bigint;
  readonly promisedFor: number | null;
  readonly instalments: readonly { readonly on: number; readonly share: number }[];
};

export type Part = {
  readonly asOf: number;
  readonly items: readonly BookItem[];
  readonly open: readonly OpenFact[];
  readonly kept: ReadonlyMap<string, Kept>;
  /** Of all customers. */
  readonly deskKept: Kept;
  readonly ground: Ground;
  readonly trained: Trained;
};

export type PredictedItem = Outlook & {
  readonly fact: OpenFact;
  readonly model: string;
  readonly lowHistory: boolean;
  readonly reasons: readonly Reason[];
};

export type AccountSaid = {
  readonly accountId: string;
  readonly behaviour: Behaviour;
  readonly warnings: readonly Warning[];
};

export type PartTold = {
  readonly items: readonly PredictedItem[];
  readonly accounts: readonly AccountSaid[];
  readonly pieces: readonly CashPiece[];
  readonly spreads: readonly WeekSpread[];
};

const nothing: Kept = { judged: 0, kept: 0 };

export function predictPart(part: Part): PartTold {
  const { asOf, ground, trained, open } = part;
  const facts = new Map(open.map((fact) => [fact.itemId, fact]));
  // What is open and dated today or ahead counts as issued by the close of the day before.
  const issued = part.items.map((item) =>
    facts.has(item.invoiceId) ? { ...item, issuedOn: Math.min(item.issuedOn, asOf) } : item,
  );
  const known = asKnownBy(issued, asOf);
  const states = new Map(known.map((item) => [item.invoiceId, item.states]));
  const statesOf = (itemId: string): readonly State[] => states.get(itemId) ?? [];
  const sums = cashSums(asOf);
  const items = predictAmong(known, {
    asOf,
    horizon: ground.horizon,
    pooled: ground.pooled,
    model: trained.model,
    bend(one, hazards) {
      if (one.customer.closed < leastHistory) leanOnTerms(one, ground, asOf, hazards);
      bendByStates(hazards, statesOf(one.item.invoiceId), asOf, trained.factors);
    },
  }).flatMap(({ open: one, distribution }): PredictedItem[] => {
    const fact = facts.get(one.item.invoiceId);
    if (!fact) return [];
    const keeps = keepRate(part.kept.get(fact.accountId) ?? nothing, part.deskKept);
    const words = wordsOf(fact, keeps, asOf);
    const outlook = outlookOf(distribution, fact.dueOn, words);
    sums.add(fact, outlook);
    const lowHistory = one.customer.closed < leastHistory;
    const reasons = reasonsOf({
      ...why(one, words, asOf),
      states: statesOf(fact.itemId),
      factors: trained.factors,
    });
    const model = lowHistory ? 'empirical' : trained.model.kind;
    return [{ ...outlook, fact, model, lowHistory, reasons }];
  });
  return {
    items,
    accounts: accountsOf(part, known),
    pieces: sums.pieces(),
    spreads: sums.spreads(),
  };
}

/** A customer without history is told by those with the same terms at the same company. */
function leanOnTerms(
  { item, customer }: OpenItem,
  { pooled }: Ground,
  asOf: number,
  hazards: Float64Array,
): void {
  const terms = pooled.byTerms.get(termsOf(item)) ?? pooled.all.byDue;
  const own = customer.closed / (customer.closed + 8);
  for (let at = 0; at < hazards.length; at += 1) {
    const slot = slotOf(asOf + 1 + at - item.dueOn);
    hazards[at] = own * (customer.byDue[slot] ?? 0) + (1 - own) * (terms[slot] ?? 0);
  }
}

type Words = Parameters<typeof outlookOf>[2];

/** A promise whose day has passed without a verdict says nothing any more. */
function wordsOf({ promisedFor, instalments }: OpenFact, keeps: number, asOf: number): Words {
  const dues = instalments.filter(({ on }) => on > asOf);
  return {
    promise: promisedFor !== null && promisedFor > asOf ? { dueOn: promisedFor, keeps } : null,
    plan: dues.length > 0 ? { dues, keeps } : null,
  };
}

function why(open: OpenItem, { promise, plan }: Words, asOf: number) {
  const nextOn = plan?.dues.reduce((least, { on }) => Math.min(least, on), Infinity);
  return {
    open,
    asOf,
    promise,
    plan: plan && nextOn !== undefined ? { nextOn, keeps: plan.keeps } : null,
  };
}

function accountsOf({ asOf, open, kept }: Part, known: readonly BookItem[]): AccountSaid[] {
  const owed = Map.groupBy(open, ({ accountId }) => accountId);
  const disputed = new Set(
    known.filter(({ states }) => states.some(isOpenDispute)).map(({ invoiceId }) => invoiceId),
  );
  return [...historiesOf(known)].map(([accountId, { paid }]) => {
    const behaviour = behaviourOf(paid, asOf, kept.get(accountId) ?? nothing, monthOf);
    const dues = paid.slice(-120).map(({ dueOn }) => dueOn);
    const items = (owed.get(accountId) ?? []).map(({ document, itemId, dueOn }) => ({
      document,
      dueOn,
      disputed: disputed.has(itemId),
      paidAfter: dues.filter((due) => due > dueOn).length,
    }));
    return { accountId, behaviour, warnings: warningsOf(behaviour, items, asOf) };
  });
}

const isOpenDispute = ({ kind, until }: State): boolean => kind === 'disputed' && until === null;
