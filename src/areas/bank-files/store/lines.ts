/**
 * Statements and lines: a line is inserted once with its first version; what is said of it
 * later is a version more. `line_now` repeats the best version for whoever works the lines.
 */
import type { BankTransaction, Statement } from '#formats/neutral.ts';
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { lineToJson, remittanceToJson } from '../rules/money-json.ts';

export type NewStatement = {
  readonly statementId: Id;
  readonly fileId: Id;
  readonly statementNo: number;
  readonly companyId: Id;
  readonly bankAccountId: Id;
  readonly statement: Statement;
  readonly movements: bigint;
  readonly content: string;
  readonly repeats: Id | null;
};

/** Earlier statements of these accounts that say the same, by account and content. */
export async function statementsSaying(
  db: Queries,
  bankAccountIds: readonly Id[],
  contents: readonly string[],
): Promise<Map<string, Id>> {
  const rows = await db.all(sql<{ bank_account_id: string; content: string; statement_id: string }>`
    select bank_account_id, content, statement_id
      from bank_files.statement
     where bank_account_id = any(${bankAccountIds})
       and content = any(${contents})
       and repeats is null`);
  return new Map(
    rows.map((row) => [`${row.bank_account_id} ${row.content}`, id(row.statement_id)]),
  );
}

export async function insertStatements(
  { tx, at }: Context,
  statements: readonly NewStatement[],
): Promise<void> {
  await tx.copyIn(
    `bank_files.statement (statement_id, file_id, statement_no, company_id, bank_account_id,
      bank_reference, currency, kind, from_on, to_on, opening_minor, closing_minor,
      movements_minor, lines, content, repeats, recorded_at)`,
    statements.map(({ statement, ...each }) => [
      each.statementId,
      each.fileId,
      each.statementNo,
      each.companyId,
      each.bankAccountId,
      statement.id,
      statement.currency,
      statement.kind,
      statement.from,
      statement.to,
      statement.opening?.minor,
      statement.closing?.minor,
      each.movements,
      statement.transactions.length,
      each.content,
      each.repeats,
      at,
    ]),
  );
}

export type StoredLine = {
  readonly lineId: Id;
  readonly bankAccountId: Id;
  readonly identity: string;
  readonly occurrence: number;
  readonly version: number;
  readonly bookedOn: Day;
  readonly minor: bigint;
  readonly status: BankTransaction['status'];
  /** The wording as it was compared when it was taken in. */
  readonly richness: number;
  readonly digest: string;
  readonly used: boolean;
};

type StoredRow = {
  line_id: string;
  bank_account_id: string;
  identity: string;
  occurrence: number;
  version: number;
  booked_on: string;
  amount_minor: bigint;
  status: StoredLine['status'];
  richness: number;
  digest: string;
  used: boolean;
};

/** Lines of an account that have one of these identities, in the order of their occurrence. */
export async function linesIdentified(
  db: Queries,
  bankAccountId: Id,
  identities: readonly string[],
): Promise<StoredLine[]> {
  const rows = await db.all(sql<StoredRow>`
    select l.line_id, l.bank_account_id, l.identity, l.occurrence, n.version, n.booked_on,
           n.amount_minor, n.status, v.richness, v.digest, n.used_by is not null as used
      from unnest(${identities}::text[]) as i (identity)
      join bank_files.line l
        on l.bank_account_id = ${bankAccountId} and l.identity = i.identity
      join bank_files.line_now n on n.line_id = l.line_id
      join bank_files.line_version v on v.line_id = n.line_id and v.version = n.version
     order by l.identity, l.occurrence`);
  return rows.map((row) => ({
    lineId: id(row.line_id),
    bankAccountId: id(row.bank_account_id),
    identity: row.identity,
    occurrence: row.occurrence,
    version: row.version,
    bookedOn: day(row.booked_on),
    minor: row.amount_minor,
    status: row.status,
    richness: row.richness,
    digest: row.digest,
    used: row.used,
  }));
}

export type NewVersion = {
  readonly lineId: Id;
  readonly version: number;
  readonly statementId: Id;
  readonly line: BankTransaction;
  readonly richness: number;
  readonly digest: string;
};

export type NewLine = NewVersion & {
  readonly companyId: Id;
  readonly bankAccountId: Id;
  readonly identity: string;
  readonly occurrence: number;
  readonly listedAs: Statement['kind'];
};

export async function insertLines(context: Context, lines: readonly NewLine[]): Promise<void> {
  const { tx, at } = context;
  if (lines.length === 0) return;
  await tx.copyIn(
    `bank_files.line (line_id, company_id, bank_account_id, identity, occurrence, recorded_at)`,
    lines.map((each) => [
      each.lineId,
      each.companyId,
      each.bankAccountId,
      each.identity,
      each.occurrence,
      at,
    ]),
  );
  await insertVersions(context, lines);
  await tx.copyIn(
    `bank_files.line_now (line_id, company_id, bank_account_id, version, booked_on, amount_minor,
      status, listed_as)`,
    lines.map(({ line, ...each }) => [
      each.lineId,
      each.companyId,
      each.bankAccountId,
      each.version,
      line.bookedOn,
      line.amount.minor,
      line.status,
      each.listedAs,
    ]),
  );
}

async function insertVersions(
  { tx, at, actor }: Context,
  versions: readonly NewVersion[],
): Promise<void> {
  await tx.copyIn(
    `bank_files.line_version (line_id, version, statement_id, record, booked_on, value_on,
      amount_minor, currency, status, channel, code, payer_name, payer_account, check_number, refs,
      said, external_id, returned_reason, returned_original, remittance, richness, digest,
      recorded_at, actor)`,
    versions.map(({ line, ...each }) => [
      each.lineId,
      each.version,
      each.statementId,
      line.record,
      line.bookedOn,
      line.valueOn,
      line.amount.minor,
      line.amount.currency,
      line.status,
      line.channel,
      line.code,
      line.payerName,
      line.payerAccount,
      line.checkNumber,
      textArray(line.references),
      line.text,
      line.externalId,
      line.returned?.reason,
      line.returned?.originalId,
      line.remittance && JSON.stringify(remittanceToJson(line.remittance)),
      each.richness,
      each.digest,
      at,
      actor.ref,
    ]),
  );
}

/** An array of texts as PostgreSQL writes it. */
function textArray(texts: readonly string[]): string {
  const quoted = texts.map((text) => `"${text.replace(/[\\"]/gu, (mark) => `\\${mark}`)}"`);
  return `{${quoted.join(',')}}`;
}

/** Lets lines stand as their new versions say. */
export async function addVersions(
  context: Context,
  versions: readonly NewVersion[],
): Promise<void> {
  if (versions.length === 0) return;
  await insertVersions(context, versions);
  await context.tx.run(sql`
    update bank_files.line_now n
       set version = v.version, booked_on = v.booked_on, amount_minor = v.amount_minor,
           status = v.status
      from unnest(${versions.map((each) => each.lineId)}::uuid[],
                  ${versions.map((each) => each.version)}::int[],
                  ${versions.map(({ line }) => line.bookedOn)}::date[],
                  ${versions.map(({ line }) => line.amount.minor.toString())}::bigint[],
                  ${versions.map(({ line }) => line.status)}::text[])
           as v (line_id, version, booked_on, amount_minor, status)
     where n.line_id = v.line_id`);
}

export type Seen = {
  readonly statementId: Id;
  readonly place: number;
  readonly record: number;
  readonly lineId: Id;
  readonly listedAs: Statement['kind'];
};

/** Notes every place where lines were listed; a statement outweighs a notice. */
export async function insertSeen({ tx }: Context, seen: readonly Seen[]): Promise<void> {
  await tx.copyIn(
    'bank_files.line_seen (statement_id, place, record, line_id)',
    seen.map(({ statementId, place, record, lineId }) => [statementId, place, record, lineId]),
  );
  const stronger = seen.filter(({ listedAs }) => listedAs !== 'notices');
  if (stronger.length === 0) return;
  await tx.run(sql`
    update bank_files.line_now n
       set listed_as = s.listed_as
      from unnest(${stronger.map((each) => each.lineId)}::uuid[],
                  ${stronger.map((each) => each.listedAs)}::text[]) as s (line_id, listed_as)
     where n.line_id = s.line_id
       and n.listed_as <> s.listed_as
       and (n.listed_as = 'notices' or s.listed_as = 'statement')`);
}

export type NewException = {
  readonly exceptionId: Id;
  readonly lineId: Id;
  readonly statementId: Id;
  readonly line: BankTransaction;
};

/** Questions about used lines of which a file says something else. */
export async function insertExceptions(
  { tx, at }: Context,
  exceptions: readonly NewException[],
): Promise<void> {
  await tx.copyIn(
    `bank_files.line_exception (exception_id, line_id, statement_id, record, said, recorded_at)`,
    exceptions.map(({ exceptionId, lineId, statementId, line }) => [
      exceptionId,
      lineId,
      statementId,
      line.record,
      JSON.stringify(lineToJson(line)),
      at,
    ]),
  );
}
