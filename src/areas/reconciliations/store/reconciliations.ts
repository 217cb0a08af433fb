/** Reconciliations: what was begun, what the customer says, answers, signatures. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { AnswerKind } from '../rules/signing.ts';
import type { TheirLine } from '../rules/their-lines.ts';

export type Reconciliation = {
  readonly accountId: Id;
  readonly reconciliationId: Id;
  readonly account: string;
  readonly name: string;
  readonly company: string;
  readonly currency: Currency;
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly family: boolean;
  readonly by: string;
  readonly reason: string;
  readonly preparer: Signature | null;
  readonly reviewer: Signature | null;
};

export type Signature = {
  readonly actor: string;
  readonly by: string;
  readonly note: string;
  readonly on: string;
  /** What stood when it was signed. */
  readonly figures: unknown;
};

type Row = {
  account_id: string;
  reconciliation_id: string;
  account: string;
  name: string;
  company: string;
  currency: string;
  from_on: string;
  to_on: string;
  family: boolean;
  by: string;
  reason: string;
  preparer: Signature | null;
  reviewer: Signature | null;
};

type Which =
  | { readonly companies: CompanyScope; readonly accountId?: Id | undefined }
  | { readonly accountId: Id; readonly reconciliationId: Id };

/** The latest first, at most 200. */
export async function reconciliationsOf(db: Queries, which: Which): Promise<Reconciliation[]> {
  const where =
    'companies' in which
      ? sql`${inCompanies(sql`c.company_id`, which.companies)}
            and ${ofAccount(which.accountId)}`
      : sql`r.account_id = ${which.accountId} and r.reconciliation_id = ${which.reconciliationId}`;
  const rows = await db.all(sql<Row>`
    select r.account_id, r.reconciliation_id, c.account, coalesce(c.name, c.account) as name,
           c.company, r.currency, r.from_on, r.to_on, r.family, coalesce(m.name, r.actor) as by,
           r.reason, p.signed as preparer, v.signed as reviewer
      from reconciliations.reconciliation r
      join customers.account_card c on c.account_id = r.account_id
      left join team.person m on 'member:' || m.member_id = r.actor
      left join lateral (${signedAs('preparer')}) p on true
      left join lateral (${signedAs('reviewer')}) v on true
     where ${where}
     order by r.recorded_at desc, r.reconciliation_id
     limit 200`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    reconciliationId: id(row.reconciliation_id),
    account: row.account,
    name: row.name,
    company: row.company,
    currency: currency(row.currency),
    fromOn: day(row.from_on),
    toOn: day(row.to_on),
    family: row.family,
    by: row.by,
    reason: row.reason,
    preparer: row.preparer,
    reviewer: row.reviewer,
  }));
}

function ofAccount(accountId: Id | undefined) {
  return accountId === undefined ? sql`true` : sql`r.account_id = ${accountId}`;
}

function signedAs(as: 'preparer' | 'reviewer') {
  return sql`
    select json_build_object('actor', s.actor, 'by', coalesce(x.name, s.actor), 'note', s.note,
                             'on', s.recorded_at::date, 'figures', s.figures) as signed
      from reconciliations.signature s
      left join team.person x on 'member:' || x.member_id = s.actor
     where s.account_id        = r.account_id
       and s.reconciliation_id = r.reconciliation_id
       and s.signed_as         = ${as}`;
}

export async function lockReconciliation(tx: Tx, reconciliationId: Id): Promise<void> {
  const name = `reconciliation ${reconciliationId}`;
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

export type NewReconciliation = Pick<
  Reconciliation,
  'accountId' | 'reconciliationId' | 'currency' | 'fromOn' | 'toOn' | 'family'
>;

export async function insertReconciliation(
  { tx, at, actor, reason }: Context,
  made: NewReconciliation,
): Promise<void> {
  await tx.run(sql`
    insert into reconciliations.reconciliation (account_id, reconciliation_id, currency, from_on,
                                                to_on, family, actor, reason, recorded_at)
    values (${made.accountId}, ${made.reconciliationId}, ${made.currency}, ${made.fromOn},
            ${made.toOn}, ${made.family}, ${actor.ref}, ${reason}, ${at})`);
}

export type TheirStatement = {
  readonly source: string;
  /** Null where they state no sum: their lines add up to it. */
  readonly closing: bigint | null;
  readonly lines: readonly TheirLine[];
};

type Of = Pick<Reconciliation, 'accountId' | 'reconciliationId'>;

export async function insertTheirs(
  { tx, at, actor, newId }: Context,
  { accountId, reconciliationId }: Of,
  { source, closing, lines }: TheirStatement,
): Promise<void> {
  const kept = lines.map(({ number, minor, on }) => ({ number, minor: minor.toString(), on }));
  await tx.run(sql`
    insert into reconciliations.their_statement (account_id, reconciliation_id, statement_id,
                                                 closing_minor, source, lines, actor, recorded_at)
    values (${accountId}, ${reconciliationId}, ${newId()}, ${closing}, ${source},
            ${JSON.stringify(kept)}, ${actor.ref}, ${at})`);
}

/** The latest of what they said; undefined while nothing was entered. */
export async function theirsOf(
  db: Queries,
  { accountId, reconciliationId }: Of,
): Promise<TheirStatement | undefined> {
  const row = await db.maybe(sql<{
    closing_minor: bigint | null;
    source: string;
    lines: { number: string; minor: string; on: string | null }[];
  }>`
    select s.closing_minor, s.source, s.lines
      from reconciliations.their_statement s
     where s.account_id        = ${accountId}
       and s.reconciliation_id = ${reconciliationId}
     order by s.recorded_at desc, s.statement_id desc
     limit 1`);
  if (!row) return undefined;
  const lines = row.lines.map((line) => ({ ...line, minor: BigInt(line.minor) }));
  return { source: row.source, closing: row.closing_minor, lines };
}

export type Answer = {
  readonly difference: string;
  readonly how: AnswerKind;
  readonly note: string;
  readonly made: string;
};

export async function insertAnswer(
  { tx, at, actor, newId }: Context,
  { accountId, reconciliationId }: Of,
  { difference, how, note, made }: Answer,
): Promise<void> {
  await tx.run(sql`
    insert into reconciliations.answer (account_id, reconciliation_id, answer_id, difference, how,
                                        note, made, actor, recorded_at)
    values (${accountId}, ${reconciliationId}, ${newId()}, ${difference}, ${how}, ${note},
            ${made}, ${actor.ref}, ${at})`);
}

/** The latest word on each difference, by its key. */
export async function answersOf(
  db: Queries,
  { accountId, reconciliationId }: Of,
): Promise<ReadonlyMap<string, Answer & { readonly by: string }>> {
  const rows = await db.all(sql<Answer & { by: string }>`
    select distinct on (a.difference) a.difference, a.how, a.note, a.made,
           coalesce(m.name, a.actor) as by
      from reconciliations.answer a
      left join team.person m on 'member:' || m.member_id = a.actor
     where a.account_id        = ${accountId}
       and a.reconciliation_id = ${reconciliationId}
     order by a.difference, a.recorded_at desc, a.answer_id desc`);
  return new Map(rows.map((row) => [row.difference, row]));
}

export async function insertSignature(
  { tx, at, actor }: Context,
  { accountId, reconciliationId }: Of,
  signed: {
    readonly as: 'preparer' | 'reviewer';
    readonly preparer: string;
    readonly figures: unknown;
    readonly note: string;
  },
): Promise<void> {
  await tx.run(sql`
    insert into reconciliations.signature (account_id, reconciliation_id, signed_as, actor,
                                           preparer, figures, note, recorded_at)
    values (${accountId}, ${reconciliationId}, ${signed.as}, ${actor.ref}, ${signed.preparer},
            ${JSON.stringify(signed.figures)}, ${signed.note}, ${at})`);
}
