/**
 * The strategies that run on a day: published, approved, with everything they inherit.
 *
 * Inheritance is merged from the versions of that very day, so that a change of a parent
 * reaches its children when it comes into force and replaying a day meets the same words.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { publishedDocuments } from '#areas/policies/index.ts';
import type { StrategyDocument } from '../rules/document.ts';
import { type Others, othersOf, strategyOf } from '../rules/read-strategy.ts';
import type { DocumentProblem } from '../rules/reading/reader.ts';

export type StrategyInForce = {
  readonly documentId: Id;
  readonly version: number;
  readonly effectiveFrom: Day;
  readonly document: StrategyDocument;
};

export type InForce = {
  /** In the order in which accounts are asked whether they belong to one. */
  readonly strategies: readonly StrategyInForce[];
  /** Versions that cannot run because what they inherit from does not fit any more. */
  readonly broken: readonly {
    readonly key: string;
    readonly version: number;
    readonly problems: readonly DocumentProblem[];
  }[];
  /** All of them as data, for whoever inherits. */
  readonly others: Others;
};

/** `knownAt`: as it was known at that moment, for replay. */
export async function strategiesInForce(db: Queries, on: Day, knownAt?: Instant): Promise<InForce> {
  const published = await publishedDocuments(db, 'strategy', on, knownAt);
  const others = othersOf(published.map(({ key, judged }) => [key, judged]));
  const strategies: StrategyInForce[] = [];
  const broken: InForce['broken'][number][] = [];
  for (const { key, version, documentId, effectiveFrom, judged } of published) {
    const read = strategyOf(judged, others);
    if (read.ok) strategies.push({ documentId, version, effectiveFrom, document: read.document });
    else broken.push({ key, version, problems: read.problems });
  }
  return { strategies: strategies.toSorted(byOrder), broken, others };
}

function byOrder({ document: a }: StrategyInForce, { document: b }: StrategyInForce): number {
  return a.segment.order - b.segment.order || a.key.localeCompare(b.key);
}
