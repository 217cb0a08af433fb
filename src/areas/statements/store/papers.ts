/** The papers of a run: made once, answered when out of the ordinary, delivered once. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { Answer, Balance, Channel, Problem } from '../rules/paper.ts';
import type { RunKind } from '../rules/run.ts';
import type { Selected } from './runs.ts';

export type Paper = {
  readonly accountId: Id;
  readonly runId: Id;
  /** The account itself for its statement, the document for an invoice. */
  readonly subjectId: Id;
  /** The number of the invoice that it is; null for a statement. */
  readonly document: string | null;
  readonly statementId: Id;
  readonly account: string;
  readonly name: string;
  readonly form: 'balance_forward' | 'open_item' | 'invoice';
  readonly language: Language;
  readonly rule: string;
  readonly channel: Channel | null;
  readonly contactId: Id | null;
  readonly toName: string;
  readonly toAddress: string;
  readonly balances: readonly Balance[];
  readonly problems: readonly Problem[];
  readonly pages: number;
  /** Null for an invoice that the book cannot write. */
  readonly fileId: Id | null;
  readonly sha256: string | null;
  readonly answer: Answer;
  readonly answerReason: string | null;
  readonly deliveredAt: Instant | null;
  readonly messageId: Id | null;
  /** Where the message stands; null before it is one. */
  readonly messageState: string | null;
};

type Row = {
  account_id: string;
  run_id: string;
  subject_id: string;
  document: string | null;
  statement_id: string;
  account: string;
  name: string;
  form: Paper['form'];
  language: Language;
  rule: string;
  channel: Channel | null;
  contact_id: string | null;
  to_name: string;
  to_address: string;
  balances: { currency: string; closing: string }[];
  problems: Problem[];
  pages: number;
  file_id: string | null;
  sha256: string | null;
  answer: Answer;
  answer_reason: string | null;
  delivered_at: string | null;
  message_id: string | null;
  message_state: string | null;
};

export type PaperFilter = {
  readonly runId: Id;
  readonly accountId?: Id | undefined;
  /** With the account; without it its statement. */
  readonly subjectId?: Id | undefined;
  /** Only those with a problem, or only those without. */
  readonly exceptions?: boolean | undefined;
  readonly after?: { readonly account: string; readonly subjectId: Id } | undefined;
  /** Not on its way yet, and nothing keeps it back: what rules/paper.ts says, as a condition. */
  readonly ready?: boolean | undefined;
};

/** Papers in the order of their accounts' numbers, an account's own as they were recorded. */
export async function papersOf(
  db: Queries,
  { runId, accountId, subjectId, exceptions, after, ready }: PaperFilter,
  limit: number | null,
): Promise<Paper[]> {
  const condition = allOf([
    sql`p.run_id = ${runId}`,
    accountId && sql`p.account_id = ${accountId} and p.subject_id = ${subjectId ?? accountId}`,
    exceptions === undefined ? undefined : sql`(p.problems <> '{}') = ${exceptions}`,
    after && sql`(c.account, p.subject_id) > (${after.account}, ${after.subjectId}::uuid)`,
    ready === true ? isReady : undefined,
  ]);
  const rows = await db.all(sql<Row>`${selectPapers(condition)}
     order by c.account, p.subject_id
     limit ${limit}`);
  return rows.map(paper);
}

/** What rules/paper.ts says of a paper that goes out, as a condition. */
const isReady = sql`
  d.account_id is null and p.channel is not null and a.answer is distinct from 'hold'
  and (a.answer = 'release' or p.problems <@ array['no_email'])`;

function selectPapers(condition: Sql): Sql<Row> {
  return sql<Row>`
    select p.account_id, p.run_id, p.subject_id, i.number as document, p.statement_id, c.account,
           c.name, p.form, p.language, p.rule, p.channel, p.contact_id, p.to_name,
           p.to_address, p.balances, p.problems, p.pages, p.file_id, p.sha256, a.answer,
           a.reason as answer_reason, d.recorded_at as delivered_at, d.message_id,
           m.state as message_state
      from statements.paper p
      join customers.account_card c on c.account_id = p.account_id
      left join invoices.issued_card i on i.account_id = p.account_id
                                      and i.document_id = p.subject_id
      left join lateral (select x.answer, x.reason
                           from statements.answer x
                          where x.account_id = p.account_id
                            and x.run_id = p.run_id
                            and x.subject_id = p.subject_id
                          order by x.recorded_at desc
                          limit 1) a on true
      left join statements.delivery d on d.account_id = p.account_id
                                     and d.run_id = p.run_id
                                     and d.subject_id = p.subject_id
      left join correspondence.message_card m on m.account_id = d.account_id
                                             and m.message_id = d.message_id
     where ${condition}`;
}

function paper(row: Row): Paper {
  return {
    accountId: id(row.account_id),
    runId: id(row.run_id),
    subjectId: id(row.subject_id),
    document: row.document,
    statementId: id(row.statement_id),
    account: row.account,
    name: row.name,
    form: row.form,
    language: row.language,
    rule: row.rule,
    channel: row.channel,
    contactId: row.contact_id === null ? null : id(row.contact_id),
    toName: row.to_name,
    toAddress: row.to_address,
    balances: row.balances.map(readBalance),
    problems: row.problems,
    pages: row.pages,
    fileId: row.file_id === null ? null : id(row.file_id),
    sha256: row.sha256,
    answer: row.answer,
    answerReason: row.answer_reason,
    deliveredAt: row.delivered_at === null ? null : instant(row.delivered_at),
    messageId: row.message_id === null ? null : id(row.message_id),
    messageState: row.message_state,
  };
}

function readBalance({ currency: code, closing }: { currency: string; closing: string }): Balance {
  return { currency: currency(code), closing: BigInt(closing) };
}

/** Which papers of a run come next: whom for, what of, and all accounts that are on it. */
export async function nextToMake(tx: Tx, runId: Id, limit: number): Promise<Selected[]> {
  const rows = await tx.all(sql<{ account_id: string; subject_id: string; members: string[] }>`
    select s.account_id, s.subject_id, s.members
      from statements.selected s
     where s.run_id = ${runId}
       and not exists (select from statements.paper p
                        where p.account_id = s.account_id
                          and p.run_id = s.run_id
                          and p.subject_id = s.subject_id)
     order by s.position
     limit ${limit}`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    subjectId: id(row.subject_id),
    members: row.members.map(id),
  }));
}

export type LastPaper = {
  readonly toAddress: string;
  readonly channel: Channel | null;
  readonly at: Instant;
  readonly balances: readonly Balance[];
};

/** The last paper of this kind of each account before this run. */
export async function lastPapers(
  tx: Tx,
  accountIds: readonly Id[],
  { runId, kind }: { readonly runId: Id; readonly kind: RunKind },
): Promise<Map<Id, LastPaper>> {
  const rows = await tx.all(sql<{
    account_id: string;
    to_address: string;
    channel: Channel | null;
    recorded_at: string;
    balances: { currency: string; closing: string }[];
  }>`
    select distinct on (p.account_id) p.account_id, p.to_address, p.channel, p.recorded_at,
           p.balances
      from statements.paper p
      join statements.run r on r.run_id = p.run_id
      join statements.run_now n on n.run_id = p.run_id
     where r.kind = ${kind}
       and p.account_id = any(${accountIds}::uuid[])
       and p.run_id <> ${runId}
       and n.state <> 'stopped'
     order by p.account_id, p.recorded_at desc`);
  return new Map(
    rows.map((row) => [
      id(row.account_id),
      {
        toAddress: row.to_address,
        channel: row.channel,
        at: instant(row.recorded_at),
        balances: row.balances.map(readBalance),
      },
    ]),
  );
}

export type NewPaper = Omit<
  Paper,
  | 'account'
  | 'name'
  | 'document'
  | 'answer'
  | 'answerReason'
  | 'deliveredAt'
  | 'messageId'
  | 'messageState'
>;

export async function insertPapers({ tx, at }: Context, made: readonly NewPaper[]): Promise<void> {
  await tx.copyIn(
    `statements.paper (account_id, run_id, subject_id, statement_id, form, language, rule,
      channel, contact_id, to_name, to_address, balances, problems, pages, file_id, sha256,
      recorded_at)`,
    made.map((each) => [
      each.accountId,
      each.runId,
      each.subjectId,
      each.statementId,
      each.form,
      each.language,
      each.rule,
      each.channel,
      each.contactId,
      each.toName,
      each.toAddress,
      JSON.stringify(each.balances.map(plainBalance)),
      `{${each.problems.join(',')}}`,
      each.pages,
      each.fileId,
      each.sha256,
      at,
    ]),
  );
}

function plainBalance({ currency: code, closing }: Balance) {
  return { currency: code, closing: closing.toString() };
}

export type PaperRef = Pick<Paper, 'accountId' | 'runId' | 'subjectId'>;

export async function insertAnswer(
  { tx, at, actor }: Context,
  { accountId, runId, subjectId }: PaperRef,
  { answer, reason }: { readonly answer: 'release' | 'hold'; readonly reason: string },
): Promise<void> {
  await tx.run(sql`
    insert into statements.answer (account_id, run_id, subject_id, recorded_at, answer, reason,
                                   actor)
    values (${accountId}, ${runId}, ${subjectId}, ${at}, ${answer}, ${reason}, ${actor.ref})`);
}

export async function insertDelivery(
  { tx, at, actor }: Context,
  { accountId, runId, subjectId }: PaperRef,
  { channel, messageId }: { readonly channel: Channel; readonly messageId: Id | null },
): Promise<void> {
  await tx.run(sql`
    insert into statements.delivery (account_id, run_id, subject_id, channel, message_id,
                                     recorded_at, actor)
    values (${accountId}, ${runId}, ${subjectId}, ${channel}, ${messageId}, ${at}, ${actor.ref})`);
}
