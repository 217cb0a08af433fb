/** Escalations and what was said to them. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { allOf, sql } from '#platform/postgres/sql.ts';
import {
  type EscalationAct,
  type EscalationDesk,
  type EscalationState,
  escalationState,
} from '../rules/escalation.ts';
import type { Packet } from '../rules/packet.ts';

export type NewEscalation = {
  readonly accountId: Id;
  readonly escalationId: Id;
  readonly companyId: Id;
  readonly askedBy: Id;
  readonly desk: EscalationDesk;
  readonly toMember: Id;
  readonly question: string;
  readonly packet: Packet;
  readonly askedOn: Day;
  readonly dueOn: Day;
};

export type Escalation = NewEscalation & {
  readonly account: string;
  readonly name: string;
  readonly asker: string;
  readonly addressee: string;
  readonly state: EscalationState;
  readonly answer: { readonly text: string; readonly at: Instant } | null;
};

export async function insertEscalation({ tx, at }: Context, made: NewEscalation): Promise<void> {
  await tx.run(sql`
    insert into escalations.escalation (account_id, escalation_id, company_id, asked_by, desk,
                                        to_member, question, packet, asked_on, due_on,
                                        recorded_at)
    values (${made.accountId}, ${made.escalationId}, ${made.companyId}, ${made.askedBy},
            ${made.desk}, ${made.toMember}, ${made.question}, ${JSON.stringify(made.packet)},
            ${made.askedOn}, ${made.dueOn}, ${at})`);
}

export async function insertAct(
  { tx, at }: Context,
  { accountId, escalationId }: Pick<Escalation, 'accountId' | 'escalationId'>,
  what: EscalationAct,
  said: { readonly memberId: Id; readonly text: string },
): Promise<void> {
  await tx.run(sql`
    insert into escalations.escalation_act (account_id, escalation_id, what, member_id, text,
                                            recorded_at)
    values (${accountId}, ${escalationId}, ${what}, ${said.memberId}, ${said.text}, ${at})`);
}

/** Two who move one escalation on wait for each other. */
export async function lockEscalation(tx: Tx, escalationId: Id): Promise<void> {
  const name = `escalations.escalation ${escalationId}`;
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

export type EscalationFilter = {
  readonly companies: CompanyScope;
  readonly accountId?: Id | undefined;
  readonly escalationId?: Id | undefined;
  readonly toMember?: Id | undefined;
  readonly askedBy?: Id | undefined;
  /** Open and answered ones, or the others. */
  readonly ended?: boolean | undefined;
};

/** More than anybody reads; the answer says when it was reached. */
export const mostEscalations = 500;

/** The newest first. */
export async function escalationsOf(db: Queries, filter: EscalationFilter): Promise<Escalation[]> {
  const { companies, accountId, escalationId, toMember, askedBy, ended } = filter;
  const over = sql`(w.what is not null or r.what is not null)`;
  const rows = await db.all(sql<Row>`
    select e.account_id, e.escalation_id, e.company_id, e.asked_by, e.desk, e.to_member,
           e.question, e.packet, e.asked_on, e.due_on, c.account, c.name, p.name as asker,
           m.name as addressee, a.text as answer, a.recorded_at as answered_at,
           a.what is not null as answered, w.what is not null as withdrawn,
           r.what is not null as read
      from escalations.escalation e
      join customers.account_card c on c.account_id = e.account_id
      join team.member p on p.member_id = e.asked_by
      join team.member m on m.member_id = e.to_member
      left join escalations.escalation_act a on a.account_id = e.account_id
                and a.escalation_id = e.escalation_id and a.what = 'answered'
      left join escalations.escalation_act w on w.account_id = e.account_id
                and w.escalation_id = e.escalation_id and w.what = 'withdrawn'
      left join escalations.escalation_act r on r.account_id = e.account_id
                and r.escalation_id = e.escalation_id and r.what = 'read'
     where ${allOf([
       inCompanies(sql`e.company_id`, companies),
       accountId && sql`e.account_id = ${accountId}`,
       escalationId && sql`e.escalation_id = ${escalationId}`,
       toMember && sql`e.to_member = ${toMember}`,
       askedBy && sql`e.asked_by = ${askedBy}`,
       ended === undefined ? undefined : sql`${over} = ${ended}`,
     ])}
     order by e.escalation_id desc
     limit ${mostEscalations}`);
  return rows.map(escalation);
}

type Row = {
  account_id: string;
  escalation_id: string;
  company_id: string;
  asked_by: string;
  desk: EscalationDesk;
  to_member: string;
  question: string;
  packet: Packet;
  asked_on: string;
  due_on: string;
  account: string;
  name: string;
  asker: string;
  addressee: string;
  answer: string | null;
  answered_at: string | null;
  answered: boolean;
  withdrawn: boolean;
  read: boolean;
};

function escalation(row: Row): Escalation {
  const { answer, answered_at } = row;
  return {
    accountId: id(row.account_id),
    escalationId: id(row.escalation_id),
    companyId: id(row.company_id),
    askedBy: id(row.asked_by),
    desk: row.desk,
    toMember: id(row.to_member),
    question: row.question,
    packet: row.packet,
    askedOn: day(row.asked_on),
    dueOn: day(row.due_on),
    account: row.account,
    name: row.name,
    asker: row.asker,
    addressee: row.addressee,
    state: escalationState(row),
    answer:
      answer === null || answered_at === null ? null : { text: answer, at: instant(answered_at) },
  };
}
