/**
 * Prices the morning of every company of a zone: what contacts are worth, what the day has room
 * for, and who is left alone by chance where the company measures what its work adds.
 *
 * What is found is kept and read with the accounts' facts, so that no list computes it.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { usualMinutes } from '#areas/portfolios/rules/load.ts';
import type { ScoringPolicy } from '../rules/policy.ts';
import { mainCurrency, workOf } from '../rules/scoring.ts';
import type { WorthFact } from '../rules/work.ts';
import { collectableBase, isForgotten, orderedKinds } from '../rules/worth-parts.ts';
import {
  type Candidate,
  type Company,
  type Morning,
  type Priced,
  morningOf,
} from '../rules/worth/morning.ts';
import type { LatePaying, Standing } from '../rules/worth/standing.ts';
import { standardWorth } from '../rules/worth/worth.ts';
import { type Running, insertEpisodes, logEligible, runningEpisodes } from '../store/episodes.ts';
import { experimentOf, learnedResponse } from '../store/experiment.ts';
import type { Gathered } from '../store/facts.ts';
import {
  type Asked,
  type Paid,
  askedRows,
  forecastRows,
  minutesToday,
  paidRows,
  wayRows,
} from '../store/standing.ts';
import type { Scope } from '../store/scope.ts';
import { keepPlan, replaceWorths } from '../store/worth.ts';
import { deskMoment } from '#kernel/local-time.ts';

/** The same facts with what the morning found each account to be worth. */
export async function priceDay(
  context: Context,
  scope: Scope,
  facts: readonly Gathered[],
  policy: ScoringPolicy,
): Promise<readonly Gathered[]> {
  const known = await knownOf(context, scope);
  const people = await minutesToday(context.tx, context.today, usualMinutes);
  const owned = Map.groupBy(facts, ({ card }) => card.ownerId);
  const found = new Map<string, WorthFact>();
  for (const [companyId, own] of Map.groupBy(facts, ({ card }) => card.companyId)) {
    const capacity = capacityOf(own, owned, people);
    const morning = await priceCompany(context, { companyId, own, known, capacity, policy });
    for (const each of morning.priced) found.set(each.worth.accountId, factOf(each, morning));
  }
  return facts.map((each) => ({ ...each, worth: found.get(each.accountId) ?? null }));
}

type Known = {
  readonly paid: ReadonlyMap<string, Paid>;
  readonly forecast: ReadonlyMap<string, number>;
  readonly asked: ReadonlyMap<string, Asked>;
  readonly ways: ReadonlyMap<string, Standing['mayBe']>;
};

async function knownOf({ tx, today }: Context, scope: Scope): Promise<Known> {
  return {
    paid: await paidRows(tx, scope, today),
    forecast: await forecastRows(tx, scope, today),
    asked: await askedRows(tx, scope, today),
    ways: await wayRows(tx, scope, today),
  };
}

type Pricing = {
  readonly companyId: Id;
  readonly own: readonly Gathered[];
  readonly known: Known;
  readonly capacity: number;
  readonly policy: ScoringPolicy;
};

async function priceCompany(context: Context, pricing: Pricing): Promise<Morning> {
  const { tx, today: on, at } = context;
  const { companyId, own, known, capacity, policy } = pricing;
  const experiment = await experimentOf(tx, companyId);
  const running = await runningEpisodes(tx, companyId, on);
  const candidates = own.flatMap((facts) => {
    const standing = standingOf(facts, known, on);
    if (standing === undefined) return [];
    const moment = { today: on, at: deskMoment(at, on, facts.zone) };
    const episode = running.get(facts.accountId);
    return candidateOf(facts, { standing, moment, policy, running: episode }) ?? [];
  });
  const company: Company = {
    book: bookOf(own, known),
    learned: await learnedResponse(tx, companyId),
    capacity,
    terms: experiment?.isOn === true ? experiment : null,
  };
  const morning = morningOf(candidates, company, { on, policy: standardWorth });
  await keepMorning(context, pricing, { morning, measured: company.terms !== null });
  return morning;
}

/** Undefined where nothing may be asked for, or nobody may be asked. */
function standingOf(facts: Gathered, known: Known, today: Day): Standing | undefined {
  const main = mainCurrency(facts);
  const overdue = collectableBase(main);
  const mayBe = known.ways.get(facts.accountId) ?? [];
  if (overdue <= 0n || main.oldestDueOn === null || mayBe.length === 0) return undefined;
  const paid = known.paid.get(facts.accountId);
  const asked = known.asked.get(facts.accountId);
  return {
    accountId: facts.accountId,
    segment: facts.card.segment,
    overdue,
    daysLate: daysBetween(main.oldestDueOn, today),
    lateItems: paid?.lateItems ?? 1,
    paying: { paid: paid?.paid ?? 0, lateDays: paid?.lateDays ?? 0 },
    usualDays: paid?.usualDays ?? null,
    contacts: asked?.contacts ?? 0,
    heeded: asked?.heeded ?? 0,
    recentContacts: asked?.recentContacts ?? 0,
    staysOpen: known.forecast.get(facts.accountId) ?? null,
    mayBe,
  };
}

/** Undefined where the desk has no reason to ask it for money today. */
function candidateOf(
  facts: Gathered,
  {
    standing,
    moment,
    policy,
    running,
  }: {
    readonly standing: Standing;
    readonly moment: Parameters<typeof workOf>[1];
    readonly policy: ScoringPolicy;
    readonly running: Running | undefined;
  },
): Candidate | undefined {
  const work = workOf({ ...facts, worth: null }, moment, policy);
  const kinds = work?.reasons.map(({ kind }) => kind) ?? [];
  if (!kinds.includes('overdue') && !kinds.includes('strategy_call')) return undefined;
  const forgotten = isForgotten(facts, mainCurrency(facts), moment.today);
  return {
    standing,
    customerId: facts.card.customerId,
    mustBeWorked: forgotten || kinds.some((kind) => !orderedKinds.has(kind)),
    answered: work?.hidden !== null,
    running,
  };
}

function bookOf(own: readonly Gathered[], { paid }: Known): LatePaying {
  return own.reduce(
    (book, { accountId }) => {
      const its = paid.get(accountId);
      if (its === undefined) return book;
      return { paid: book.paid + its.paid, lateDays: book.lateDays + its.lateDays };
    },
    { paid: 0, lateDays: 0 },
  );
}

/**
 * Minutes that a company's accounts have today: its owners' time, by the part of their accounts
 * that is of the company. Where nobody owns anything, one person's usual day.
 */
function capacityOf(
  own: readonly Gathered[],
  owned: ReadonlyMap<Id | null, readonly Gathered[]>,
  people: ReadonlyMap<string, number>,
): number {
  const here = Map.groupBy(own, ({ card }) => card.ownerId);
  const owners = [...here].filter(([ownerId]) => ownerId !== null);
  if (owners.length === 0) return usualMinutes;
  return owners.reduce((sum, [ownerId, theirs]) => {
    const part = theirs.length / (owned.get(ownerId)?.length ?? theirs.length);
    return sum + part * (people.get(String(ownerId)) ?? 0);
  }, 0);
}

async function keepMorning(
  { tx, today: on, at }: Context,
  { companyId, own, capacity }: Pricing,
  { morning, measured }: { readonly morning: Morning; readonly measured: boolean },
): Promise<void> {
  const { priced, price } = morning;
  const kept = priced.map((each) => ({
    ...factOf(each, morning),
    accountId: id(each.worth.accountId),
    planned: each.worth.planned,
  }));
  await replaceWorths(tx, { companyId, on }, kept);
  const leftAlone = priced.filter(({ drawn }) => drawn?.side === 'left_alone');
  await keepPlan(tx, companyId, {
    on,
    capacity,
    minutes: morning.minutes,
    worthIt: priced.length,
    planned: priced.filter(({ worth }) => worth.planned).length,
    leftAlone: leftAlone.length,
    price,
    currency: own[0]?.baseCurrency ?? '',
  });
  if (measured) await keepEpisodes(tx, { companyId, on, at }, priced, own);
}

/** Whom the morning drew, and the whole set of it: what a later look needs to be fair. */
async function keepEpisodes(
  tx: Context['tx'],
  morning: Parameters<typeof insertEpisodes>[1],
  priced: readonly Priced[],
  own: readonly Gathered[],
): Promise<void> {
  const byAccount = new Map<string, Gathered>(own.map((each) => [each.accountId, each]));
  const begun = priced.flatMap(({ worth, candidate, drawn }) => {
    const facts = byAccount.get(worth.accountId);
    if (drawn?.begins !== true || facts === undefined) return [];
    const { currency, overdue, overdueBase } = mainCurrency(facts);
    const { side, chance, lastDay } = drawn;
    return [
      {
        accountId: facts.accountId,
        customerId: facts.card.customerId,
        side,
        chance,
        lastDay,
        currency,
        overdue,
        overdueBase,
        expected: worth.gain,
        minutes: worth.minutes,
        standing: candidate.standing,
      },
    ];
  });
  await insertEpisodes(tx, morning, begun);
  const eligible = priced.map(({ worth, drawn }) => ({
    accountId: id(worth.accountId),
    side: drawn?.side ?? null,
    chance: drawn?.chance ?? 0,
    planned: worth.planned,
    expected: worth.gain,
  }));
  await logEligible(tx, morning, eligible);
}

function factOf({ worth, candidate, drawn }: Priced, { price }: Pick<Morning, 'price'>): WorthFact {
  const { usualDays } = candidate.standing;
  return {
    way: worth.way,
    alone: worth.response.alone,
    adds: worth.response.adds,
    minutes: worth.minutes,
    price,
    basis: worth.response.basis,
    usualDays: usualDays === null ? null : Math.round(usualDays),
    leftAloneUntil: drawn?.side === 'left_alone' ? drawn.lastDay : null,
  };
}
