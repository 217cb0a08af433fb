/** The contact log and the permits over the wire: of one account, and of all that one sees. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { fileTypes } from '#platform/files/file-types.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import type { Desk } from '#platform/action.ts';
import { contactLogFile } from '../answers/log-file.ts';
import { wireContact, wirePermit } from '../answers/wire.ts';
import * as contract from '../contract/gate.ts';
import {
  type LogFilter,
  countContacts,
  countPermits,
  listContacts,
  listPermits,
} from '../store/log.ts';

export const logRoutes: readonly Served[] = [
  serve(contract.accountPermits, ({ params, query, desk, session }) => {
    const filter = { accountId: id(params.accountId), kind: query.kind, companies: 'all' } as const;
    return permitPage(desk, session, filter, { ...query, list: params.accountId });
  }),
  serve(contract.accountContacts, ({ params, query, desk, session }) => {
    const filter = { accountId: id(params.accountId), companies: 'all' } as const;
    return contactPage(desk, session, filter, { ...query, list: params.accountId });
  }),
  serve(contract.contactLog, ({ query, desk, session }) =>
    contactPage(desk, session, filterOf(query, session), { ...query, list: 'all' }),
  ),
  serve(contract.permitLog, ({ query, desk, session }) => {
    const filter = { ...dated(query, session), channel: query.channel, kind: query.kind };
    return permitPage(desk, session, filter, { ...query, list: 'all' });
  }),
  serveFile(contract.exportContacts, async ({ query, desk, session }) => {
    const all = { offset: 0, limit: null };
    const rows = await listContacts(desk.db, filterOf(query, session), all);
    const wired = rows.map((row) => wireContact(row, session.language));
    const body = await contactLogFile(wired, query.format, session.language);
    const name = `contacts-${desk.clock.today()}.${query.format}`;
    return accept({ name, type: fileTypes[query.format], body });
  }),
];

type Page = {
  readonly list: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
};

async function contactPage(desk: Desk, session: Session, filter: LogFilter, page: Page) {
  const list = listName('contacts', page);
  const offset = readOffset(list, page.cursor);
  if (!offset.ok) return offset;
  const [rows, count] = await Promise.all([
    listContacts(desk.db, filter, { offset: offset.value, limit: page.limit }),
    countContacts(desk.db, filter),
  ]);
  return accept({
    rows: rows.map((row) => wireContact(row, session.language)),
    count,
    nextCursor: nextOffset(list, offset.value + rows.length, count),
  });
}

async function permitPage(desk: Desk, session: Session, filter: LogFilter, page: Page) {
  const list = listName('permits', page);
  const offset = readOffset(list, page.cursor);
  if (!offset.ok) return offset;
  const [rows, count] = await Promise.all([
    listPermits(desk.db, filter, { offset: offset.value, limit: page.limit }),
    countPermits(desk.db, filter),
  ]);
  return accept({
    rows: rows.map((row) => wirePermit(row, session.language)),
    count,
    nextCursor: nextOffset(list, offset.value + rows.length, count),
  });
}

type LogQuery = Omit<QueryOf<typeof contract.contactLog>, 'limit' | 'cursor'>;

function filterOf(query: LogQuery, session: Session): LogFilter {
  const { channel, direction, breach } = query;
  return { ...dated(query, session), channel, direction, breach: breach === 'true' };
}

type Dated = {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly mine: 'true' | 'false';
};

function dated({ from, to, mine }: Dated, session: Session): LogFilter {
  return {
    companies: visibleCompanies(session),
    from: from === undefined ? undefined : day(from),
    to: to === undefined ? undefined : day(to),
    ownerId: mine === 'true' ? session.memberId : undefined,
  };
}
