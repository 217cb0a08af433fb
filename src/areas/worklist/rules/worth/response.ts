/**
 * How much more of what is overdue is paid within the horizon because somebody asked.
 *
 *   assumed ──enough hold-outs──▶ learned, mixed in by how much was seen
 *
 * Until accounts were left alone by chance nobody knows it: an assumption stands there, so much
 * of what would stay unpaid, by way. Learned: two logistic models on the share paid within the
 * horizon, without a contact and with one (a T-learner); the second starts from the first and
 * learns only what asking changes, so that few hold-outs do not make up differences.
 */
import { featureNames, featuresOf, mostSegments } from './features.ts';
import { staysOpen } from './rates.ts';
import { type ShareModel, fitShare, oddsOf, shareOf } from './share-model.ts';
import type { Standing, Way } from './standing.ts';

/** Of what would stay unpaid, the part that asking brings in: an assumption, not a finding. */
export const assumedResponse: Readonly<Record<Way, number>> = {
  call: 0.2,
  email: 0.08,
  sms: 0.08,
  letter: 0.05,
};

/** Each further contact within thirty days says so much less. */
const repeated = 0.6;
/** So many accounts on the smaller side weigh as much as the assumption of who answers. */
const pictureWeighs = 2000;
/** And so many as its size. */
const sizeWeighs = 100;
/** What was assumed is never more than so many times too small, nor quite without effect. */
const sizes = { least: 0.02, most: 4 };
const ridges = { alone: 5, asked: 150 };

/** What came of one account that was asked, or was left alone by chance. */
export type Episode = {
  readonly standing: Standing;
  readonly asked: boolean;
  /** The part of what was overdue that was paid within the horizon. */
  readonly share: number;
};

export type Learned = {
  readonly features: readonly string[];
  readonly segments: readonly string[];
  readonly alone: ShareModel;
  readonly asked: ShareModel;
  /** What asking added to the share paid, by what was assumed that it would. */
  readonly scale: number;
  /** Accounts left alone, and asked, from which it was learned. */
  readonly leftAlone: number;
  readonly worked: number;
};

/** Undefined while one of the sides is too small to say anything. */
export function learn(episodes: readonly Episode[], book: number): Learned | undefined {
  const segments = commonSegments(episodes);
  const rows = episodes.map(({ standing, asked, share }) => {
    return { values: featuresOf(standing, book, segments), share, asked };
  });
  const left = rows.filter(({ asked }) => !asked);
  const worked = rows.filter(({ asked }) => asked);
  if (left.length < fewest || worked.length < fewest) return undefined;
  const alone = fitShare(left, ridges.alone);
  const given = worked.map((row) => ({ ...row, given: oddsOf(alone, row.values) }));
  const asked = fitShare(given, ridges.asked);
  const sides = { leftAlone: left.length, worked: worked.length };
  const models = { alone, asked };
  const scale = scaleOf(episodes, { rows: given, models, book, few: fewerOf(sides) });
  return { features: featureNames(segments), segments, ...models, scale, ...sides };
}

/** The size of the effect, the assumed one and the learned one weighed by what was seen. */
function scaleOf(
  episodes: readonly Episode[],
  {
    rows,
    models,
    book,
    few,
  }: {
    readonly rows: readonly { readonly values: readonly number[]; readonly given: number }[];
    readonly models: { readonly asked: ShareModel };
    readonly book: number;
    readonly few: number;
  },
): number {
  const found = rows.reduce((sum, { values, given }) => {
    return sum + shareOf(given + oddsOf(models.asked, values)) - shareOf(given);
  }, 0);
  const thought = episodes.reduce(
    (sum, { standing, asked }) =>
      asked ? sum + assumedOf(standing, 'call', staysOpen(standing, book)) : sum,
    0,
  );
  const seen = thought > 0 ? found / thought : 1;
  const scale = (few * seen + sizeWeighs) / (few + sizeWeighs);
  return Math.min(sizes.most, Math.max(sizes.least, scale));
}

function fewerOf({ leftAlone, worked }: Pick<Learned, 'leftAlone' | 'worked'>): number {
  return Math.min(leftAlone, worked);
}

function assumedOf(standing: Standing, way: Way, open: number): number {
  return open * assumedResponse[way] * repeated ** standing.recentContacts;
}

/** Fewer than so many on a side teach nothing. */
export const fewest = 30;

function commonSegments(episodes: readonly Episode[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { standing } of episodes) {
    if (standing.segment === null) continue;
    counts.set(standing.segment, (counts.get(standing.segment) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, mostSegments)
    .map(([segment]) => segment);
}

export type Response = {
  /** The share paid within the horizon if nobody asks. */
  readonly alone: number;
  /** What asking adds to it; below zero where it does harm. */
  readonly adds: number;
  readonly basis: 'assumed' | 'learned';
};

export function responseOf(
  standing: Standing,
  way: Way,
  { book, learned }: { readonly book: number; readonly learned: Learned | undefined },
): Response {
  const open = staysOpen(standing, book);
  const assumed = assumedOf(standing, way, open);
  if (learned === undefined) return { alone: 1 - open, adds: assumed, basis: 'assumed' };
  const values = featuresOf(standing, book, learned.segments);
  const odds = oddsOf(learned.alone, values);
  const alone = shareOf(odds);
  // What was learned was learned of calls; a weaker way keeps its proportion to one.
  const part = assumedResponse[way] / assumedResponse.call;
  const weaker = repeated ** standing.recentContacts;
  const adds = (shareOf(odds + oddsOf(learned.asked, values)) - alone) * part * weaker;
  const few = fewerOf(learned);
  const trust = few / (few + pictureWeighs);
  return {
    alone,
    adds: trust * adds + (1 - trust) * learned.scale * assumed,
    basis: 'learned',
  };
}
