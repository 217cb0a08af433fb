/** Mails over the wire: listed, opened, linked, sorted, given to somebody, closed. */
import { type Id, id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { BodyOf, QueryOf } from '#platform/contract/route.ts';
import { openInbound } from '#platform/files/open-inbound.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { accountsNumbered } from '#areas/customers/index.ts';
import { linkMail } from '../actions/mailbox/link-mail.ts';
import { assignMail, changeIntent, settleMail } from '../actions/mailbox/settle-mail.ts';
import { wireMail, wireMailPage } from '../answers/mailbox/wire.ts';
import * as contract from '../contract/mailbox.ts';
import { type MailFilter, countMails, listMails } from '../store/mailbox/list.ts';
import { rawMail } from '../store/mailbox/mails.ts';
import { visibleMail } from './whose-mail.ts';

export const mailRoutes: readonly Served[] = [
  serve(contract.mails, async ({ query, desk, session }) => {
    const list = listName('mails', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const filter = filterOf(query, session);
    const moment = { today: desk.clock.today(), at: desk.clock.now() };
    const page = { limit: query.limit, offset: offset.value };
    const [rows, count] = await Promise.all([
      listMails(desk.db, filter, moment, page),
      countMails(desk.db, filter, moment.today),
    ]);
    return accept({
      rows: rows.map((row) => wireMail(row, moment.at)),
      count,
      nextCursor: nextOffset(list, offset.value + rows.length, count),
    });
  }),
  serve(contract.oneMail, async ({ params, desk, session }) => {
    const found = await visibleMail(desk.db, session, params.mailId);
    if (!found.ok) return found;
    const moment = { today: desk.clock.today(), at: desk.clock.now() };
    const only = { ...everything(session), mailId: found.value };
    const [listed] = await listMails(desk.db, only, moment, { limit: 1, offset: 0 });
    if (!listed) return refuse('mailbox.no_such_mail');
    const { language } = session;
    return accept(await wireMailPage(desk.db, listed, { now: moment.at, language }));
  }),
  serveFile(contract.rawMail, async ({ params, desk, session }) => {
    const found = await visibleMail(desk.db, session, params.mailId);
    if (!found.ok) return found;
    const body = await rawMail(desk.db, found.value);
    if (body === undefined) return refuse('mailbox.no_such_file');
    return accept({ name: `mail-${found.value}.eml`, type: 'message/rfc822', body });
  }),
  serveFile(contract.mailFile, async ({ params, desk, session }) => {
    const found = await visibleMail(desk.db, session, params.mailId);
    if (!found.ok) return found;
    const raw = await rawMail(desk.db, found.value);
    const opened = raw && (await openInbound(raw));
    const file = opened?.files[params.fileNo - 1];
    if (!file) return refuse('mailbox.no_such_file');
    // Never shown by the browser: whatever a stranger sent is saved, not run.
    return accept({ name: file.name, type: 'application/octet-stream', body: file.bytes });
  }),
  serve(contract.linkMail, async ({ params, body, desk, session, perform }) => {
    const found = await visibleMail(desk.db, session, params.mailId);
    if (!found.ok) return found;
    const account = await accountNamed(desk.db, session, body);
    if (!account.ok) return account;
    const accountId = account.value;
    const wish = { mailId: found.value, accountId, learn: body.learn };
    const linked = await perform(
      'correspondence.link_mail',
      'a person knows whose mail it is',
      (context) => linkMail(context, wish),
      accountId,
    );
    return linked.ok ? accept({ itemIds: [...linked.value.itemIds] }) : linked;
  }),
  serve(contract.changeIntent, async ({ params, body, desk, session, perform }) => {
    const found = await visibleMail(desk.db, session, params.mailId);
    if (!found.ok) return found;
    const wish = { mailId: found.value, intent: body.intent };
    return perform('correspondence.change_intent', `it asks for ${body.intent}`, (context) =>
      changeIntent(context, wish),
    );
  }),
  serve(contract.assignMail, async ({ params, body, desk, session, perform }) => {
    const found = await visibleMail(desk.db, session, params.mailId);
    if (!found.ok) return found;
    const assigneeId = body.assigneeId === null ? null : id(body.assigneeId);
    return perform('correspondence.assign_mail', 'given to somebody', (context) =>
      assignMail(context, { mailId: found.value, assigneeId }),
    );
  }),
  serve(contract.settleMail, async ({ params, body, desk, session, perform }) => {
    const found = await visibleMail(desk.db, session, params.mailId);
    if (!found.ok) return found;
    return perform('correspondence.settle_mail', body.reason, (context) =>
      settleMail(context, { mailId: found.value, to: body.to }),
    );
  }),
];

/** By its id, or by a number that only one account of what one may see has. */
async function accountNamed(
  db: Queries,
  { companies }: Session,
  { accountId, account = '' }: BodyOf<typeof contract.linkMail>,
): Promise<Outcome<Id, 'mailbox.no_such_account'>> {
  if (accountId !== undefined) return accept(id(accountId));
  for (const { code } of companies) {
    const [only, ...others] = await accountsNumbered(db, account, code);
    if (only && others.length === 0) return accept(only.accountId);
  }
  return refuse('mailbox.no_such_account');
}

type Query = QueryOf<typeof contract.mails>;

function filterOf(query: Query, session: Session): MailFilter {
  const { state, intent, view, search } = query;
  return {
    companies: visibleCompanies(session, query.company),
    state: state === 'any' ? undefined : state,
    intent,
    mailboxId: idOr(query.mailboxId),
    accountId: idOr(query.accountId),
    mailId: idOr(query.mailId),
    view,
    memberId: session.memberId,
    search,
  };
}

function everything(session: Session): MailFilter {
  return {
    companies: session.companyIds,
    state: undefined,
    intent: undefined,
    mailboxId: undefined,
    accountId: undefined,
    mailId: undefined,
    view: 'all',
    memberId: session.memberId,
    search: undefined,
  };
}

function idOr(text: string | undefined): Id | undefined {
  return text === undefined ? undefined : id(text);
}
