/**
 * What may come of a call, and what follows from each: one table, read by the screen for its
 * keys, by the desk for its effects and by the gate's log for its result.
 *
 * Several may come of one call, a promise and a dispute for instance, but what was said and
 * "nobody answered" exclude each other: a call that nobody took promises nothing.
 */
import type { Facts } from '#kernel/outcome.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type Direction = 'out' | 'in';

/** What the contact log counts. */
export type CallResult = 'conversation' | 'left_message' | 'no_answer' | 'wrong_number';

/** How the day's list is answered. */
export type WorkResult = 'reached' | 'not_reached' | 'promised' | 'no_action';

type Entry = {
  /** The key on the call screen; null: reached by its name. */
  readonly key: string | null;
  readonly result: CallResult;
  readonly work: WorkResult;
  /** Days until one comes back by itself; null: nothing is to be waited for. */
  readonly again: { readonly days: number; readonly business: boolean } | null;
  readonly directions: readonly Direction[];
};

const both: readonly Direction[] = ['out', 'in'];
const out: readonly Direction[] = ['out'];
const business = (days: number) => ({ days, business: true }) as const;

const table = {
  promise: { key: '1', result: 'conversation', work: 'promised', again: null, directions: both },
  part: { key: '2', result: 'conversation', work: 'promised', again: null, directions: both },
  plan: { key: '3', result: 'conversation', work: 'promised', again: null, directions: both },
  dispute: {
    key: '4',
    result: 'conversation',
    work: 'reached',
    again: business(5),
    directions: both,
  },
  copy: { key: '5', result: 'conversation', work: 'reached', again: business(3), directions: both },
  wrong_person: {
    key: '6',
    result: 'wrong_number',
    work: 'not_reached',
    again: business(1),
    directions: out,
  },
  no_answer: {
    key: '7',
    result: 'no_answer',
    work: 'not_reached',
    again: business(1),
    directions: out,
  },
  voicemail: {
    key: '8',
    result: 'left_message',
    work: 'not_reached',
    again: business(2),
    directions: out,
  },
  refuses: {
    key: '9',
    result: 'conversation',
    work: 'reached',
    again: business(3),
    directions: both,
  },
  stop_contact: {
    key: '0',
    result: 'conversation',
    work: 'reached',
    again: null,
    directions: both,
  },
  already_paid: {
    key: null,
    result: 'conversation',
    work: 'reached',
    again: business(3),
    directions: both,
  },
  // The due day stays; whoever waits longer than three days has not sent it.
  not_received: {
    key: null,
    result: 'conversation',
    work: 'reached',
    again: { days: 3, business: false },
    directions: both,
  },
  callback: { key: null, result: 'conversation', work: 'reached', again: null, directions: both },
  handed_over: {
    key: null,
    result: 'conversation',
    work: 'reached',
    again: null,
    directions: both,
  },
  information: {
    key: null,
    result: 'conversation',
    work: 'reached',
    again: null,
    directions: both,
  },
} as const satisfies Readonly<Record<string, Entry>>;

export type CallOutcome = keyof typeof table;

// The keys of a literal are its own.
export const callOutcomes = Object.keys(table) as readonly CallOutcome[] as readonly [
  CallOutcome,
  ...CallOutcome[],
];

/** What follows from one outcome. */
export function outcomeRow(outcome: CallOutcome): Entry {
  return table[outcome];
}

/** What may come of a call with somebody who may not be told anything: one only listens. */
export const untoldOutcomes: ReadonlySet<CallOutcome> = new Set([
  'already_paid',
  'callback',
  'handed_over',
  'information',
  'stop_contact',
]);

export type CallRefusal =
  | 'call.nothing_came_of_it'
  | 'call.outcome_named_twice'
  | 'call.outcomes_contradict'
  | 'call.outcome_not_of_inbound';

export type JudgedCall = {
  /** What the contact log counts. */
  readonly result: CallResult;
  readonly work: WorkResult;
  /** The soonest day on which one comes back by itself. */
  readonly again: { readonly days: number; readonly business: boolean } | null;
};

/** Outcomes of which one call may have several: over several items, to several people. */
const several: ReadonlySet<CallOutcome> = new Set(['promise', 'part', 'dispute']);
const works: readonly WorkResult[] = ['promised', 'reached', 'not_reached', 'no_action'];

/** What a call was, by all that came of it. */
export function judgeCall(
  outcomes: readonly CallOutcome[],
  direction: Direction,
): Outcome<JudgedCall, CallRefusal> {
  const [first] = outcomes;
  if (first === undefined) return refuse('call.nothing_came_of_it');
  const strange = outcomes.find((each) => !table[each].directions.some((d) => d === direction));
  if (strange !== undefined) return refuse('call.outcome_not_of_inbound', facts(strange));
  const twice = outcomes.find(
    (each, index) => outcomes.indexOf(each) < index && !several.has(each),
  );
  if (twice !== undefined) return refuse('call.outcome_named_twice', facts(twice));
  const rows = outcomes.map((each): Entry => table[each]);
  const other = outcomes.find((each) => table[each].result !== table[first].result);
  if (other !== undefined) return refuse('call.outcomes_contradict', { one: first, other });
  const work = works.find((each) => rows.some((row) => row.work === each)) ?? 'reached';
  const waits = rows.flatMap(({ again }) => (again === null ? [] : [again]));
  const [soonest] = waits.toSorted((a, b) => a.days - b.days);
  return accept({ result: table[first].result, work, again: soonest ?? null });
}

function facts(outcome: CallOutcome): Facts {
  return { outcome };
}
