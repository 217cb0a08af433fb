/** Two moments compared, over HTTP: the lines, the buckets, the rows of a figure, the file. */
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { bucketLabels, parseBuckets } from '#areas/ledger/rules/aging.ts';
import type { Desk } from '#platform/action.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import { compareFile } from '../answers/compare-file.ts';
import { readBuckets, readCompare, readRows } from '../answers/compare.ts';
import * as contract from '../contract/compare.ts';
import { inOrder, usualOpenings } from '../rules/compare.ts';
import type { BucketQuestion } from '../store/compare-buckets.ts';
import { type RowsQuestion } from '../store/compare-rows.ts';
import type { CompareQuestion } from '../store/compare.ts';
import { lastImport, lastLook, lastPack } from '../store/openings.ts';

type Filter = Omit<QueryOf<typeof contract.compareBuckets>, 'basis' | 'buckets'>;
type BucketFilter = Pick<QueryOf<typeof contract.compareBuckets>, 'basis' | 'buckets'>;

export const compareRoutes: readonly Served[] = [
  serve(contract.compare, async ({ query, session, desk }) => {
    const list = listName('compare', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const asked = ask(query, session, desk);
    if (!asked.ok) return asked;
    const page = { ...orderOf(query), limit: query.limit, offset: offset.value };
    const answer = await readCompare(desk.db, asked.value, page, desk.clock.now());
    const shown = offset.value + answer.rows.length;
    return accept({ ...answer, nextCursor: nextOffset(list, shown, answer.count) });
  }),

  serve(contract.compareBuckets, async ({ query, session, desk }) => {
    const asked = askBuckets(query, session, desk);
    if (!asked.ok) return asked;
    return accept(await readBuckets(desk.db, asked.value, desk.clock.now()));
  }),

  serve(contract.compareRows, async ({ query, session, desk }) => {
    const list = listName('compare rows', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const asked = askBuckets(query, session, desk);
    if (!asked.ok) return asked;
    const wanted = bucketAsked(query.bucket, asked.value);
    if (!wanted.ok) return wanted;
    const question: RowsQuestion = {
      ...asked.value,
      figure: query.figure,
      currency: query.currency ?? null,
      bucket: wanted.value,
    };
    const page = { limit: query.limit, offset: offset.value };
    const answer = await readRows(desk.db, question, page);
    const shown = offset.value + answer.rows.length;
    return accept({ ...answer, nextCursor: nextOffset(list, shown, answer.count) });
  }),

  serveFile(contract.exportCompare, async ({ query, session, desk }) => {
    const asked = askBuckets(query, session, desk);
    if (!asked.ok) return asked;
    const whole = { ...orderOf(query), limit: null, offset: 0 };
    const { db, clock } = desk;
    const wish = { format: query.format, language: session.language, now: clock.now() };
    return accept(await compareFile(db, asked.value, whole, wish));
  }),

  serve(contract.compareMoments, async ({ query, session, desk }) => {
    const today = desk.clock.today();
    const { friday, monthEnd } = usualOpenings(today);
    const look = await lastLook(desk.db, session.memberId);
    const brought = await lastImport(desk.db);
    const pack = await lastPack(desk.db, visibleCompanies(session, query.company));
    const untilNow = { to: null, period: null };
    return accept({
      moments: [
        { name: 'friday' as const, asOf: friday, knownAt: null, ...untilNow },
        { name: 'month_end' as const, asOf: monthEnd, knownAt: null, ...untilNow },
        ...(pack === undefined ? [] : [{ name: 'pack' as const, ...pack, to: null }]),
        ...(look === undefined ? [] : [{ name: 'look' as const, ...look, ...untilNow }]),
        ...(brought === undefined
          ? []
          : [
              {
                name: 'import' as const,
                asOf: today,
                knownAt: brought.before,
                to: { asOf: today, knownAt: brought.after },
                period: null,
              },
            ]),
      ],
    });
  }),
];

function orderOf({
  sort,
  direction,
}: Pick<QueryOf<typeof contract.compare>, 'sort' | 'direction'>) {
  return { sort, descending: direction === 'desc' };
}

function ask(
  query: Filter,
  session: Session,
  desk: Desk,
): Outcome<CompareQuestion, 'reports.compare_backwards'> {
  const to = query.to === undefined ? desk.clock.today() : day(query.to);
  const from = query.from === undefined ? usualOpenings(to).friday : day(query.from);
  const moments = inOrder({
    from: { asOf: from, knownAt: query.fromKnown === undefined ? null : instant(query.fromKnown) },
    to: { asOf: to, knownAt: query.toKnown === undefined ? null : instant(query.toKnown) },
  });
  if (!moments.ok) return moments;
  return accept({
    ...moments.value,
    by: query.by,
    companies: visibleCompanies(session, query.company),
    collectorId: query.collector ?? null,
    customerId: query.customer ?? null,
    familyId: query.family ?? null,
    accountId: query.account ?? null,
    search: query.q?.trim() || null,
  });
}

function askBuckets(query: Filter & BucketFilter, session: Session, desk: Desk) {
  const asked = ask(query, session, desk);
  if (!asked.ok) return asked;
  const edges = parseBuckets(query.buckets);
  if (!edges.ok) return edges;
  const question: BucketQuestion = { ...asked.value, basis: query.basis, edges: edges.value };
  return accept(question);
}

function bucketAsked(
  label: string | undefined,
  { edges }: BucketQuestion,
): Outcome<RowsQuestion['bucket'], 'reports.unknown_bucket'> {
  if (label === undefined) return accept(null);
  if (label === 'unapplied') return accept('unapplied' as const);
  const index = bucketLabels(edges).indexOf(label);
  return index === -1 ? refuse('reports.unknown_bucket', { bucket: label }) : accept(index);
}
