/** The aging, its export, its review, and what is over 60 days, over HTTP. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { bucketLabel, bucketOf, bucketSets, parseBuckets } from '#areas/ledger/rules/aging.ts';
import type { Desk } from '#platform/action.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import { answerCrossings } from './actions/answer-crossings.ts';
import { readAging } from './answers/aging.ts';
import * as contract from './contract.ts';
import { compareRoutes } from './http/compare.ts';
import { agingFile } from './answers/aging-file.ts';
import { readOver60 } from './answers/over60.ts';
import { monthEndRoutes } from './http/month-end.ts';
import { trialBalanceRoutes } from './http/trial-balance.ts';
import type { AgingPage, AgingQuestion, AgingSort } from './store/aging.ts';
import { type CrossingRow, type Review, crossings, reviewedUpTo } from './store/review.ts';

type Filter = Omit<QueryOf<typeof contract.exportAging>, 'format'>;

export const reportRoutes: readonly Served[] = [
  serve(contract.aging, async ({ query, session, desk }) => {
    const list = listName('aging', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const asked = ask(query, session, desk);
    if (!asked.ok) return asked;
    const page = { ...asked.value.page, limit: query.limit, offset: offset.value };
    const answer = await readAging(desk.db, asked.value.question, page, desk.clock.now());
    const shown = offset.value + answer.rows.length;
    return accept({ ...answer, nextCursor: nextOffset(list, shown, answer.count) });
  }),

  serveFile(contract.exportAging, async ({ query, session, desk }) => {
    const asked = ask(query, session, desk);
    if (!asked.ok) return asked;
    const page = { ...asked.value.page, limit: null, offset: 0 };
    const answer = await readAging(desk.db, asked.value.question, page, desk.clock.now());
    return accept(await agingFile(answer, query.format, session.language));
  }),

  serve(contract.agingReview, async ({ query, session, desk }) => {
    const list = listName('review', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const review = await reviewOf(session, desk, query.company);
    const found = await crossings(desk.db, review, { limit: query.limit, offset: offset.value });
    return accept({
      since: review.since,
      today: review.today,
      rows: found.rows.map((row) => crossing(row, review)),
      answered: found.answered,
      coverage: found.count === 0 ? 100 : Math.floor((found.answered * 100) / found.count),
      count: found.count,
      nextCursor: nextOffset(list, offset.value + found.rows.length, found.count),
    });
  }),

  serve(contract.answerCrossings, async ({ body, session, desk, perform }) => {
    const review = await reviewOf(session, desk, undefined);
    return perform('reports.answer_crossings', 'aging review', (context) =>
      answerCrossings(context, {
        memberId: session.memberId,
        answer: body.answer,
        delegateTo: body.delegateTo === undefined ? undefined : id(body.delegateTo),
        items: body.items.map((item) => ({
          accountId: id(item.accountId),
          itemId: id(item.itemId),
        })),
        review,
      }),
    );
  }),

  serve(contract.over60, async ({ query, session, desk }) => {
    const asOf = query.asOf === undefined ? desk.clock.today() : day(query.asOf);
    const answer = await readOver60(desk.db, {
      asOf,
      knownAt: query.knownAt === undefined ? null : instant(query.knownAt),
      basis: query.basis,
      companies: visibleCompanies(session, query.company),
    });
    return accept(answer);
  }),

  ...trialBalanceRoutes,
  ...compareRoutes,
  ...monthEndRoutes,
];

type Asked = { question: AgingQuestion; page: Pick<AgingPage, 'sort' | 'descending'> };

function ask(
  query: Filter,
  session: Session,
  desk: Desk,
): Outcome<
  Asked,
  'reports.unknown_sort' | 'aging.buckets_not_ascending' | 'aging.buckets_unreadable'
> {
  const edges = parseBuckets(query.buckets);
  if (!edges.ok) return edges;
  const sort = readSort(query.sort, edges.value.length);
  if (!sort) return refuse('reports.unknown_sort', { sort: query.sort });
  const asOf = query.asOf === undefined ? desk.clock.today() : day(query.asOf);
  return accept({
    question: {
      asOf,
      knownAt: query.knownAt === undefined ? null : instant(query.knownAt),
      by: query.by,
      basis: query.basis,
      edges: edges.value,
      companies: visibleCompanies(session, query.company),
      collectorId: query.collector ?? null,
      customerId: query.customer ?? null,
      familyId: query.family ?? null,
      accountId: null,
      ownersThen: asOf < desk.clock.today() || query.knownAt !== undefined,
      search: query.q?.trim() || null,
      flag: query.flag ?? null,
    },
    page: { sort, descending: query.direction === 'desc' },
  });
}

const sortColumns = [
  'account',
  'customer',
  'name',
  'unapplied',
  'balance',
  'overdue',
  'oldest',
] as const;

function readSort(text: string, edges: number): AgingSort | undefined {
  const bucket = /^bucket:(\d{1,2})$/u.exec(text)?.[1];
  if (bucket !== undefined) return Number(bucket) <= edges ? { bucket: Number(bucket) } : undefined;
  const column = sortColumns.find((name) => name === text);
  return column && { column };
}

async function reviewOf(
  session: Session,
  desk: Desk,
  company: string | undefined,
): Promise<Review> {
  const today = desk.clock.today();
  return {
    memberId: session.memberId,
    since: await reviewedUpTo(desk.db, session.memberId, today),
    today,
    edges: bucketSets.standard,
    companies: visibleCompanies(session, company),
  };
}

function crossing(row: CrossingRow, { edges }: Review) {
  const label = (days: number): string => bucketLabel(edges, bucketOf(days, edges));
  return {
    accountId: row.account_id,
    account: row.account,
    name: row.name,
    itemId: row.item_id,
    document: row.number,
    currency: row.currency,
    open: formatMoney(money(row.open_minor, row.currency)),
    dueOn: row.due_on,
    days: row.days,
    fromBucket: label(row.from_days),
    toBucket: label(row.days),
    answer: row.answer,
  };
}
