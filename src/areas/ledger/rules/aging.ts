/**
 * Aging: how late an open item is, and in which bucket of the report it stands.
 *
 *   buckets 0,30,60,90,120:   not due │ 1–30 │ 31–60 │ 61–90 │ 91–120 │ 121+
 *
 * A bucket set is nothing but its upper edges; an edge belongs to the bucket it closes, so
 * an item due today is not yet due and the thirtieth day late is still in `1-30`. The age
 * counts from the due day unless the report says that it counts from the invoice day.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

/** Ascending upper edges in days of age; one bucket more than edges, the last one open. */
export type Buckets = readonly number[];

export type AgingBasis = 'due' | 'invoice';

export type BucketRefusal = 'aging.buckets_not_ascending' | 'aging.buckets_unreadable';

/** Days of age a bucket spans, both ends included; an absent end is open. */
export type BucketSpan = { readonly from?: number; readonly to?: number };

/** The named sets: `weekly` for fast movers, `pre-due` to see what is about to fall due. */
export const bucketSets = {
  standard: [0, 30, 60, 90, 120],
  weekly: [0, 7, 14, 21, 28],
  'pre-due': [-14, -7, 0, 30, 60, 90, 120],
} as const satisfies Readonly<Record<string, Buckets>>;

/** A set that no screen could show is a typing error, so a list has an end. */
const mostEdges = 24;

/** Days past the day that the basis counts from; negative while it still lies ahead. */
export function age(asOf: Day, countedFrom: Day): number {
  return daysBetween(countedFrom, asOf);
}

/** The one bucket that an age falls in, counted from 0. */
export function bucketOf(ageDays: number, buckets: Buckets): number {
  const index = buckets.findIndex((edge) => ageDays <= edge);
  return index === -1 ? buckets.length : index;
}

/** The days of age that a bucket covers. */
export function bucketSpan(buckets: Buckets, index: number): BucketSpan {
  const before = buckets[index - 1];
  const edge = buckets[index];
  return {
    ...(before === undefined ? {} : { from: before + 1 }),
    ...(edge === undefined ? {} : { to: edge }),
  };
}

/** The stable names of all buckets, as `aging --json` writes them: `not_due`, `1-30` … */
export function bucketLabels(buckets: Buckets): string[] {
  return Array.from({ length: buckets.length + 1 }, (_, index) => bucketLabel(buckets, index));
}

/** `not_due`, `1-30`, `121+`; before the due day `due_in_7+`, `due_in_0-6`. */
export function bucketLabel(buckets: Buckets, index: number): string {
  const { from, to } = bucketSpan(buckets, index);
  if (from === undefined) return firstLabel(to);
  if (to === undefined) return `${from}+`;
  if (to <= 0) return `due_in_${range(-to, -from)}`;
  return from > 0 ? range(from, to) : `${from}..${to}`;
}

/** Reads `0,30,60,90,120` or the name of a set. */
export function parseBuckets(text: string): Outcome<Buckets, BucketRefusal> {
  const named = Object.entries(bucketSets).find(([name]) => name === text.trim());
  if (named !== undefined) return accept(named[1]);

  const parts = text.split(',').map((part) => part.trim());
  if (parts.length > mostEdges || !parts.every((part) => /^[+-]?\d{1,5}$/u.test(part))) {
    return refuse('aging.buckets_unreadable', { text, most: mostEdges });
  }
  const edges = parts.map(Number);
  const ascending = edges.every((edge, at) => at === 0 || edge > (edges[at - 1] ?? edge));
  return ascending ? accept(edges) : refuse('aging.buckets_not_ascending', { text });
}

function firstLabel(to: number | undefined): string {
  if (to === undefined) return 'all';
  if (to === 0) return 'not_due';
  return to < 0 ? `due_in_${-to}+` : `up_to_${to}`;
}

function range(from: number, to: number): string {
  return from === to ? String(from) : `${from}-${to}`;
}
