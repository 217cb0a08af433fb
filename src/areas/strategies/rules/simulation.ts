/**
 * The figures of a simulation: what the candidate would have done beside what is in force, by
 * day, channel and step, and whom it would have asked wrongly. Parts add up in any order.
 */
import type { Simulated } from './simulate.ts';

export type Count = { readonly key: string; readonly count: number; readonly wrong: number };
export type WrongNotice = {
  readonly account: string;
  readonly on: string;
  readonly step: string;
  readonly currency: string;
  readonly amount: string;
  readonly why: 'paid' | 'disputed' | 'promised';
};
export type SideFigures = {
  readonly accounts: number;
  readonly notices: number;
  readonly wrong: number;
  /** By `day`, and by `act step`; each sorted by its key. */
  readonly byDay: readonly Count[];
  readonly byStep: readonly Count[];
  readonly byChannel: readonly Count[];
  /** Notices that the gate would have stopped; each once, however many days it was tried. */
  readonly blocked: number;
  /** Of them, by every rule that stood in the way. */
  readonly blockedBy: readonly Count[];
  /** Days on which accounts were left alone, by reason. */
  readonly left: readonly Count[];
  readonly wrongs: readonly WrongNotice[];
};
export type SimulationFigures = { readonly candidate: SideFigures; readonly inForce: SideFigures };

const mostWrongs = 200;

export const noFigures: SideFigures = {
  accounts: 0,
  notices: 0,
  wrong: 0,
  byDay: [],
  byStep: [],
  byChannel: [],
  blocked: 0,
  blockedBy: [],
  left: [],
  wrongs: [],
};

/** One account's walk as figures. */
export function figuresOf(account: string, { steps, blocks, left }: Simulated): SideFigures {
  const wrongs = steps.flatMap(({ wrong, on, step, currency, amount }): WrongNotice[] =>
    wrong === null ? [] : [{ account, on, step, currency, amount: amount.toString(), why: wrong }],
  );
  const counted = (keyOf: (step: Simulated['steps'][number]) => string): Count[] =>
    merged(steps.map((each) => one(keyOf(each), each.wrong === null ? 0 : 1)));
  return {
    accounts: 1,
    notices: steps.length,
    wrong: wrongs.length,
    byDay: counted(({ on }) => on),
    byStep: counted(({ strategy, act, step }) => `${strategy} ${act} ${step}`),
    byChannel: counted(({ act }) => act),
    blocked: blocks.length,
    blockedBy: merged(blocks.flatMap(({ reasons }) => reasons.map((rule) => one(rule, 0)))),
    left: [...left].map(([key, count]) => ({ key, count, wrong: 0 })),
    wrongs,
  };
}

export function addFigures(sides: readonly SideFigures[]): SideFigures {
  const sum = (read: (side: SideFigures) => number): number =>
    sides.reduce((total, side) => total + read(side), 0);
  return {
    accounts: sum(({ accounts }) => accounts),
    notices: sum(({ notices }) => notices),
    wrong: sum(({ wrong }) => wrong),
    byDay: merged(sides.flatMap(({ byDay }) => byDay)),
    byStep: merged(sides.flatMap(({ byStep }) => byStep)),
    byChannel: merged(sides.flatMap(({ byChannel }) => byChannel)),
    blocked: sum(({ blocked }) => blocked),
    blockedBy: merged(sides.flatMap(({ blockedBy }) => blockedBy)),
    left: merged(sides.flatMap(({ left }) => left)),
    wrongs: sides.flatMap(({ wrongs }) => wrongs).slice(0, mostWrongs),
  };
}

function one(key: string, wrong: number): Count {
  return { key, count: 1, wrong };
}

function merged(counts: readonly Count[]): Count[] {
  const sums = new Map<string, Count>();
  for (const { key, count, wrong } of counts) {
    const before = sums.get(key) ?? { key, count: 0, wrong: 0 };
    sums.set(key, { key, count: before.count + count, wrong: before.wrong + wrong });
  }
  return [...sums.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
