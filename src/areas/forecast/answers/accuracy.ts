/** How good the forecast was: predictions one by one, and the cash of weeks that ended. */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { forecastAccuracy } from '../contract.ts';
import { wapeOf } from '../rules/wape.ts';
import { accuracyOf, addScores, calibrationOf, noScore } from '../rules/score.ts';
import { type How, type ScoredDay, resultsSince, scoresSince } from '../store/accuracy.ts';
import { latestModels } from '../store/models.ts';

export type AccuracyAnswer = AnswerOf<typeof forecastAccuracy>;

/** Four weeks are judged together; cash is shown for thirteen. */
const window = 28;
const shown = 91;

export async function readAccuracy(
  db: Queries,
  today: Day,
  companies: 'all' | readonly Id[],
): Promise<AccuracyAnswer> {
  const since = plusDays(today, -shown);
  const [days, weeks, models] = await Promise.all([
    scoresSince(db, since),
    resultsSince(db, since, companies),
    latestModels(db, 20),
  ]);
  const recent = days.filter(({ how, on }) => how === 'live' && on > plusDays(today, -1 - window));
  const live = accuracyOf(recent.reduce((sum, { score }) => addScores(sum, score), noScore));
  return {
    live,
    backTest: figuresOf(days, 'back_test'),
    calibration: calibrationOf(live),
    days: days.map(({ on, how, score }) => ({ on, how, figures: accuracyOf(score) })),
    wape: wapeOf(weeks).map((each) => ({ ...each })),
    weeks: weeks.map((week) => {
      const { currency, madeOn, weekStart, ahead, how } = week;
      const amount = (minor: bigint): string => formatMoney(money(minor, currency));
      return {
        currency,
        madeOn,
        weekStart,
        ahead,
        how,
        expected: amount(week.expected),
        p10: amount(week.p10),
        p90: amount(week.p90),
        actual: amount(week.actual),
      };
    }),
    models: models.map(({ backTest, ...model }) => ({
      modelId: model.modelId,
      kind: model.kind,
      state: model.state,
      trainedTo: model.trainedTo,
      learntAt: model.learntAt,
      items: model.items,
      paid: model.paid,
      why: model.why,
      challenger: backTest.challenger,
      other: backTest.other,
      difference: backTest.difference,
      atMost: backTest.atMost,
    })),
  };
}

function figuresOf(days: readonly ScoredDay[], wanted: How) {
  return accuracyOf(
    days
      .filter(({ how }) => how === wanted)
      .reduce((sum, { score }) => addScores(sum, score), noScore),
  );
}
