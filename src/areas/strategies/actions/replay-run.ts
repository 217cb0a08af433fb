/**
 * Makes the decisions of a past run again from the versions and the facts that were kept, and
 * holds each against what was stored: they must be the same to the byte.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Strategy, decideWith } from '../rules/choose-strategy.ts';
import { decisionText } from '../rules/decision.ts';
import { readFacts } from '../rules/facts-text.ts';
import { type KeptDecision, decisionsOfRun } from '../store/decisions.ts';
import { type Run, documentsOf, runOf } from '../store/runs.ts';
import { strategiesToRun } from './strategies-to-run.ts';

export type Replayed = {
  readonly decisions: number;
  readonly same: number;
  /** The first of those that came out otherwise. */
  readonly different: readonly {
    readonly accountId: Id;
    readonly account: string;
    readonly stored: string;
    readonly replayed: string;
  }[];
};

export type ReplayRefusal = 'strategies.no_such_run' | 'strategies.versions_differ';

const atOnce = 5000;
const mostShown = 20;

export async function replayRun(db: Queries, runId: Id): Promise<Outcome<Replayed, ReplayRefusal>> {
  const run = await runOf(db, runId);
  if (!run) return refuse('strategies.no_such_run', { run: runId });
  const strategies = await strategiesToRun(db, run.asOf, run.startedAt);
  if (!sameVersions(run, strategies)) {
    return refuse('strategies.versions_differ', { run: runId });
  }
  let decisions = 0;
  const different: Replayed['different'][number][] = [];
  let after: Id | undefined;
  for (;;) {
    const kept = await decisionsOfRun(db, runId, { after, limit: atOnce });
    decisions += kept.length;
    different.push(...kept.flatMap((each) => otherwise(each, strategies)));
    after = kept.at(-1)?.accountId;
    if (kept.length < atOnce) break;
  }
  const same = decisions - different.length;
  return accept({ decisions, same, different: different.slice(0, mostShown) });
}

function otherwise(kept: KeptDecision, strategies: readonly Strategy[]): Replayed['different'] {
  const { accountId, account, facts, decidedOn, decision: stored } = kept;
  const again = decideWith(strategies, readFacts(facts), decidedOn);
  const replayed = decisionText(again.decision);
  const strategy = again.chosen?.strategy;
  const sameVersion =
    (strategy?.key ?? null) === kept.strategy && (strategy?.version ?? null) === kept.version;
  return replayed === stored && sameVersion ? [] : [{ accountId, account, stored, replayed }];
}

function sameVersions({ documents }: Run, strategies: readonly Strategy[]): boolean {
  const now = new Map(documentsOf(strategies).map((each) => [each.key, each]));
  return (
    documents.length === now.size &&
    documents.every(({ key, version, experiment }) => {
      const same = now.get(key);
      return same?.version === version && same.experiment === experiment;
    })
  );
}
