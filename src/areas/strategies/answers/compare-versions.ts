/** Two versions of a strategy held against each other, each with what it inherits today. */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { versionAsWritten } from '#areas/policies/index.ts';
import { strategiesInForce } from '../actions/strategies-in-force.ts';
import { type DiffLine, diffOf } from '../rules/diff.ts';
import type { StrategyDocument } from '../rules/document.ts';
import { type Others, strategyOf } from '../rules/read-strategy.ts';

export type Compared = {
  /** Null where there is none to compare with. */
  readonly from: number | null;
  readonly to: number;
  readonly lines: readonly DiffLine[];
};

/** Without `from`: against the version in force on the day. */
export async function compareVersions(
  db: Queries,
  wish: { readonly key: string; readonly from?: number | undefined; readonly to: number },
  on: Day,
): Promise<Outcome<Compared, 'strategies.no_such_version'>> {
  const { key, to } = wish;
  const { strategies, others } = await strategiesInForce(db, on);
  const current = strategies.find(({ document }) => document.key === key);
  const from = wish.from ?? current?.version ?? null;
  const [before, after] = await Promise.all([
    from === null ? null : meaningOf(db, { key, version: from }, others),
    meaningOf(db, { key, version: to }, others),
  ]);
  if (after === undefined) return refuse('strategies.no_such_version', { key, version: to });
  if (before === undefined) {
    return refuse('strategies.no_such_version', { key, version: from ?? 0 });
  }
  return accept({ from, to, lines: diffOf(before, after) });
}

/** Undefined where there is no such version, or it does not fit what it inherits from. */
async function meaningOf(
  db: Queries,
  { key, version }: { key: string; version: number },
  others: Others,
): Promise<StrategyDocument | undefined> {
  const found = await versionAsWritten(db, { kind: 'strategy', key, version });
  if (found === undefined) return undefined;
  const read = strategyOf(found.judged, others);
  return read.ok ? read.document : undefined;
}
