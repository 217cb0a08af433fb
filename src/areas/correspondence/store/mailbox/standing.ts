/** How a mail stands, whose it is, and every act that made it so. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Day } from '#kernel/day.ts';
import type { Context } from '#platform/action.ts';
import type { Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Finding, Intent } from '../../rules/mailbox/intent.ts';

export type MailState = 'open' | 'answered' | 'done';
export type CashState = 'none' | 'waiting' | 'handed_over' | 'unreadable';

export type NewStanding = {
  readonly mailId: Id;
  readonly companyId: Id;
  readonly threadId: Id;
  readonly state: MailState;
  readonly receivedAt: Instant;
  readonly answerDueAt: Instant | null;
  readonly findings: readonly Finding[];
  readonly candidates: readonly Id[];
  readonly cash: CashState;
  readonly absentUntil: Day | null;
};

export async function insertStanding({ tx }: Context, made: NewStanding): Promise<void> {
  await tx.run(sql`
    insert into correspondence.mail_now (mail_id, company_id, thread_id, state, received_at,
                                         answer_due_at, intents, findings, candidates, cash,
                                         absent_until)
    values (${made.mailId}, ${made.companyId}, ${made.threadId}, ${made.state},
            ${made.receivedAt}, ${made.answerDueAt}, ${intentsOf(made.findings)}::text[],
            ${JSON.stringify(made.findings)}, ${JSON.stringify(made.candidates)}, ${made.cash},
            ${made.absentUntil})`);
}

function intentsOf(findings: readonly Finding[]): Intent[] {
  return [...new Set(findings.map(({ intent }) => intent))];
}

/** A mail with what is decided about it; its row is locked until the transaction ends. */
export type LockedMail = {
  readonly mailId: Id;
  readonly companyId: Id;
  readonly state: MailState;
  readonly assigneeId: Id | null;
  readonly findings: readonly Finding[];
  readonly accountId: Id | null;
  readonly itemIds: readonly Id[];
  readonly fromAddress: string;
  readonly fromName: string;
  readonly subject: string;
  readonly body: string;
  readonly messageId: string;
  readonly refs: readonly string[];
  readonly silent: string | null;
  readonly problem: string | null;
  /** Is it here as it came? Of one that was too large there is the head alone. */
  readonly whole: boolean;
  readonly language: 'en' | 'es';
  readonly receivedAt: Instant;
};

export async function lockMail(tx: Tx, mailId: Id): Promise<LockedMail | undefined> {
  await tx.run(sql`
    select from correspondence.mail_now where mail_id = ${mailId} for update`);
  const row = await tx.maybe(sql<{
    company_id: string;
    state: MailState;
    assignee_id: string | null;
    findings: Finding[];
    account_id: string | null;
    item_ids: string[] | null;
    from_address: string;
    from_name: string;
    subject: string;
    body: string;
    message_id: string;
    refs: string[];
    silent: string | null;
    problem: string | null;
    whole: boolean;
    language: 'en' | 'es';
    received_at: string;
  }>`
    select n.company_id, n.state, n.assignee_id, n.findings, p.account_id, p.item_ids,
           m.from_address, m.from_name, m.subject, m.body, m.message_id, m.refs, m.silent,
           m.problem, m.sha256 is not null as whole, m.language, m.received_at
      from correspondence.mail_now n
      join correspondence.mail m on m.mail_id = n.mail_id
      left join correspondence.mail_place p on p.mail_id = n.mail_id
     where n.mail_id = ${mailId}`);
  if (!row) return undefined;
  return {
    mailId,
    companyId: id(row.company_id),
    state: row.state,
    assigneeId: row.assignee_id === null ? null : id(row.assignee_id),
    findings: row.findings,
    accountId: row.account_id === null ? null : id(row.account_id),
    itemIds: (row.item_ids ?? []).map(id),
    fromAddress: row.from_address,
    fromName: row.from_name,
    subject: row.subject,
    body: row.body,
    messageId: row.message_id,
    refs: row.refs,
    silent: row.silent,
    problem: row.problem,
    whole: row.whole,
    language: row.language,
    receivedAt: instant(row.received_at),
  };
}

export async function updateState({ tx }: Context, mailId: Id, state: MailState): Promise<void> {
  await tx.run(sql`
    update correspondence.mail_now set state = ${state} where mail_id = ${mailId}`);
}

export async function updateFindings(
  { tx }: Context,
  mailId: Id,
  findings: readonly Finding[],
): Promise<void> {
  await tx.run(sql`
    update correspondence.mail_now
       set findings = ${JSON.stringify(findings)}, intents = ${intentsOf(findings)}::text[]
     where mail_id = ${mailId}`);
}

export async function updateAssignee(
  { tx }: Context,
  mailId: Id,
  assigneeId: Id | null,
): Promise<void> {
  await tx.run(sql`
    update correspondence.mail_now set assignee_id = ${assigneeId} where mail_id = ${mailId}`);
}

export async function updateCash({ tx }: Context, mailId: Id, cash: CashState): Promise<void> {
  await tx.run(sql`
    update correspondence.mail_now set cash = ${cash} where mail_id = ${mailId}`);
}

export type MailPlace = {
  readonly accountId: Id;
  readonly mailId: Id;
  readonly itemIds: readonly Id[];
  readonly how: 'our_message' | 'sender' | 'contact' | 'number' | 'person';
};

/** A mail belongs to one account; linking it anew moves it. */
export async function placeAt({ tx }: Context, place: MailPlace): Promise<void> {
  const { accountId, mailId, itemIds, how } = place;
  await tx.run(sql`
    delete from correspondence.mail_place
     where mail_id = ${mailId}
       and account_id <> ${accountId}`);
  await tx.run(sql`
    insert into correspondence.mail_place (account_id, mail_id, item_ids, how)
    values (${accountId}, ${mailId}, ${itemIds}::uuid[], ${how})
        on conflict (account_id, mail_id) do update
       set item_ids = excluded.item_ids, how = excluded.how`);
}

export type ActKind =
  | 'read'
  | 'intent'
  | 'linked'
  | 'assigned'
  | 'answered'
  | 'done'
  | 'opened'
  | 'cash'
  | 'opted_out'
  | 'bounce'
  | 'absence'
  | 'took';

/** What was done with a mail, and by whom. */
export async function insertAct(
  context: Context,
  mailId: Id,
  kind: ActKind,
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { tx, at, actor, reason, onBehalf } = context;
  await tx.run(sql`
    insert into correspondence.mail_act (mail_id, act_id, kind, facts, reason, recorded_at, actor,
                                         on_behalf)
    values (${mailId}, ${context.newId()}, ${kind}, ${JSON.stringify(facts)}, ${reason}, ${at},
            ${actor.ref}, ${onBehalf === null ? null : `member:${onBehalf}`})`);
}

export async function insertAnswer(
  { tx, at }: Context,
  answer: { readonly accountId: Id; readonly mailId: Id; readonly messageId: Id },
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.mail_answer (account_id, mail_id, message_id, recorded_at)
    values (${answer.accountId}, ${answer.mailId}, ${answer.messageId}, ${at})
        on conflict do nothing`);
}

/** From now on mails of this address are the account's. */
export async function learnSender(
  { tx, at, actor }: Context,
  learned: {
    readonly accountId: Id;
    readonly companyId: Id;
    readonly address: string;
    readonly mailId: Id;
  },
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.sender_account (account_id, address, recorded_at, company_id,
                                               mail_id, actor)
    values (${learned.accountId}, ${learned.address.toLowerCase()}, ${at}, ${learned.companyId},
            ${learned.mailId}, ${actor.ref})`);
}
