/**
 * Completes a run: its parts become the cash forecast, what earlier nights said of debts that
 * are paid is dropped, and what came by yesterday is held against what was predicted.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { toDay, toNumber } from '../rules/days.ts';
import {
  type Calibration,
  type Score,
  accuracyOf,
  addScores,
  calibrationOf,
  noScore,
  scoreOf,
} from '../rules/score.ts';
import { weekBands } from '../rules/week-bands.ts';
import {
  endedPredictions,
  endedWeeks,
  insertResults,
  insertScore,
  lastScored,
  scoresSince,
} from '../store/accuracy.ts';
import { cashDays, gatherPieces, insertWeeks } from '../store/cash.ts';
import { dropOlder } from '../store/predictions.ts';
import { type Run, insertEnd, lockRuns, runById } from '../store/runs.ts';

/** Answers false when it had ended. */
export async function completeRun(
  context: Context,
  { run, common }: { readonly run: Run; readonly common: number },
): Promise<Outcome<boolean, never>> {
  const { tx } = context;
  await lockRuns(tx, run.zone);
  if ((await runById(tx, run.runId))?.state !== 'running') return accept(false);
  const spreads = await gatherPieces(tx, run);
  const days = (await cashDays(tx, [run.runId], 'all')).map(({ on, ...day }) => ({
    ...day,
    on: toNumber(on),
  }));
  const weeks = weekBands(days, spreads, { asOf: toNumber(run.asOf), common });
  await insertWeeks(
    tx,
    run.runId,
    weeks.map(({ start, companyId, ...week }) => ({
      ...week,
      companyId: id(companyId),
      weekStart: toDay(start),
    })),
  );
  await dropOlder(tx, run);
  await insertEnd(context, run.runId, 'complete');
  await scorePast(context, run);
  context.did({ what: 'forecast complete', id: run.runId, facts: { items: run.items } });
  const payload = { runId: run.runId, zone: run.zone };
  await context.tell({ name: 'forecast.run_complete', accountId: null, payload });
  return accept(true);
}

/** Four weeks are looked at together. */
const window = 28;

async function scorePast(context: Context, run: Run): Promise<void> {
  const { tx, at } = context;
  const { zone, asOf } = run;
  const after = (await lastScored(tx, zone)) ?? plusDays(asOf, -1);
  if (after >= asOf) return;
  const judged = await endedPredictions(tx, zone, { after, to: asOf });
  const [from, to] = [toNumber(after), toNumber(asOf)];
  const isNow = (on: number): boolean => on > from && on <= to;
  const score = judged.reduce<Score>(
    (sum, each) =>
      addScores(
        sum,
        scoreOf(each, to, {
          interval: isNow(each.p90),
          late: isNow(each.dueOn),
          late30: isNow(each.dueOn + 30),
        }),
      ),
    noScore,
  );
  const before = await calibrationNow(context, zone, asOf);
  if (!(await insertScore(tx, at, { zone, on: asOf, how: 'live', score }))) return;
  await insertResults(tx, at, zone, await endedWeeks(tx, zone, asOf));
  await warnOfCalibration(context, before, await calibrationNow(context, zone, asOf));
}

async function calibrationNow({ tx }: Context, zone: string, asOf: Day): Promise<Calibration> {
  const days = await scoresSince(tx, plusDays(asOf, 1 - window), zone);
  const live = days.filter(({ how }) => how === 'live');
  return calibrationOf(accuracyOf(live.reduce((sum, { score }) => addScores(sum, score), noScore)));
}

const said = {
  too_narrow: 'Forecast intervals hold too little / Los intervalos contienen demasiado poco',
  too_wide: 'Forecast intervals hold too much / Los intervalos contienen demasiado',
} as const;

/** Once, when the intervals leave what they are meant to hold: somebody looks why. */
async function warnOfCalibration(
  { tell }: Context,
  before: Calibration,
  now: Calibration,
): Promise<void> {
  if (now === before || now === 'held' || now === 'too_few') return;
  const payload = { title: said[now], text: 'dunlin forecast accuracy' };
  await tell({ name: 'forecast.calibration_left', accountId: null, payload });
}
