/**
 * Accounts over the wire: the page, the search, the timeline, and what people change.
 *
 * Whether the reader may see the account at all is settled by the gate, from `accountId`.
 */
import { day } from '#kernel/day.ts';
import { id, parseId } from '#kernel/ids.ts';
import { instant, parseInstant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { listName, makeCursor, nextOffset, readCursor, readOffset } from '#platform/page.ts';
import { addNote } from './actions/add-note.ts';
import { assignOwner } from './actions/assign-owner.ts';
import { endContact } from './actions/end-contact.ts';
import { mergeAccounts } from './actions/merge-accounts.ts';
import { saveContact } from './actions/save-contact.ts';
import { setStatus } from './actions/set-status.ts';
import { unpinAccount } from './actions/unpin-account.ts';
import * as contract from './contract.ts';
import { deliveryRoutes } from './http/delivery.ts';
import { accountPage, whenOf } from './http/page.ts';
import { tagRoutes } from './http/tags.ts';
import { readSearch } from './rules/search-text.ts';
import { findAccount } from './store/accounts.ts';
import { statusRecord } from './store/page.ts';
import { findAccounts } from './store/search.ts';
import {
  countLines,
  timelineLines,
  type TimelineAfter,
  type TimelineLine,
} from './store/timeline.ts';

const reads: readonly Served[] = [
  serve(contract.account, ({ params, query, desk }) =>
    accountPage(desk, id(params.accountId), whenOf(desk, query)),
  ),
  serve(contract.accounts, async ({ query, desk, session }) => {
    const list = listName('accounts', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const scope = visibleCompanies(session, query.company);
    const page = { limit: query.limit, offset: offset.value };
    const found = await findAccounts(desk.db, readSearch(query.q), scope, page);
    const shown = offset.value + found.rows.length;
    const nextCursor = nextOffset(list, shown, found.count);
    return accept({ ...found, rows: [...found.rows], nextCursor });
  }),
  serve(contract.timeline, async ({ params, query, desk }) => {
    const accountId = id(params.accountId);
    const list = listName(`timeline ${accountId}`, query);
    const after = readAfter(list, query.cursor);
    if (!after.ok) return after;
    if (!(await findAccount(desk.db, accountId))) return refuse('customers.no_such_account');
    const { kind, limit } = query;
    const page = { after: after.value, limit: limit + 1 };
    const [lines, count] = await Promise.all([
      timelineLines(desk.db, accountId, kind, page),
      countLines(desk.db, accountId, kind),
    ]);
    const rows = lines.slice(0, limit).map((line) => ({ ...line, facts: { ...line.facts } }));
    const last = lines.length > limit ? rows.at(-1) : undefined;
    return accept({ rows, count, nextCursor: last ? cursorAfter(list, last) : null });
  }),
  serve(contract.statusHistory, async ({ params, desk, session }) => {
    const record = await statusRecord(desk.db, id(params.accountId));
    const rows = record.map((row) => ({ ...row, actor: actorName(row.actor, session.language) }));
    return accept({ rows });
  }),
];

function cursorAfter(list: string, { on, at, activityId }: TimelineLine): string {
  return makeCursor(list, [on, at, activityId]);
}

function readAfter(
  list: string,
  cursor: string | undefined,
): Outcome<TimelineAfter | undefined, 'page.bad_cursor'> {
  const read = readCursor(list, cursor);
  if (!read.ok) return read;
  if (read.value === undefined) return accept(undefined);
  const [on, at, line] = read.value.map(String);
  const known = parseId(line ?? '');
  if (known === undefined || parseInstant(at ?? '') === undefined) return refuse('page.bad_cursor');
  return accept({ on: day(on ?? ''), at: instant(at ?? ''), activityId: known });
}

const writes: readonly Served[] = [
  serve(contract.addNote, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    return perform(
      'customers.add_note',
      'a note',
      (context) => addNote(context, { accountId, text: body.text }),
      accountId,
    );
  }),
  serve(contract.saveContact, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const { contactId, verified, ...contact } = body;
    const known = contactId === undefined ? undefined : id(contactId);
    return perform(
      'customers.save_contact',
      known === undefined ? 'a new contact' : 'a changed contact',
      (context) => saveContact(context, { accountId, contactId: known, contact, verified }),
      accountId,
    );
  }),
  serve(contract.endContact, ({ params, perform }) => {
    const accountId = id(params.accountId);
    const contactId = id(params.contactId);
    return perform(
      'customers.end_contact',
      'no longer a contact',
      (context) => endContact(context, { accountId, contactId }),
      accountId,
    );
  }),
  serve(contract.setStatus, ({ params, body, desk, perform }) => {
    const accountId = id(params.accountId);
    const effectiveOn = day(body.effectiveOn ?? desk.clock.today());
    return perform(
      'customers.set_status',
      body.reason,
      (context) => setStatus(context, { accountId, status: body.status, effectiveOn }),
      accountId,
    );
  }),
  serve(contract.assignOwner, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const memberId = body.memberId === null ? null : id(body.memberId);
    return perform(
      'customers.assign_owner',
      body.reason,
      (context) => assignOwner(context, { accountId, memberId }),
      accountId,
    );
  }),
  serve(contract.unpinAccount, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    return perform(
      'customers.unpin_account',
      body.reason,
      (context) => unpinAccount(context, accountId),
      accountId,
    );
  }),
  serve(contract.mergeAccounts, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    return perform(
      'customers.merge_accounts',
      body.reason,
      (context) => mergeAccounts(context, { accountId, into: id(body.into) }),
      accountId,
    );
  }),
];

export const customerRoutes: readonly Served[] = [
  ...reads,
  ...writes,
  ...deliveryRoutes,
  ...tagRoutes,
];
