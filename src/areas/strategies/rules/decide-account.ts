/**
 * What a strategy says of an account today: one step at most, with what it asks for, or why
 * there is none. Pure: the same version, facts and day give the same decision, always.
 *
 * Nothing here knows of proposals or of yesterday's run, so that days that were left out change
 * nothing but the day on which something is sent, and no level is skipped.
 */
import type { Day } from '#kernel/day.ts';
import type { AccountFacts } from './account-facts.ts';
import { type Left, type Net, netsOf, oldestOf, sumOf, worthIt } from './asking.ts';
import { chargesOf } from './charging.ts';
import { meetsAll } from './condition.ts';
import type { Ask, Decision, NamedItem, Why } from './decision.ts';
import { type Step, type StrategyDocument, isNotice } from './document.ts';
import type { Case, Found } from './found.ts';
import { type Candidate, candidateAbove, ladderOf, mustWait, reachedBy } from './ladder.ts';
import { reminderOf } from './reminding.ts';

/** Statuses in which nobody is asked for money by a strategy. */
const stopped = ['plan', 'hold', 'bankrupt', 'legal', 'agency', 'written_off'];

export function decideAccount(document: StrategyDocument, facts: AccountFacts, on: Day): Decision {
  const barred = barredBy(document, facts, on);
  if (barred) return { kind: 'none', why: [barred] };
  if (facts.items.length === 0) {
    return { kind: 'none', why: [{ code: 'nothing_open', facts: {} }] };
  }
  const nets = netsOf(document, facts, on);
  const looked: Case = { document, facts: stillOpen(facts), nets, on };
  const found = document.level === 'account' ? byAccount(looked) : byInvoice(looked);
  if ('step' in found) return decided(looked, found);
  const reminder = reminderOf(looked);
  if (reminder) return decided(looked, reminder);
  return { kind: 'none', why: [...nets.flatMap(({ why }) => why), ...found.why] };
}

/** A step counts while an item that it named is open: once all are paid, it begins anew. */
function stillOpen(facts: AccountFacts): AccountFacts {
  if (facts.done.length === 0) return facts;
  const open = new Set(facts.items.map(({ itemId }) => itemId));
  return { ...facts, done: facts.done.filter(({ itemId }) => open.has(itemId)) };
}

type NotFound = { readonly why: readonly Why[] };

function barredBy({ exclusions }: StrategyDocument, facts: AccountFacts, on: Day): Why | undefined {
  const { texts, holds } = facts;
  const [hold] = holds;
  if (hold !== undefined) return { code: 'hold', facts: { hold } };
  const status = texts.status?.find((each) => stopped.includes(each));
  if (status !== undefined) return { code: 'status', facts: { status } };
  const excluded = exclusions.find(
    ({ by, value, until }) => until >= on && (texts[by] ?? []).includes(value),
  );
  return (
    excluded && { code: 'excluded', facts: { reason: excluded.reason, until: excluded.until } }
  );
}

/** One level for the account as a whole: that of the furthest step of any debt still open. */
function byAccount({ document, facts, nets, on }: Case): Found | NotFound {
  const late = nets.filter(({ net }) => net > 0n);
  if (late.length === 0) return { why: [{ code: 'nothing_due', facts: {} }] };
  const ladder = ladderOf(document);
  const { rank, last } = reachedBy(ladder, facts.done);
  const candidate = candidateAbove(ladder, rank, facts, on);
  if (!candidate) return { why: [noneAbove(ladder, rank)] };
  const { enough, below } = worthIt(document, candidate.step, late);
  const oldest = oldestOf(enough.flatMap(({ left }) => left));
  if (!oldest) return { why: below };
  const { dueOn } = oldest.item;
  const wait = mustWait(document, candidate, { facts, dueOn, last, on });
  if (wait) return { why: [...below, wait] };
  return {
    step: candidate.step,
    episode: last?.episode ?? oldest.item.itemId,
    asked: enough.map((net) => ({ net, left: net.left })),
    own: new Map(),
    below,
  };
}

function noneAbove(ladder: readonly Step[], rank: number): Why {
  return rank + 1 < ladder.length
    ? { code: 'condition', facts: { step: ladder[rank + 1]?.key ?? '' } }
    : { code: 'ladder_done', facts: {} };
}

/** Each debt by its own level; the notice is that of the highest, for all whose turn it is. */
function byInvoice({ document, facts, nets, on }: Case): Found | NotFound {
  const late = nets.flatMap(({ left }) => left);
  if (late.length === 0) return { why: [{ code: 'nothing_due', facts: {} }] };
  const ladder = ladderOf(document);
  const doneBy = Map.groupBy(facts.done, ({ itemId }) => itemId);
  const turns: (Candidate & { readonly left: Left })[] = [];
  const why: Why[] = [];
  for (const left of late) {
    const { rank, last } = reachedBy(ladder, doneBy.get(left.item.itemId) ?? []);
    const candidate = candidateAbove(ladder, rank, facts, on);
    const { dueOn } = left.item;
    const wait = candidate
      ? mustWait(document, candidate, { facts, dueOn, last, on })
      : noneAbove(ladder, rank);
    if (candidate && !wait) turns.push({ ...candidate, left });
    else if (wait) why.push(wait);
  }
  const [highest] = turns.toSorted((a, b) => b.rank - a.rank);
  if (!highest) return { why: onceEach(why) };
  const asked = nets.flatMap((net) => {
    const left = turns.map((turn) => turn.left).filter((each) => net.left.includes(each));
    return left.length === 0 ? [] : [{ ...net, left, net: sumOf(left) }];
  });
  const { enough, below } = worthIt(document, highest.step, asked);
  const named = enough.flatMap(({ left }) => left);
  const anchor = turns.find(({ rank, left }) => rank === highest.rank && named.includes(left));
  const first = anchor ?? turns.find(({ left }) => named.includes(left));
  if (!first) return { why: below };
  return {
    step: first.step,
    episode: first.left.item.itemId,
    asked: enough.map((net) => ({ net, left: net.left })),
    own: new Map(turns.map(({ left, step }) => [left.item.itemId, step.key])),
    below,
  };
}

function onceEach(why: readonly Why[]): Why[] {
  return [...new Map(why.map((each) => [JSON.stringify(each), each])).values()];
}

function decided({ document, facts, nets, on }: Case, found: Found): Decision {
  const { step, asked, own } = found;
  const vip = document.vip.find(({ where }) => meetsAll(where, facts, on));
  const asks = asked.map(({ net, left }) => askOf(document, step, { ...net, left }, on));
  const items: NamedItem[] = asked.flatMap(({ left }) =>
    left.map(({ item, minor }) => ({
      itemId: item.itemId,
      // At the level of the account nothing has a step of its own.
      step: own.size === 0 ? step.key : (own.get(item.itemId) ?? step.key),
      asked: minor,
    })),
  );
  const oldest = oldestOf(asked.flatMap(({ left }) => left));
  return {
    kind: 'step',
    step: step.key,
    act: vip?.callInstead && isNotice(step) ? 'call' : step.act,
    days: step.days,
    episode: found.episode,
    template: step.template,
    to: step.to,
    also: step.also,
    escalation: step.escalation,
    needsApproval: vip !== undefined || needsApproval(step, asks),
    charges: asks.some(({ interest, fees }) => interest + fees > 0n)
      ? (document.charges?.mode ?? null)
      : null,
    asks,
    items,
    dueOn: oldest?.item.dueOn ?? null,
    why: [...nets.flatMap(({ why }) => why), ...found.below],
  };
}

function askOf(document: StrategyDocument, step: Step, net: Net, on: Day): Ask {
  const { currency, overdue, lessCredits, lessPromised, left } = net;
  const asked = sumOf(left);
  const isDemand = isNotice(step) && step.days > 0;
  const charges = isDemand ? chargesOf(document.charges, step, net, on) : nothing;
  return {
    currency,
    overdue,
    lessCredits,
    lessPromised,
    net: asked,
    ...charges,
    total: asked + charges.interest + charges.fees,
  };
}

const nothing = { interest: 0n, fees: 0n };

/** Above the amount named for its currency; always in a currency that none is named for. */
function needsApproval({ approval }: Step, asks: readonly Ask[]): boolean {
  if (approval.kind !== 'above') return approval.kind === 'always';
  return asks.some(({ currency, total }) => {
    const most = approval.amounts.find((amount) => amount.currency === currency);
    return most === undefined || total > most.minor;
  });
}
