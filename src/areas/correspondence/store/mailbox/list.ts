/**
 * The mails that stand in the mailbox, in the order in which to answer them: the money that one
 * holds up, times how long it has waited. What waits longest for nothing comes last.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { Finding, Intent } from '../../rules/mailbox/intent.ts';
import type { CashState, MailState } from './standing.ts';

export type ListedMail = {
  readonly mailId: Id;
  readonly threadId: Id;
  readonly company: string;
  readonly box: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly subject: string;
  readonly receivedAt: Instant;
  readonly answerDueAt: Instant | null;
  readonly state: MailState;
  readonly language: 'en' | 'es';
  readonly silent: string | null;
  readonly problem: string | null;
  readonly findings: readonly Finding[];
  readonly cash: CashState;
  readonly absentUntil: Day | null;
  readonly account: {
    readonly accountId: Id;
    readonly number: string;
    readonly name: string;
    readonly ownerId: Id | null;
    readonly owner: string | null;
  } | null;
  readonly itemIds: readonly Id[];
  readonly assignee: { readonly memberId: Id; readonly name: string } | null;
  /** Whom the reader covers in it. */
  readonly covering: string | null;
  /** What the mail holds up: what it names, else what is overdue. */
  readonly blocked: Money | null;
  readonly files: number;
  readonly inThread: number;
};

export type MailFilter = {
  readonly companies: CompanyScope;
  readonly state: MailState | undefined;
  readonly intent: Intent | undefined;
  readonly mailboxId: Id | undefined;
  readonly accountId: Id | undefined;
  readonly mailId: Id | undefined;
  /** Mine: given to me, of an account of mine, or of somebody whom I cover. */
  readonly view: 'mine' | 'unlinked' | 'all';
  readonly memberId: Id | null;
  readonly search: string | undefined;
};

export type Moment = { readonly today: Day; readonly at: Instant };
export type MailPage = { readonly limit: number | null; readonly offset: number };

type Row = {
  mail_id: string;
  thread_id: string;
  company: string;
  box: string;
  from_name: string;
  from_address: string;
  subject: string;
  received_at: string;
  answer_due_at: string | null;
  state: MailState;
  language: 'en' | 'es';
  silent: string | null;
  problem: string | null;
  findings: Finding[];
  cash: CashState;
  absent_until: string | null;
  account_id: string | null;
  number: string | null;
  name: string | null;
  owner_id: string | null;
  owner: string | null;
  item_ids: string[] | null;
  assignee_id: string | null;
  assignee: string | null;
  covering: string | null;
  blocked: bigint | null;
  currency: string | null;
  files: bigint;
  in_thread: bigint;
};

/** One page of the mailbox. */
export async function listMails(
  db: Queries,
  filter: MailFilter,
  moment: Moment,
  { limit, offset }: MailPage,
): Promise<ListedMail[]> {
  const rows = await db.all(sql<Row>`
    with shown as materialized (${shownMails(filter, moment.today)}),
    held as (${heldMoney(moment.today)})
    select s.*, h.blocked, h.currency,
           (select count(*)
              from correspondence.mail_file f
             where f.mail_id = s.mail_id) as files,
           (select count(*)
              from correspondence.mail t
             where t.thread_id = s.thread_id) as in_thread
      from shown s
      left join (select distinct on (mail_id) mail_id, currency, blocked, weight
                   from held
                  order by mail_id, weight desc, currency) h on h.mail_id = s.mail_id
     order by s.state <> 'open', ${rank(moment.at)} desc, s.received_at, s.mail_id
     limit ${limit}
    offset ${offset}`);
  return rows.map(listed);
}

export async function countMails(db: Queries, filter: MailFilter, today: Day): Promise<number> {
  const { count } = await db.one(sql<{ count: bigint }>`
    select count(*) as count from (${shownMails(filter, today)}) s`);
  return Number(count);
}

/** What is held up, in the company's currency, times the hours that it waits, one at least. */
function rank(at: Instant): Sql {
  return sql`
    coalesce(h.weight, 0)::numeric
      * greatest(extract(epoch from ${at}::timestamptz - s.received_at) / 3600, 1)`;
}

function shownMails(filter: MailFilter, today: Day): Sql {
  return sql`
    select n.mail_id, n.thread_id, c.code as company, b.name as box, m.from_name, m.from_address,
           m.subject, n.received_at, n.answer_due_at, n.state, m.language, m.silent, m.problem,
           n.findings, n.cash, n.absent_until, p.account_id, a.account as number, a.name,
           a.owner_id, o.name as owner, p.item_ids, n.assignee_id, w.name as assignee,
           v.name as covering
      from correspondence.mail_now n
      join correspondence.mail m on m.mail_id = n.mail_id
      join correspondence.mailbox b on b.mailbox_id = m.mailbox_id
      join team.company c on c.company_id = n.company_id
      left join correspondence.mail_place p on p.mail_id = n.mail_id
      left join customers.account_card a on a.account_id = p.account_id
      left join team.person o on o.member_id = a.owner_id
      left join team.person w on w.member_id = n.assignee_id
      left join lateral (${coveredBy(filter.memberId, today)}) v on true
     where ${allOf(conditions(filter))}`;
}

/** Whose work it is that the reader does while covering: the assignee's, else the owner's. */
function coveredBy(memberId: Id | null, today: Day): Sql {
  return sql`
    select q.name
      from team.covering_on(${today}) x
      join team.person q on q.member_id = x.member_id
     where x.cover_id = ${memberId}
       and x.work = 'worklist'
       and x.member_id = coalesce(n.assignee_id, a.owner_id)
       and (x.company_id is null or x.company_id = n.company_id)
       and (x.letter_from is null or a.name is null
            or customers.initial_of(a.name) between x.letter_from and x.letter_to)
     limit 1`;
}

function conditions(filter: MailFilter): Sql<boolean>[] {
  const { state, intent, mailboxId, accountId, mailId, view, memberId, search } = filter;
  return [
    inCompanies(sql`n.company_id`, filter.companies),
    ...(state === undefined ? [] : [sql<boolean>`n.state = ${state}`]),
    ...(intent === undefined ? [] : [sql<boolean>`${intent} = any(n.intents)`]),
    ...(mailboxId === undefined ? [] : [sql<boolean>`m.mailbox_id = ${mailboxId}`]),
    ...(mailId === undefined ? [] : [sql<boolean>`n.mail_id = ${mailId}`]),
    ...(accountId === undefined ? [] : [sql<boolean>`p.account_id = ${accountId}`]),
    ...(view === 'unlinked' ? [sql<boolean>`p.account_id is null and m.silent is null`] : []),
    ...(view === 'mine'
      ? [sql<boolean>`(coalesce(n.assignee_id, a.owner_id) = ${memberId} or v.name is not null)`]
      : []),
    ...(search === undefined || search.trim() === '' ? [] : [found(search.trim())]),
  ];
}

function found(text: string): Sql<boolean> {
  const like = `%${text.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
  return sql<boolean>`
    (m.subject ilike ${like} or m.from_address ilike ${like} or m.from_name ilike ${like}
     or a.name ilike ${like} or a.account ilike ${like})`;
}

/** What a mail's items have open; of one that names none, what is overdue on the account. */
function heldMoney(today: Day): Sql {
  return sql`
    select s.mail_id, i.currency, sum(i.open_minor)::bigint as blocked,
           sum(i.open_base_minor) as weight
      from shown s
      join ledger.open_items_on(${today}::date) i on i.account_id = s.account_id
     where i.aged
       and case when cardinality(s.item_ids) > 0 then i.item_id = any(s.item_ids)
                else i.due_on < ${today}::date end
     group by s.mail_id, i.currency`;
}

function listed(row: Row): ListedMail {
  const { account_id, assignee_id, blocked, currency } = row;
  return {
    mailId: id(row.mail_id),
    threadId: id(row.thread_id),
    company: row.company,
    box: row.box,
    fromName: row.from_name,
    fromAddress: row.from_address,
    subject: row.subject,
    receivedAt: instant(row.received_at),
    answerDueAt: row.answer_due_at === null ? null : instant(row.answer_due_at),
    state: row.state,
    language: row.language,
    silent: row.silent,
    problem: row.problem,
    findings: row.findings,
    cash: row.cash,
    absentUntil: row.absent_until === null ? null : day(row.absent_until),
    account:
      account_id === null
        ? null
        : {
            accountId: id(account_id),
            number: row.number ?? '',
            name: row.name ?? '',
            ownerId: row.owner_id === null ? null : id(row.owner_id),
            owner: row.owner,
          },
    itemIds: (row.item_ids ?? []).map(id),
    assignee: assignee_id === null ? null : { memberId: id(assignee_id), name: row.assignee ?? '' },
    covering: row.covering,
    blocked: blocked === null || currency === null ? null : money(blocked, currency),
    files: Number(row.files),
    inThread: Number(row.in_thread),
  };
}
