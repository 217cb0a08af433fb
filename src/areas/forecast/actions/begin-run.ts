/**
 * Begins the run of a zone's day: the model that was learnt is kept with its back-test, goes live
 * if it was better than the one in use, and the run takes whichever is live.
 *
 * A second run of the same day is the first one: whoever comes later takes it up. Only a company
 * that came after a complete one asks for another.
 */
import type { Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { bandOf } from '../rules/cash.ts';
import { toDay } from '../rules/days.ts';
import type { Learnt } from '../rules/learn-book.ts';
import { featureText, toPlain } from '../rules/model-text.ts';
import { insertResults, insertScore } from '../store/accuracy.ts';
import { type StoredModel, insertModel, liveModel, turnModel } from '../store/models.ts';
import { type Run, hasNewcomer, insertRun, lockRuns, runById, runOfDay } from '../store/runs.ts';

export type BeginRun = {
  readonly zone: string;
  readonly asOf: Day;
  readonly madeOn: Day;
  readonly accounts: number;
  readonly learnt: Learnt;
  /** Whether all of the book taught, or a part of it whose sums are no sums of the book. */
  readonly isWhole: boolean;
};

/** What a model must be told to predict; another program version may tell other things. */
export const featuresHash: string = fingerprint(new TextEncoder().encode(featureText));

export async function beginRun(context: Context, wish: BeginRun): Promise<Outcome<Run, never>> {
  const { tx } = context;
  await lockRuns(tx, wish.zone);
  const begun = await runOfDay(tx, wish.zone, wish.madeOn);
  if (begun && !(begun.state === 'complete' && (await hasNewcomer(tx, wish.zone)))) {
    return accept(begun);
  }
  const modelId = await takeModel(context, wish);
  const runId = context.newId();
  const { zone, asOf, madeOn, accounts } = wish;
  await insertRun(context, { runId, zone, asOf, madeOn, modelId, accounts });
  if (wish.isWhole) await keepBackTest(context, wish);
  context.did({ what: 'forecast begun', id: runId, facts: { asOf, accounts } });
  const run = await runById(tx, runId);
  if (!run) throw new Error(`the run ${runId} was just written and is not there`);
  return accept(run);
}

/** The model in use from now on. */
async function takeModel(context: Context, { zone, learnt }: BeginRun): Promise<Id> {
  const { tx } = context;
  const live = await liveModel(tx, zone);
  const usable = live !== undefined && live.featuresHash === featuresHash;
  const modelId = context.newId();
  await insertModel(context, modelFrom(modelId, zone, learnt));
  const { isBetter } = learnt.comparison;
  const isFirst = !usable;
  if (!isFirst && !isBetter) {
    await turnModel(context, modelId, 'candidate', 'not better on the last weeks');
    return live.modelId;
  }
  const why = isFirst ? 'the first that knows these features' : 'better on the last weeks';
  await turnModel(context, modelId, 'live', why);
  if (live) await turnModel(context, live.modelId, 'retired', 'another is better');
  context.did({ what: 'model live', id: modelId, facts: { kind: learnt.challenger.model.kind } });
  return modelId;
}

function modelFrom(modelId: Id, zone: string, learnt: Learnt): StoredModel {
  const { challenger, trainedTo, taught, paid, comparison, common } = learnt;
  return {
    modelId,
    zone,
    kind: challenger.model.kind,
    trainedTo: toDay(trainedTo),
    items: taught,
    paid,
    featuresHash,
    weights: toPlain(challenger.model, challenger.factors),
    backTest: { ...comparison, common },
  };
}

/** Past Sundays and their weeks, so that a desk sees how good the forecast is on its first day. */
async function keepBackTest(
  { tx, at }: Context,
  { zone, learnt: { tried, common } }: BeginRun,
): Promise<void> {
  for (const { on, score } of tried.scores) {
    await insertScore(tx, at, { zone, on: toDay(on), how: 'back_test', score });
  }
  const results = tried.weeks.map((week) => {
    const expected = BigInt(Math.round(week.expected));
    const most = expected * 100n;
    const { p10, p90 } = bandOf(expected, { variance: week.variance, common, most });
    return {
      companyId: id(week.company),
      currency: week.currency,
      madeOn: toDay(week.asOf + 1),
      weekStart: toDay(week.weekStart),
      ahead: week.ahead,
      expected,
      p10,
      p90,
      actual: BigInt(Math.round(week.actual)),
      how: 'back_test' as const,
    };
  });
  await insertResults(tx, at, zone, results);
}
