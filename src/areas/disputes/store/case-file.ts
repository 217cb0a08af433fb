/**
 * A case as one who acts on it needs it: where it stands, and what of its items is contested now.
 *
 * Whoever changes a case has locked its account first; the row here is the projection of the
 * events beside it and is written whole.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { CaseState, Decision } from '../rules/case-life.ts';
import type { DisputePart, DisputeReason } from '../rules/case.ts';
import type { RootCause } from '../rules/cause.ts';
import type { Department, Outsider } from '../rules/routing.ts';

export const endings = [
  'credited',
  'rebilled',
  'rejected',
  'written_off',
  'cleared',
  'went_back',
] as const;
export type Ending = (typeof endings)[number];

/** What changes in the life of a case. */
export type CaseStanding = {
  readonly state: CaseState;
  readonly cause: RootCause | null;
  readonly department: Department;
  readonly coordinatorId: Id | null;
  readonly ownerId: Id | null;
  readonly outside: Outsider | null;
  /** What it contests now; what it contested when it closed. */
  readonly amount: Money;
  readonly decision: Decision | null;
  readonly requestId: Id | null;
  /** An answer came back and nobody has done anything with it yet. */
  readonly answeredOn: Day | null;
  readonly answerBy: Day | null;
  readonly escalatedOn: Day | null;
  readonly escalatedTo: Id | null;
  readonly decidedOn: Day | null;
  readonly closedOn: Day | null;
  readonly closedHow: Ending | null;
};

export type CaseFile = CaseStanding & {
  readonly accountId: Id;
  readonly caseId: Id;
  readonly companyId: Id;
  readonly reason: DisputeReason;
  readonly part: DisputePart;
  readonly note: string;
  readonly saidBy: string;
  readonly origin: 'said' | 'deduction' | 'brought';
  readonly openedOn: Day;
};

type Row = {
  account_id: string;
  case_id: string;
  company_id: string;
  reason: DisputeReason;
  part: DisputePart;
  note: string;
  said_by: string;
  origin: CaseFile['origin'];
  state: CaseState;
  cause: RootCause | null;
  department: Department;
  coordinator_id: string | null;
  owner_id: string | null;
  outside_name: string | null;
  outside_email: string | null;
  currency: string;
  amount_minor: bigint;
  decision: Decision | null;
  request_id: string | null;
  answered_on: string | null;
  answer_by: string | null;
  escalated_on: string | null;
  escalated_to: string | null;
  opened_on: string;
  decided_on: string | null;
  closed_on: string | null;
  closed_how: Ending | null;
};

/** Undefined when the account has no such case. */
export async function caseFile(
  db: Queries,
  { accountId, caseId }: { readonly accountId: Id; readonly caseId: Id },
): Promise<CaseFile | undefined> {
  const [found] = await filesWhere(db, sql`n.account_id = ${accountId} and n.case_id = ${caseId}`);
  return found;
}

/** Every case of an account that has not ended, the oldest first. */
export function standingFiles(db: Queries, accountId: Id): Promise<CaseFile[]> {
  return filesWhere(db, sql`n.account_id = ${accountId} and n.state <> 'closed'`);
}

/** Cases that ended because their items were paid. */
export function clearedFiles(db: Queries, accountId: Id): Promise<CaseFile[]> {
  return filesWhere(
    db,
    sql`n.account_id = ${accountId} and n.state = 'closed' and n.closed_how = 'cleared'`,
  );
}

async function filesWhere(db: Queries, condition: ReturnType<typeof sql>): Promise<CaseFile[]> {
  const rows = await db.all(sql<Row>`
    select n.account_id, n.case_id, n.company_id, c.reason, c.part, c.note, c.said_by, c.origin,
           n.state, n.cause, n.department, n.coordinator_id, n.owner_id, n.outside_name,
           n.outside_email, n.currency, n.amount_minor, n.decision, n.request_id, n.answered_on,
           n.answer_by, n.escalated_on, n.escalated_to, n.opened_on, n.decided_on, n.closed_on,
           n.closed_how
      from disputes.case_now n
      join disputes.dispute_case c on c.account_id = n.account_id and c.case_id = n.case_id
     where ${condition}
     order by n.case_id`);
  return rows.map(fileOf);
}

function fileOf(row: Row): CaseFile {
  const { outside_name: name, outside_email: email } = row;
  return {
    accountId: id(row.account_id),
    caseId: id(row.case_id),
    companyId: id(row.company_id),
    reason: row.reason,
    part: row.part,
    note: row.note,
    saidBy: row.said_by,
    origin: row.origin,
    openedOn: day(row.opened_on),
    state: row.state,
    cause: row.cause,
    department: row.department,
    coordinatorId: idOf(row.coordinator_id),
    ownerId: idOf(row.owner_id),
    outside: name === null ? null : { name, email: email ?? '' },
    amount: money(row.amount_minor, row.currency),
    decision: row.decision,
    requestId: idOf(row.request_id),
    answeredOn: dayOf(row.answered_on),
    answerBy: dayOf(row.answer_by),
    escalatedOn: dayOf(row.escalated_on),
    escalatedTo: idOf(row.escalated_to),
    decidedOn: dayOf(row.decided_on),
    closedOn: dayOf(row.closed_on),
    closedHow: row.closed_how,
  };
}

function idOf(text: string | null): Id | null {
  return text === null ? null : id(text);
}

function dayOf(text: string | null): Day | null {
  return text === null ? null : day(text);
}

/** Writes where a case stands, for the first time or again. */
export async function keepStanding({ tx, at }: Context, file: CaseFile): Promise<void> {
  const { accountId, caseId, amount, outside } = file;
  await tx.run(sql`
    insert into disputes.case_now (account_id, case_id, company_id, state, cause, department,
                                   coordinator_id, owner_id, outside_name, outside_email, currency,
                                   amount_minor, decision, request_id, answered_on, answer_by,
                                   escalated_on, escalated_to, opened_on, decided_on, closed_on,
                                   closed_how, changed_at)
    values (${accountId}, ${caseId}, ${file.companyId}, ${file.state}, ${file.cause},
            ${file.department}, ${file.coordinatorId}, ${file.ownerId}, ${outside?.name ?? null},
            ${outside?.email ?? null}, ${amount.currency}, ${amount.minor}, ${file.decision},
            ${file.requestId}, ${file.answeredOn}, ${file.answerBy}, ${file.escalatedOn},
            ${file.escalatedTo}, ${file.openedOn}, ${file.decidedOn}, ${file.closedOn},
            ${file.closedHow}, ${at})
        on conflict (account_id, case_id) do update
       set state = excluded.state, cause = excluded.cause, department = excluded.department,
           coordinator_id = excluded.coordinator_id, owner_id = excluded.owner_id,
           outside_name = excluded.outside_name, outside_email = excluded.outside_email,
           amount_minor = excluded.amount_minor, decision = excluded.decision,
           request_id = excluded.request_id, answered_on = excluded.answered_on,
           answer_by = excluded.answer_by, escalated_on = excluded.escalated_on,
           escalated_to = excluded.escalated_to, decided_on = excluded.decided_on,
           closed_on = excluded.closed_on, closed_how = excluded.closed_how,
           changed_at = excluded.changed_at`);
}

const eventKinds = [
  'assigned',
  'asked_owner',
  'asked_customer',
  'answered',
  'cause_found',
  'noted',
  'evidence_added',
  'linked',
  'link_revoked',
  'decided',
  'credit_refused',
  'credited',
  'rebilled',
  'deducted',
  'escalated',
  'closed',
  'reopened',
] as const;
export type EventKind = (typeof eventKinds)[number];

export type CaseEvent = {
  readonly kind: EventKind;
  readonly facts: Readonly<Record<string, string | readonly string[]>>;
  readonly note: string;
};

/** Adds what happened to a case. */
export async function insertEvent(
  { tx, at, actor, today, newId }: Context,
  { accountId, caseId }: Pick<CaseFile, 'accountId' | 'caseId'>,
  { kind, facts, note }: CaseEvent,
): Promise<void> {
  await tx.run(sql`
    insert into disputes.case_event (account_id, case_id, event_id, kind, facts, note,
                                     effective_on, recorded_at, actor)
    values (${accountId}, ${caseId}, ${newId()}, ${kind}, ${JSON.stringify(facts)}, ${note},
            ${today}, ${at}, ${actor.ref})`);
}

/** The case that waits for a request, whichever of its requests it is. */
export async function caseOfRequest(
  db: Queries,
  accountId: Id,
  requestId: Id,
): Promise<Id | undefined> {
  const row = await db.maybe(sql<{ case_id: string }>`
    select case_id
      from disputes.case_event
     where account_id = ${accountId}
       and kind       = 'decided'
       and facts -> 'requests' ? ${requestId}
     limit 1`);
  return row && id(row.case_id);
}
