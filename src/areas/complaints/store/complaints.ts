/** The register of complaints: what came, what happened to it, and where it stands. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { allOf, sql } from '#platform/postgres/sql.ts';
import type {
  ComplaintChannel,
  ComplaintClass,
  ComplaintState,
  Severity,
} from '../rules/complaint.ts';

export type Complaint = {
  readonly accountId: Id;
  readonly complaintId: Id;
  readonly companyId: Id;
  readonly class: ComplaintClass;
  readonly severity: Severity;
  readonly subject: string;
  readonly text: string;
  readonly saidBy: string;
  readonly channel: ComplaintChannel;
  readonly receivedOn: Day;
  readonly acknowledgeBy: Day;
  readonly answerBy: Day;
  readonly state: ComplaintState;
  readonly cause: string | null;
  readonly satisfaction: number | null;
  readonly acknowledgedOn: Day | null;
  readonly answeredOn: Day | null;
  readonly closedOn: Day | null;
};

/** Two who work one complaint wait for each other. */
export async function lockComplaint(tx: Tx, complaintId: string): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`complaints ${complaintId}`}, 0))`);
}

/** False when the mail brought one before. */
export async function insertComplaint(
  { tx, at, actor }: Context,
  made: Complaint,
  mailId: Id | null,
): Promise<boolean> {
  const rows = await tx.run(sql`
    insert into complaints.complaint (account_id, complaint_id, class, severity, subject, text,
                                      said_by, channel, mail_id, acknowledge_by, answer_by,
                                      received_on, recorded_at, actor)
    values (${made.accountId}, ${made.complaintId}, ${made.class}, ${made.severity},
            ${made.subject}, ${made.text}, ${made.saidBy}, ${made.channel}, ${mailId},
            ${made.acknowledgeBy}, ${made.answerBy}, ${made.receivedOn}, ${at}, ${actor.ref})
        on conflict on constraint complaint_by_mail do nothing`);
  return rows === 1;
}

export async function keepComplaint({ tx, at }: Context, made: Complaint): Promise<void> {
  await tx.run(sql`
    insert into complaints.complaint_now (account_id, complaint_id, company_id, state, cause,
                                          satisfaction, acknowledged_on, answered_on, closed_on,
                                          changed_at)
    values (${made.accountId}, ${made.complaintId}, ${made.companyId}, ${made.state},
            ${made.cause}, ${made.satisfaction}, ${made.acknowledgedOn}, ${made.answeredOn},
            ${made.closedOn}, ${at})
        on conflict (account_id, complaint_id) do update
       set state = excluded.state, cause = excluded.cause, satisfaction = excluded.satisfaction,
           acknowledged_on = excluded.acknowledged_on, answered_on = excluded.answered_on,
           closed_on = excluded.closed_on, changed_at = excluded.changed_at`);
}

export async function insertStep(
  { tx, at, actor, today, newId }: Context,
  { accountId, complaintId }: Pick<Complaint, 'accountId' | 'complaintId'>,
  { kind, note }: { readonly kind: string; readonly note: string },
): Promise<void> {
  await tx.run(sql`
    insert into complaints.complaint_event (account_id, complaint_id, event_id, kind, facts, note,
                                            effective_on, recorded_at, actor)
    values (${accountId}, ${complaintId}, ${newId()}, ${kind}, '{}', ${note}, ${today}, ${at},
            ${actor.ref})`);
}

export type ComplaintFilter = {
  readonly companies: CompanyScope;
  readonly accountId?: Id | undefined;
  readonly complaintId?: Id | undefined;
  readonly state?: ComplaintState | undefined;
};

export type ListedComplaint = Complaint & { readonly account: string; readonly name: string };

/** Complaints that fit: what goes on first, the next day to answer on top. */
export async function complaintsOf(
  db: Queries,
  { companies, accountId, complaintId, state }: ComplaintFilter,
): Promise<ListedComplaint[]> {
  const rows = await db.all(sql<Row>`
    select c.account_id, c.complaint_id, n.company_id, a.account, a.name, c.class, c.severity,
           c.subject, c.text, c.said_by, c.channel, c.received_on, c.acknowledge_by, c.answer_by,
           n.state, n.cause, n.satisfaction, n.acknowledged_on, n.answered_on, n.closed_on
      from complaints.complaint c
      join complaints.complaint_now n on n.account_id   = c.account_id
                                     and n.complaint_id = c.complaint_id
      join customers.account_card a on a.account_id = c.account_id
     where ${allOf([
       inCompanies(sql`n.company_id`, companies),
       accountId && sql`c.account_id = ${accountId}`,
       complaintId && sql`c.complaint_id = ${complaintId}`,
       state && sql`n.state = ${state}`,
     ])}
     order by n.state in ('answered', 'closed'), c.answer_by, c.complaint_id
     limit 1000`);
  return rows.map(listed);
}

type Row = {
  account_id: string;
  complaint_id: string;
  company_id: string;
  account: string;
  name: string;
  class: ComplaintClass;
  severity: Severity;
  subject: string;
  text: string;
  said_by: string;
  channel: ComplaintChannel;
  received_on: string;
  acknowledge_by: string;
  answer_by: string;
  state: ComplaintState;
  cause: string | null;
  satisfaction: number | null;
  acknowledged_on: string | null;
  answered_on: string | null;
  closed_on: string | null;
};

function listed(row: Row): ListedComplaint {
  return {
    accountId: id(row.account_id),
    complaintId: id(row.complaint_id),
    companyId: id(row.company_id),
    account: row.account,
    name: row.name,
    class: row.class,
    severity: row.severity,
    subject: row.subject,
    text: row.text,
    saidBy: row.said_by,
    channel: row.channel,
    receivedOn: day(row.received_on),
    acknowledgeBy: day(row.acknowledge_by),
    answerBy: day(row.answer_by),
    state: row.state,
    cause: row.cause,
    satisfaction: row.satisfaction,
    acknowledgedOn: dayOf(row.acknowledged_on),
    answeredOn: dayOf(row.answered_on),
    closedOn: dayOf(row.closed_on),
  };
}

function dayOf(text: string | null): Day | null {
  return text === null ? null : day(text);
}
