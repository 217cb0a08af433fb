/**
 * Whether an account has a place in the day, why, and how high.
 *
 * The reasons are found first, in the order in which a person would say them; points follow
 * from the reasons, the size and the age, and the score is their sum and nothing else. An
 * answer hides the account until its time, unless a kind of reason has come that was not
 * there when it was given, or a promise broke since.
 */
import { type Day, daysBetween, plusDays } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Currency, type Money, decimalsOf, formatMoney, money } from '#kernel/money.ts';
import { instantOf } from '#kernel/local-time.ts';
import { clockDue } from './clock-reasons.ts';
import { disputeReasons } from './dispute-reasons.ts';
import { orderHeld } from './hold-reasons.ts';
import { checkPortal, fixContact, replyWaiting } from './mail-reasons.ts';
import { planReasons } from './plan-reasons.ts';
import type { ScoringPolicy } from './policy.ts';
import { earlyWarning } from './warning-reasons.ts';
import { leftAlone, leftAloneUntil, sizeParts, worthFacts } from './worth-parts.ts';
import type {
  AccountFacts,
  Answer,
  Owed,
  Part,
  PromiseFact,
  Reason,
  Work,
  WorkKind,
} from './work.ts';

export type Moment = {
  readonly today: Day;
  /** The desk's moment. */
  readonly at: Instant;
};

/** Undefined when nothing calls for it today. */
export function workOf(
  facts: AccountFacts,
  { today, at }: Moment,
  policy: ScoringPolicy,
): Work | undefined {
  const main = mainCurrency(facts);
  const alone = leftAloneUntil(facts, main, today);
  const standing = leftAlone(reasonsOf(facts, main, today, policy), alone);
  const kinds = standing.map((reason) => reason.kind);
  const hiding = hiddenBy(facts, kinds, at);
  const reasons = withFollowUp(facts, standing, at, hiding !== null);
  const [first] = reasons;
  if (first === undefined) return undefined;
  const parts = partsOf(facts, main, reasons, { today, policy, alone });
  return {
    accountId: facts.accountId,
    workerId: workerOf(facts, reasons),
    currency: main.currency,
    score: parts.reduce((score, part) => score + part.points, 0),
    reasons,
    parts,
    overdue: main.overdue,
    overdueBase: main.overdueBase,
    ask: askOf(main, unpostedIn(facts, main.currency)),
    balance: main.balance,
    buckets: main.buckets,
    oldestDueOn: main.oldestDueOn,
    dueAt: dueAt(first.kind, facts, main, policy),
    hidden: hiding && { until: hiding.until, as: hiding.kind },
  };
}

/** Who was asked to call, else whom a deadline names, else who works the account in a campaign. */
function workerOf({ callback, campaign, clocks }: AccountFacts, reasons: readonly Reason[]) {
  const has = (kind: WorkKind): boolean => reasons.some((reason) => reason.kind === kind);
  const caller = has('callback') ? callback?.memberId : null;
  const named = has('clock_due') ? clocks[0]?.ownerId : null;
  return caller ?? named ?? (has('campaign') ? (campaign?.workerId ?? null) : null);
}

/** The currency in which most is overdue, or most is owed; amounts are never added. */
export function mainCurrency({ owed, baseCurrency }: AccountFacts): Owed {
  const [main] = owed.toSorted(
    (a, b) =>
      compare(b.overdueBase, a.overdueBase) ||
      compare(b.balance, a.balance) ||
      (a.currency < b.currency ? -1 : 1),
  );
  return (
    main ?? {
      currency: baseCurrency,
      owed: 0n,
      unapplied: 0n,
      balance: 0n,
      overdue: 0n,
      overdueBase: 0n,
      chaseable: 0n,
      collectable: 0n,
      oldestDueOn: null,
      oldestDocument: '',
      clearsDocument: '',
      buckets: [],
    }
  );
}

function compare(a: bigint, b: bigint): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function reasonsOf(facts: AccountFacts, main: Owed, today: Day, policy: ScoringPolicy): Reason[] {
  const silenced = policy.silenced[facts.status] ?? [];
  const paid = isPaidAtBank(facts, main);
  return [
    ...clockDue(facts, today),
    ...(paid ? unpostedCash(facts) : []),
    ...brokenPromise(facts, today, policy),
    ...promiseDue(facts, today),
    ...planReasons(facts),
    ...callBack(facts),
    ...replyWaiting(facts),
    ...disputeReasons(facts, today),
    ...taskReasons(facts),
    ...callReasons(facts),
    ...inCampaign(facts),
    ...overdueReasons(facts, main, today, policy),
    ...earlyWarning(facts),
    ...orderHeld(facts),
    ...(paid ? [] : unpostedCash(facts)),
    ...unappliedCash(facts, policy),
    ...checkPortal(facts, today),
    ...fixContact(facts),
    ...incompleteData(facts),
  ].filter(({ kind }) => !silenced.includes(kind) && !(paid && chasing.has(kind)));
}

/** Kinds that would have somebody ask for money. */
const chasing: ReadonlySet<WorkKind> = new Set([
  'promise_broken',
  'promise_due',
  'plan_breached',
  'plan_late',
  'plan_due',
  'campaign',
  'overdue',
  'incomplete_data',
]);

/** Does money that lies at the bank, not posted yet, cover all that is overdue? */
function isPaidAtBank(facts: AccountFacts, main: Owed): boolean {
  const seen = unpostedIn(facts, main.currency);
  const others = facts.owed.some((each) => each !== main && each.overdue > 0n);
  return main.overdue > 0n && seen >= main.overdue && !others;
}

function unpostedIn({ unposted }: AccountFacts, code: Currency): bigint {
  return unposted.find(({ amount }) => amount.currency === code)?.amount.minor ?? 0n;
}

/** The payment that the bank shows, where something is overdue: else nobody would chase. */
function unpostedCash({ unposted, owed }: AccountFacts): Reason[] {
  return unposted
    .filter(({ amount }) =>
      owed.some((each) => each.currency === amount.currency && each.overdue > 0n),
    )
    .map(({ amount, since }) => ({
      kind: 'unposted_cash',
      phrase: 'reason.unposted_cash',
      facts: { amount: formatMoney(amount), currency: amount.currency, since },
    }));
}

function brokenPromise(facts: AccountFacts, today: Day, policy: ScoringPolicy): Reason[] {
  const { broken } = facts;
  if (broken === null) return [];
  const stale = today > plusDays(broken.brokenOn, policy.brokenForDays);
  const still = facts.owed.some(
    (owed) => owed.currency === broken.amount.currency && owed.overdue > 0n,
  );
  if (stale || !still) return [];
  const came = broken.received.minor > 0n ? 'some' : 'none';
  return [
    {
      kind: 'promise_broken',
      phrase: 'reason.promise_broken',
      facts: { ...promiseFacts(broken), came, level: broken.level },
    },
  ];
}

function promiseDue({ due }: AccountFacts, today: Day): Reason[] {
  const [first] = due;
  if (first === undefined) return [];
  const phrase = first.dueOn === today ? 'reason.promise_due_today' : 'reason.promise_in_grace';
  return [
    { kind: 'promise_due', phrase, facts: { ...promiseFacts(first), lastDay: first.lastDay } },
  ];
}

function callBack({ callback }: AccountFacts): Reason[] {
  if (callback === null) return [];
  const { person, note } = callback;
  const said = note === '' ? 'none' : 'some';
  const facts = { person, until: callback.dueAt, note, said };
  return [{ kind: 'callback', phrase: 'reason.callback', facts }];
}

function taskReasons({ tasks }: AccountFacts): Reason[] {
  const [first, ...others] = tasks;
  if (first === undefined) return [];
  const { title, dueOn } = first;
  const phrase = dueOn === null ? 'reason.task_urgent' : 'reason.task';
  return [{ kind: 'task', phrase, facts: { title, dueOn: dueOn ?? '', others: others.length } }];
}

function callReasons({ calls }: AccountFacts): Reason[] {
  const [first] = calls;
  if (first === undefined) return [];
  const { step, amount } = first;
  const facts = { ...amountFacts(amount.minor, amount.currency), step, days: first.daysLate };
  return [{ kind: 'strategy_call', phrase: 'reason.strategy_call', facts }];
}

function promiseFacts({ amount, received, dueOn }: PromiseFact) {
  return {
    amount: formatMoney(amount),
    currency: amount.currency,
    received: formatMoney(received),
    dueOn,
  };
}

function inCampaign({ campaign }: AccountFacts): Reason[] {
  if (campaign === null) return [];
  const { name, text, endsOn } = campaign;
  const said = text === '' ? 'none' : 'some';
  return [{ kind: 'campaign', phrase: 'reason.campaign', facts: { name, text, said, endsOn } }];
}

function overdueReasons(
  facts: AccountFacts,
  main: Owed,
  today: Day,
  policy: ScoringPolicy,
): Reason[] {
  const worth = worthFacts(facts, main);
  return facts.owed
    .filter((each) => each.chaseable >= units(policy.overdue.units, each.currency))
    .toSorted(
      (a, b) => Number(b === main) - Number(a === main) || (a.currency < b.currency ? -1 : 1),
    )
    .map((each) => ({
      kind: 'overdue',
      phrase: each === main ? 'reason.overdue' : 'reason.overdue_also',
      facts: {
        ...amountFacts(each.overdue, each.currency),
        days: daysLate(each, today),
        document: each.oldestDocument,
        ...(each === main ? worth : {}),
      },
    }));
}

/** Money on account that would clear what is owed, in the currency where it would clear most. */
function unappliedCash({ owed }: AccountFacts, policy: ScoringPolicy): Reason[] {
  const [most] = owed
    .map(({ currency, unapplied, owed: open, clearsDocument }) => ({
      currency,
      clears: -unapplied < open ? -unapplied : open,
      document: clearsDocument,
    }))
    .filter(({ clears, currency }) => clears >= units(policy.unappliedUnits, currency))
    .toSorted((a, b) => compare(b.clears, a.clears));
  if (most === undefined) return [];
  const facts = { ...amountFacts(most.clears, most.currency), document: most.document };
  return [{ kind: 'unapplied_cash', phrase: 'reason.unapplied_cash', facts }];
}

function incompleteData({ owed, reachable }: AccountFacts): Reason[] {
  if (reachable || !owed.some((each) => each.overdue > 0n)) return [];
  return [{ kind: 'incomplete_data', phrase: 'reason.incomplete_data', facts: {} }];
}

/** The answer that still hides the account: its time has not come and nothing is new. */
function hiddenBy(facts: AccountFacts, kinds: readonly WorkKind[], at: Instant): Answer | null {
  const { answer, broken } = facts;
  if (answer === null || answer.until <= at) return null;
  if (kinds.some((kind) => !answer.reasons.includes(kind))) return null;
  const brokeSince =
    broken !== null && kinds.includes('promise_broken') && broken.knownAt > answer.at;
  return brokeSince ? null : answer;
}

/** A snooze that ran out, or will while the account is hidden, is a reason by itself. */
function withFollowUp(
  { answer }: AccountFacts,
  reasons: readonly Reason[],
  at: Instant,
  hidden: boolean,
): Reason[] {
  if (answer?.kind !== 'snoozed' || (answer.until > at && !hidden)) return [...reasons];
  const noted = answer.note !== '';
  const followUp: Reason = {
    kind: 'follow_up',
    phrase: noted ? 'reason.follow_up_noted' : 'reason.follow_up',
    facts: noted ? { until: answer.until, note: answer.note } : { until: answer.until },
  };
  const before = reasons.filter(({ kind }) => beforeFollowUp.has(kind));
  return [...before, followUp, ...reasons.filter((reason) => !before.includes(reason))];
}

/** What a follow-up that one set oneself never goes before. */
const beforeFollowUp: ReadonlySet<WorkKind> = new Set([
  'clock_due',
  'promise_broken',
  'promise_due',
  'callback',
]);

function partsOf(
  facts: AccountFacts,
  main: Owed,
  reasons: readonly Reason[],
  { today, policy, alone }: { today: Day; policy: ScoringPolicy; alone: Day | null },
): Part[] {
  const kinds = new Set(reasons.map((reason) => reason.kind));
  const asks = kinds.has('overdue') || kinds.has('strategy_call');
  const parts: Part[] = [...kinds].map((kind) =>
    kind === 'overdue' && alone !== null
      ? { phrase: 'part.left_alone', facts: { until: alone }, points: 0 }
      : { phrase: `part.${kind}`, facts: {}, points: policy.points[kind] },
  );
  if (facts.clocks[0]?.hard === true) {
    parts.push({ phrase: 'part.clock_hard', facts: {}, points: policy.hardClock });
  }
  const before = (facts.broken?.level ?? 1) - 1;
  if (kinds.has('promise_broken') && before > 0) {
    const points = Math.min(before * policy.brokenBefore.points, policy.brokenBefore.most);
    parts.push({ phrase: 'part.broken_before', facts: { count: before }, points });
  }
  return alone === null ? [...parts, ...sizeParts(facts, main, { today, policy, asks })] : parts;
}

/** What can really be asked for: collectable, less the money that waits, here or at the bank. */
function askOf(main: Owed, unposted: bigint): bigint | null {
  const ask = main.collectable + (main.unapplied < 0n ? main.unapplied : 0n) - unposted;
  return ask > 0n ? ask : null;
}

function dueAt(
  kind: WorkKind,
  facts: AccountFacts,
  main: Owed,
  policy: ScoringPolicy,
): Instant | null {
  if (kind === 'callback') return facts.callback?.dueAt ?? null;
  if (kind === 'reply_waiting') return facts.replies[0]?.answerDueAt ?? null;
  if (kind === 'follow_up') return facts.answer?.until ?? null;
  const on = dayOfReason(kind, facts, main, policy);
  return on === null ? null : instantOf({ on, minutes: 0 }, facts.zone);
}

function dayOfReason(
  kind: WorkKind,
  facts: AccountFacts,
  main: Owed,
  policy: ScoringPolicy,
): Day | null {
  if (kind === 'promise_broken') return facts.broken?.brokenOn ?? null;
  if (kind === 'promise_due') return facts.due[0]?.dueOn ?? null;
  if (kind === 'clock_due') return facts.clocks[0]?.dueOn ?? null;
  if (kind === 'dispute') return facts.cases[0]?.answerBy ?? null;
  if (kind.startsWith('plan_')) return facts.plans[0]?.dueOn ?? null;
  if (kind === 'task') return facts.tasks[0]?.dueOn ?? null;
  if (kind === 'overdue' && main.oldestDueOn !== null) {
    return plusDays(main.oldestDueOn, policy.overdue.moreThanDays + 1);
  }
  return null;
}

function daysLate({ oldestDueOn }: Owed, today: Day): number {
  return oldestDueOn === null ? 0 : Math.max(0, daysBetween(oldestDueOn, today));
}

function amountFacts(minor: bigint, currency: Currency): { amount: string; currency: string } {
  return { amount: formatMoney(money(minor, currency)), currency };
}

function units(count: bigint, currency: Currency): Money['minor'] {
  return count * 10n ** BigInt(decimalsOf(currency));
}
