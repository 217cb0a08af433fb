/** Models as they were learnt, and which of them is in use. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Comparison } from '../rules/training.ts';
import type { PlainModel } from '../rules/model-text.ts';
import type { ModelKind } from '../rules/predict.ts';

export type BackTest = Comparison & {
  /** What all customers share, as a share of a week's expected cash. */
  readonly common: number;
};

export type ModelState = 'candidate' | 'live' | 'retired';

export type StoredModel = {
  readonly modelId: Id;
  readonly zone: string;
  readonly kind: ModelKind;
  readonly trainedTo: Day;
  readonly items: number;
  readonly paid: number;
  readonly featuresHash: string;
  readonly weights: PlainModel;
  readonly backTest: BackTest;
};

export type ModelCard = Omit<StoredModel, 'weights'> & {
  readonly state: ModelState;
  readonly learntAt: Instant;
  readonly why: string;
};

export async function insertModel(
  { tx, at, actor, reason }: Context,
  model: StoredModel,
): Promise<void> {
  await tx.run(sql`
    insert into forecast.model (model_id, zone, kind, trained_to, items, paid, features_hash,
                                weights, back_test, recorded_at, actor, reason)
    values (${model.modelId}, ${model.zone}, ${model.kind}, ${model.trainedTo}, ${model.items},
            ${model.paid}, ${model.featuresHash}, ${JSON.stringify(model.weights)},
            ${JSON.stringify(model.backTest)}, ${at}, ${actor.ref}, ${reason})`);
}

export async function turnModel(
  { tx, at }: Context,
  modelId: Id,
  state: ModelState,
  why: string,
): Promise<void> {
  await tx.run(sql`
    insert into forecast.model_turn (model_id, state, recorded_at, why)
    values (${modelId}, ${state}, ${at}, ${why})`);
}

type Row = {
  model_id: string;
  zone: string;
  kind: ModelKind;
  trained_to: string;
  items: number;
  paid: number;
  features_hash: string;
  back_test: BackTest;
  state: ModelState;
  recorded_at: string;
  why: string;
};

/** The model in use in a zone. */
export async function liveModel(
  db: Queries,
  zone: string,
): Promise<(ModelCard & StoredModel) | undefined> {
  const row = await db.maybe(sql<Row & { weights: PlainModel }>`
    select model_id, zone, kind, trained_to, items, paid, features_hash, weights, back_test,
           state, recorded_at, why
      from forecast.model_now
     where zone = ${zone}
       and state = 'live'
     order by turned_at desc
     limit 1`);
  return row && { ...card(row), weights: row.weights };
}

export async function modelById(
  db: Queries,
  modelId: Id,
): Promise<Pick<StoredModel, 'weights' | 'backTest'>> {
  const row = await db.one(sql<{ weights: PlainModel; back_test: BackTest }>`
    select weights, back_test from forecast.model where model_id = ${modelId}`);
  return { weights: row.weights, backTest: row.back_test };
}

/** The newest first. */
export async function latestModels(db: Queries, limit: number): Promise<ModelCard[]> {
  const rows = await db.all(sql<Row>`
    select model_id, zone, kind, trained_to, items, paid, features_hash, back_test, state,
           recorded_at, why
      from forecast.model_now
     order by recorded_at desc
     limit ${limit}`);
  return rows.map(card);
}

function card(row: Row): ModelCard {
  return {
    modelId: id(row.model_id),
    zone: row.zone,
    kind: row.kind,
    trainedTo: day(row.trained_to),
    items: row.items,
    paid: row.paid,
    featuresHash: row.features_hash,
    backTest: row.back_test,
    state: row.state,
    learntAt: instant(row.recorded_at),
    why: row.why,
  };
}
