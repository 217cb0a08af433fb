/**
 * Everything that can be said of a strategy file before anybody decides on it: what is wrong
 * with it, how its examples come out, what it changes, and what it does to those that inherit.
 */
import type { Day } from '#kernel/day.ts';
import type { Plain } from '#formats/yaml/tree.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type DiffLine, diffOf } from '../rules/diff.ts';
import type { StrategyDocument } from '../rules/document.ts';
import { readStrategy, strategyOf } from '../rules/read-strategy.ts';
import type { DocumentProblem } from '../rules/reading/reader.ts';
import { type ExampleResult, runExamples } from '../rules/run-examples.ts';
import { knownHere } from './known.ts';
import { type InForce, strategiesInForce } from './strategies-in-force.ts';

export type Heir = {
  readonly key: string;
  readonly problems: readonly DocumentProblem[];
  readonly results: readonly ExampleResult[];
};

export type Weighed =
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] }
  | {
      readonly ok: true;
      readonly document: StrategyDocument;
      readonly own: Plain;
      readonly results: readonly ExampleResult[];
      /** The version in force with which `diff` compares; null when there is none. */
      readonly inForce: number | null;
      readonly diff: readonly DiffLine[];
      /** Strategies in force that would change with it. */
      readonly heirs: readonly Heir[];
    };

/** Weighs a file against what is in force on the day. */
export async function weighStrategy(db: Queries, written: string, on: Day): Promise<Weighed> {
  const inForce = await strategiesInForce(db, on);
  const read = readStrategy(written, inForce.others, await knownHere(db, inForce));
  if (!read.ok) return read;
  const { document, own } = read;
  const current = inForce.strategies.find((each) => each.document.key === document.key);
  return {
    ok: true,
    document,
    own,
    results: runExamples(document),
    inForce: current?.version ?? null,
    diff: diffOf(current?.document ?? null, document),
    heirs: heirsOf(inForce, document.key, own),
  };
}

function heirsOf({ strategies, others }: InForce, key: string, own: Plain): readonly Heir[] {
  const changed = new Map([...others, [key, own]]);
  return strategies
    .filter(({ document }) => document.inherits.includes(key))
    .map(({ document }) => {
      const heir = document.key;
      const read = strategyOf(others.get(heir), changed);
      return read.ok
        ? { key: heir, problems: [], results: runExamples(read.document) }
        : { key: heir, problems: read.problems, results: [] };
    });
}
