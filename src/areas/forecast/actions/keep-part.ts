/**
 * Writes what one part of a run said: predictions, sums, ways of paying, alerts raised and over.
 * One transaction, so that a killed run goes on with the part it was in.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { PartTold } from '../rules/predict-part.ts';
import { raisingOf } from '../rules/raising.ts';
import { endAlert, insertAlerts, standingAlerts } from '../store/alerts.ts';
import { insertPieces } from '../store/cash.ts';
import {
  type Keeping,
  keepSome,
  replaceBehaviours,
  replacePredictions,
} from '../store/predictions.ts';
import { type Run, doneThrough, insertPart, lockRuns, runById } from '../store/runs.ts';

export type KeepPart = {
  readonly run: Run;
  readonly partNo: number;
  readonly accountIds: readonly Id[];
  readonly told: PartTold;
  readonly keeping: Keeping;
};

/** Answers false when the run was called off, or somebody else did the part. */
export async function keepPart(
  context: Context,
  { run, partNo, accountIds, told, keeping }: KeepPart,
): Promise<Outcome<boolean, never>> {
  const { tx } = context;
  const through = accountIds.at(-1);
  await lockRuns(tx, run.zone);
  const [now, done] = [await runById(tx, run.runId), await doneThrough(tx, run.runId)];
  if (!through || now?.state !== 'running' || done.parts !== partNo - 1) return accept(false);
  await replacePredictions(tx, run, accountIds, told.items);
  await keepSome(tx, run, accountIds, keeping);
  await replaceBehaviours(tx, run, told.accounts);
  await insertPieces(tx, run, partNo, told);
  await keepAlerts(context, accountIds, told);
  const counts = { accounts: accountIds.length, items: told.items.length };
  await insertPart(context, { runId: run.runId, partNo, through, ...counts });
  context.did({ what: 'part predicted', id: run.runId, facts: { partNo, ...counts } });
  return accept(true);
}

async function keepAlerts(
  context: Context,
  accountIds: readonly Id[],
  { accounts }: PartTold,
): Promise<void> {
  const standing = await standingAlerts(context.tx, accountIds, context.today);
  const raised = accounts.flatMap(({ accountId, warnings }) => {
    const { raise } = raisingOf(standing.get(accountId) ?? [], warnings);
    return raise.map((warning) => ({ accountId, warning }));
  });
  await insertAlerts(context, raised);
  for (const { accountId, warnings } of accounts) {
    const { over } = raisingOf(standing.get(accountId) ?? [], warnings);
    for (const alertId of over) await endAlert(context, accountId, alertId, 'over');
  }
}
