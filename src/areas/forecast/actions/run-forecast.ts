/**
 * A night's run of a zone: a challenger is learnt, the run begun, its parts predicted one after
 * the other, the run completed. What is long is computed in a thread of its own.
 *
 *   learn ──▶ begin ──▶ part, part, part … ──▶ complete
 *                          └── killed: the next who runs the day goes on with the same model
 *
 * A day that was run is run again only for a company that came since; of a large book a part of
 * the customers teaches, and never more than a part of them stands in memory.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Actor, type Desk, accepted, perform } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type OffLoop, startOffLoop } from '#platform/process/off-loop.ts';
import * as crunch from '../rules/crunch.ts';
import type { BookItem } from '../rules/book-item.ts';
import { toNumber } from '../rules/days.ts';
import type { Ground } from '../rules/learn-book.ts';
import { fromPlain } from '../rules/model-text.ts';
import type { ModelKind } from '../rules/predict.ts';
import type { Trained } from '../rules/training.ts';
import {
  accountsAfter,
  accountsOwing,
  bookOf,
  bookSize,
  someOfZone,
  theseAccounts,
} from '../store/book.ts';
import { liveModel, modelById } from '../store/models.ts';
import { deskKept, keptBy, openFacts } from '../store/open-facts.ts';
import {
  type Run,
  doneThrough,
  hasCompleteRun,
  hasNewcomer,
  runById,
  runOfDay,
} from '../store/runs.ts';
import { beginRun, featuresHash } from './begin-run.ts';
import { completeRun } from './complete-run.ts';
import { keepPart } from './keep-part.ts';

export type RunForecast = {
  readonly zone: string;
  readonly actor: Actor;
  readonly reason: string;
  readonly kind?: ModelKind;
  /** Told after each part: accounts done of all. */
  readonly progress?: (done: number, of: number) => void;
};

export type RunDone = { readonly run: Run; readonly repeated: boolean };

/** Debits of so many invoices teach; more teach the same and take longer. */
const mostTaught = 40_000;
const partOf = { accounts: 1000, items: 20_000 } as const;
const beforeAll = id('00000000-0000-8000-8000-000000000000');

export async function runForecast(desk: Desk, wish: RunForecast): Promise<RunDone> {
  const madeOn = desk.clock.today();
  const latest = await runOfDay(desk.db, wish.zone, madeOn);
  const isDone = latest?.state === 'complete';
  if (isDone && !(await hasNewcomer(desk.db, wish.zone))) return { run: latest, repeated: true };
  const begun = isDone ? undefined : latest;
  await using thread = startOffLoop(new URL('../answers/crunch-thread.ts', import.meta.url));
  const asOf = begun?.asOf ?? plusDays(madeOn, -1);
  const { run, ground } = await prepare(desk, wish, { thread, begun, asOf, madeOn });
  const isAll = await predictParts(desk, wish, { thread, run, ground });
  const model = await modelById(desk.db, run.modelId);
  const { common } = model.backTest;
  const doing = { action: 'forecast.complete_run', ...how(wish), input: { runId: run.runId } };
  // Whoever did the part in between goes on with it, and completes the run.
  if (isAll && !(await isCancelled(desk.db, run.runId))) {
    accepted(await perform(desk, doing, (context) => completeRun(context, { run, common })));
  }
  return { run: (await runById(desk.db, run.runId)) ?? run, repeated: false };
}

const how = ({ actor, reason }: RunForecast) => ({ actor, reason });

type Sample = { readonly items: readonly BookItem[]; readonly isWhole: boolean };

async function takeSample(db: Queries, zone: string, asOf: Day): Promise<Sample> {
  const size = await bookSize(db, zone);
  const share = Math.min(Math.ceil((1024 * mostTaught) / Math.max(size, 1)), 1024);
  const items = await bookOf(db, someOfZone(zone, share), asOf);
  return { items, isWhole: share === 1024 };
}

type Beginning = {
  readonly thread: OffLoop;
  /** Begun by somebody who was stopped; its model is there already. */
  readonly begun: Run | undefined;
  readonly asOf: Day;
  readonly madeOn: Day;
};

/** What all customers show, and a run that begins where none has; the sample is let go with it. */
async function prepare(
  desk: Desk,
  wish: RunForecast,
  { thread, begun, asOf, madeOn }: Beginning,
): Promise<{ run: Run; ground: Ground }> {
  const { zone, kind = 'ensemble' } = wish;
  const { items, isWhole } = await takeSample(desk.db, zone, asOf);
  if (begun) {
    const ground = await thread.call(crunch.groundOf, { items, asOf: toNumber(begun.asOf) });
    return { run: begun, ground };
  }
  const live = await liveModel(desk.db, zone);
  const usable = live?.featuresHash === featuresHash ? fromPlain(live.weights) : null;
  const lesson = { items, asOf: toNumber(asOf), kind, live: usable };
  const { learnt, ground } = await thread.call(crunch.learnWithGround, lesson);
  const accounts = await accountsOwing(desk.db, zone);
  const doing = { action: 'forecast.begin_run', ...how(wish), input: { zone, madeOn } };
  const done = await perform(desk, doing, (context) =>
    beginRun(context, { zone, asOf, madeOn, accounts, learnt, isWhole }),
  );
  return { run: accepted(done).answer, ground };
}

type Predicting = { readonly thread: OffLoop; readonly run: Run; readonly ground: Ground };

/** Answers whether all of them are done, and not by somebody else meanwhile. */
async function predictParts(
  desk: Desk,
  wish: RunForecast,
  { thread, run, ground }: Predicting,
): Promise<boolean> {
  const { db } = desk;
  const trained = fromPlain((await modelById(db, run.modelId)).weights);
  const done = await doneThrough(db, run.runId);
  // Of a large book one in so many is kept to be judged, some twenty thousand a night.
  const keeping = {
    all: !(await hasCompleteRun(db, run.zone)),
    oneIn: Math.max(Math.ceil(run.accounts / 20_000), 1),
  };
  let after: Id = done.through ?? beforeAll;
  let accounts = run.accountsDone;
  for (let partNo = done.parts + 1; ; partNo += 1) {
    const accountIds = await accountsAfter(db, run.zone, after, partOf);
    const through = accountIds.at(-1);
    if (!through) return true;
    if (await isCancelled(db, run.runId)) return false;
    const told = await tellPart(db, accountIds, { thread, run, ground, trained });
    const input = { runId: run.runId, partNo };
    const doing = { action: 'forecast.keep_part', ...how(wish), input };
    const kept = await perform(desk, doing, (context) =>
      keepPart(context, { run, partNo, accountIds, told, keeping }),
    );
    if (!accepted(kept).answer) return false;
    after = through;
    accounts += accountIds.length;
    wish.progress?.(accounts, run.accounts);
  }
}

async function tellPart(
  db: Queries,
  accountIds: readonly Id[],
  { thread, run, ground, trained }: Predicting & { readonly trained: Trained },
) {
  const [items, open, kept, all] = await Promise.all([
    bookOf(db, theseAccounts(accountIds), run.asOf),
    openFacts(db, accountIds),
    keptBy(db, accountIds),
    deskKept(db),
  ]);
  const asOf = toNumber(run.asOf);
  return thread.call(crunch.predictPart, {
    asOf,
    items,
    open,
    kept,
    deskKept: all,
    ground,
    trained,
  });
}

async function isCancelled(db: Queries, runId: Id): Promise<boolean> {
  return (await runById(db, runId))?.state === 'cancelled';
}
