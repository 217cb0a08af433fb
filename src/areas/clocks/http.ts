/** Deadlines over the wire: listed, of one account, and as a calendar under a secret address. */
import { type Day, day, earlier, parseDay, plusDays } from '#kernel/day.ts';
import { id, type Id, parseId } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import { hashToken, newToken } from '#platform/auth/tokens.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { listName, makeCursor, readCursor } from '#platform/page.ts';
import { endFeed } from './actions/end-feed.ts';
import { openFeed } from './actions/open-feed.ts';
import { calendarOfFeed } from './answers/calendar.ts';
import { kindName, wireClock } from './answers/wire.ts';
import * as contract from './contract.ts';
import { clockKinds, kindRule } from './rules/kinds.ts';
import { type ClockAfter, type ClockFilter, countClocks, listClocks } from './store/list.ts';
import { feedsOf } from './store/feeds.ts';

export const clockRoutes: readonly Served[] = [
  serve(contract.clocks, async ({ query, desk, session }) => {
    const today = desk.clock.today();
    const { language } = session;
    const list = listName('clocks', { ...query, today });
    const after = readAfter(list, query.cursor);
    if (!after.ok) return after;
    const companies = visibleCompanies(session, query.company);
    const filter = { ...filterOf(query, session.memberId, today), companies };
    const { limit } = query;
    const [found, counted] = await Promise.all([
      listClocks(desk.db, filter, { after: after.value, limit: limit + 1 }),
      countClocks(desk.db, filter),
    ]);
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    const { kinds: wanted } = filter;
    return accept({
      rows: rows.map((row) => wireClock(row, today, language)),
      kinds: counted.map((each) => ({ ...each, title: kindName(each.kind, language) })),
      count: counted
        .filter(({ kind }) => wanted?.includes(kind) ?? true)
        .reduce((sum, { count }) => sum + count, 0),
      nextCursor: last ? makeCursor(list, [last.dueOn, last.clockId]) : null,
    });
  }),
  serve(contract.accountClocks, async ({ params, desk, session }) => {
    const today = desk.clock.today();
    const filter = { companies: 'all', ended: false, accountId: id(params.accountId) } as const;
    const [rows, counted] = await Promise.all([
      listClocks(desk.db, filter, { limit: mostOfAccount }),
      countClocks(desk.db, filter),
    ]);
    return accept({
      rows: rows.map((row) => wireClock(row, today, session.language)),
      count: counted.reduce((sum, { count }) => sum + count, 0),
    });
  }),
  serve(contract.clockFeeds, async ({ desk, session }) =>
    accept({ rows: await feedsOf(desk.db, session.memberId) }),
  ),
  serve(contract.openClockFeed, async ({ body, perform }) => {
    const token = newToken();
    let made = false;
    const wish = { name: body.name, tokenHash: hashToken(token) };
    const opened = await perform('clocks.open_feed', body.name, async (context) => {
      made = true;
      return openFeed(context, wish);
    });
    if (!opened.ok) return opened;
    // The same request again: its secret is kept nowhere.
    if (!made) return refuse('clocks.feed_shown_once');
    const { feedId } = opened.value;
    return accept({ feedId, path: contract.clockCalendar.path.replace(':token', token) });
  }),
  serve(contract.endClockFeed, ({ params, perform }) =>
    perform('clocks.end_feed', 'no longer needed', (context) =>
      endFeed(context, id(params.feedId)),
    ),
  ),
  serveFile(contract.clockCalendar, async ({ params, desk }) => {
    const body = await calendarOfFeed(desk.db, params.token);
    if (body === undefined) return refuse('clocks.no_such_feed');
    return accept({ name: 'deadlines.ics', type: 'text/calendar; charset=utf-8', body });
  }),
];

/** The strip of an account shows few; the list shows all. */
const mostOfAccount = 20;

const daysOfWeek = 7;

type Query = QueryOf<typeof contract.clocks>;

function filterOf(query: Query, memberId: Id, today: Day): Omit<ClockFilter, 'companies'> {
  const { view, kind, hard, mine, ownerId, accountId, dueFrom, dueTo } = query;
  const to = dueTo === undefined ? undefined : day(dueTo);
  const week = plusDays(today, daysOfWeek);
  const owner = ownerId === undefined ? undefined : id(ownerId);
  return {
    ended: view === 'ended',
    lateOn: view === 'late' ? today : undefined,
    kinds: kindsOf(kind, hard),
    ownerId: mine === 'true' ? memberId : owner,
    accountId: accountId === undefined ? undefined : id(accountId),
    dueFrom: dueFrom === undefined ? undefined : day(dueFrom),
    dueTo: view === 'week' ? earlier(week, to ?? week) : to,
  };
}

function kindsOf(kind: Query['kind'], hard: Query['hard']): ClockFilter['kinds'] {
  if (kind !== undefined) return [kind];
  if (hard === undefined) return undefined;
  return clockKinds.filter((each) => kindRule(each).hard === (hard === 'true'));
}

function readAfter(
  list: string,
  cursor: string | undefined,
): Outcome<ClockAfter | undefined, 'page.bad_cursor'> {
  const read = readCursor(list, cursor);
  if (!read.ok) return read;
  if (read.value === undefined) return accept(undefined);
  const [dueText, idText] = read.value.map(String);
  const [dueOn, clockId] = [parseDay(dueText ?? ''), parseId(idText ?? '')];
  if (dueOn === undefined || clockId === undefined) return refuse('page.bad_cursor');
  return accept({ dueOn, clockId });
}
