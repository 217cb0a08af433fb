/** What people and the program said of bank lines: cleared, treated, noted, signed. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Cleared } from '../../rules/reconciliation/clearing.ts';
import type { Treatment } from '../../rules/reconciliation/treatment.ts';
import type { BankAccount } from './accounts.ts';

/** Whoever clears or treats rows of a bank account waits for whoever does already. */
export async function lockBank(tx: Tx, bankAccountId: Id): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`cash.bank ${bankAccountId}`}, 0))`);
}

/** Each line and each entry is cleared once; the keys hold it. */
export async function insertCleared(
  { tx, at, actor, reason, newId }: Context,
  { companyId, bankAccountId }: BankAccount,
  cleared: readonly Cleared[],
): Promise<Id[]> {
  const made = cleared.map((each) => ({ ...each, clearedId: newId() }));
  if (made.length === 0) return [];
  await tx.copyIn(
    `cash.cleared (cleared_id, company_id, bank_account_id, how, line_ids, entry_keys, recorded_at,
      actor, reason)`,
    made.map(({ clearedId, how, lineIds, keys }) => [
      clearedId,
      companyId,
      bankAccountId,
      how,
      `{${lineIds.join(',')}}`,
      `{${keys.map((key) => `"${key}"`).join(',')}}`,
      at,
      actor.ref,
      reason,
    ]),
  );
  await tx.copyIn(
    'cash.line_cleared (line_id, cleared_id)',
    made.flatMap(({ clearedId, lineIds }) => lineIds.map((lineId) => [lineId, clearedId])),
  );
  await tx.copyIn(
    'cash.entry_cleared (account_id, entry_id, line_no, cleared_id)',
    made.flatMap(({ clearedId, keys }) =>
      keys.map((key) => {
        const [accountId = '', entryId = '', lineNo = ''] = key.split(' ');
        return [accountId, entryId, Number(lineNo), clearedId];
      }),
    ),
  );
  return made.map(({ clearedId }) => clearedId);
}

export type ClearedLine = {
  readonly lineId: Id;
  readonly on: Day;
  readonly amount: bigint;
  readonly who: string;
  readonly said: string;
  readonly how: 'deposit' | 'amount' | 'person';
  readonly by: string;
  readonly reason: string;
};

/** Lines of a statement whose clearing may be taken back, in the order of the statement. */
export async function clearedOnStatement(
  db: Queries,
  { bankAccountId }: Pick<BankAccount, 'bankAccountId'>,
  statementId: Id,
): Promise<ClearedLine[]> {
  const rows = await db.all(sql<{
    line_id: string;
    booked_on: string;
    amount_minor: bigint;
    who: string;
    said: string;
    how: ClearedLine['how'];
    by: string;
    reason: string;
  }>`
    select s.line_id, s.booked_on, s.amount_minor, coalesce(l.payer_name, '') as who,
           coalesce(l.said, '') as said, c.how, coalesce(p.name, c.actor) as by, c.reason
      from bank_files.statement_line_card s
      join cash.line_cleared x on x.line_id = s.line_id
      join cash.cleared c on c.cleared_id = x.cleared_id
      left join bank_files.line_card l on l.line_id = s.line_id
      left join team.person p on c.actor = 'member:' || p.member_id
     where s.statement_id    = ${statementId}
       and c.bank_account_id = ${bankAccountId}
       and c.how in ('deposit', 'amount', 'person')
     order by s.booked_on, s.line_id
     limit 500`);
  return rows.map((row) => ({
    lineId: id(row.line_id),
    on: day(row.booked_on),
    amount: row.amount_minor,
    who: row.who,
    said: row.said,
    how: row.how,
    by: row.by,
    reason: row.reason,
  }));
}

/** Ends the clearing of a line; undefined where there is none that may be taken back. */
export async function endCleared(
  { tx, at, actor, reason }: Context,
  { companyId, bankAccountId }: BankAccount,
  lineId: Id,
): Promise<Id[] | undefined> {
  const ended = await tx.maybe(sql<{ cleared_id: string; line_ids: Id[] }>`
    select c.cleared_id, c.line_ids
      from cash.line_cleared x
      join cash.cleared c on c.cleared_id = x.cleared_id
     where x.line_id         = ${lineId}
       and c.company_id      = ${companyId}
       and c.bank_account_id = ${bankAccountId}
       and c.how in ('deposit', 'amount', 'person')`);
  if (!ended) return undefined;
  await tx.run(sql`
    insert into cash.cleared_end (cleared_id, recorded_at, actor, reason)
    values (${ended.cleared_id}, ${at}, ${actor.ref}, ${reason})`);
  await tx.run(sql`delete from cash.line_cleared where cleared_id = ${ended.cleared_id}`);
  await tx.run(sql`delete from cash.entry_cleared where cleared_id = ${ended.cleared_id}`);
  return ended.line_ids;
}

export async function insertTreatment(
  { tx, at, actor, reason }: Context,
  { companyId, bankAccountId }: BankAccount,
  {
    lineId,
    treatment,
    entryId,
  }: { readonly lineId: Id; readonly treatment: Treatment; readonly entryId: Id | null },
): Promise<void> {
  await tx.run(sql`
    insert into cash.treatment (line_id, recorded_at, company_id, bank_account_id, treatment,
                                entry_id, actor, reason)
    values (${lineId}, ${at}, ${companyId}, ${bankAccountId}, ${treatment}, ${entryId},
            ${actor.ref}, ${reason})`);
}

export async function insertBookNote(
  { tx, at, actor, reason }: Context,
  key: string,
): Promise<void> {
  const [accountId, entryId, lineNo] = key.split(' ');
  await tx.run(sql`
    insert into cash.book_note (account_id, entry_id, line_no, recorded_at, actor, reason)
    values (${accountId}, ${entryId}, ${lineNo}, ${at}, ${actor.ref}, ${reason})`);
}

export type NewReconciliation = {
  readonly statementId: Id;
  readonly from: Day;
  readonly to: Day;
  readonly closing: bigint;
  readonly broughtForward: bigint;
  /** What stood under the signature, amounts as text. */
  readonly figures: Readonly<Record<string, unknown>>;
  readonly note: string;
};

export async function insertReconciliation(
  { tx, at, actor }: Context,
  { companyId, bankAccountId }: BankAccount,
  made: NewReconciliation,
): Promise<void> {
  await tx.run(sql`
    insert into cash.reconciliation (statement_id, company_id, bank_account_id, from_on, to_on,
                                     closing_minor, brought_forward, figures, note, recorded_at,
                                     actor)
    values (${made.statementId}, ${companyId}, ${bankAccountId}, ${made.from}, ${made.to},
            ${made.closing.toString()}, ${made.broughtForward.toString()},
            ${JSON.stringify(made.figures)}, ${made.note}, ${at}, ${actor.ref})`);
}

/** What was brought forward with the first signature of an account; null before it. */
export async function broughtForwardOf(
  tx: Pick<Tx, 'maybe'>,
  bankAccountId: Id,
): Promise<bigint | null> {
  const row = await tx.maybe(sql<{ brought_forward: bigint }>`
    select brought_forward
      from cash.reconciliation
     where bank_account_id = ${bankAccountId}
     order by to_on, recorded_at
     limit 1`);
  return row?.brought_forward ?? null;
}
