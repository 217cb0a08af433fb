/**
 * How the accounts of a question are read: as cells that are kept, one by one, or all of them.
 *
 *     whole companies          ─▶ their cells
 *     collector, team, segment ─▶ the cells that are theirs, and the few accounts whose place
 *                                 differs: who owned them on the day asked for, who moved since
 *     a customer, accounts     ─▶ the accounts, by their index
 *     as known at a moment     ─▶ the whole history
 */
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import { type Question, accountsWhere, peopleIn } from './asked.ts';

export type Cells = {
  readonly how: 'cells';
  /** The condition on cells `c`. */
  readonly cells: Sql;
  /** Of which the rest is; null: there is no rest, any will do. */
  readonly revision: bigint | null;
  /** Asked for and kept elsewhere. */
  readonly strays: readonly Id[];
  /** Kept here and not asked for. */
  readonly lost: readonly Id[];
};

export type Reading =
  | Cells
  | { readonly how: 'accounts'; readonly accountIds: readonly Id[] }
  | { readonly how: 'history' };

/** More accounts than these are not looked up one by one. */
const most = 500;
const history = { how: 'history' } as const;

export async function readingOf(db: Queries, question: Question): Promise<Reading> {
  const { knownAt, scope } = question;
  if (knownAt !== null) return history;
  const { collectorId, teamId, segment, customerId, accountIds } = scope;
  const isSet = (value: unknown): boolean => value !== null && value !== undefined;
  if (isSet(customerId) || isSet(accountIds)) return accountsOfQuestion(db, question);
  const cells = cellsOf(question);
  if (![collectorId, teamId, segment].some(isSet)) {
    return { how: 'cells', cells, revision: null, strays: [], lost: [] };
  }
  return strayFrom(db, question, cells);
}

async function accountsOfQuestion(db: Queries, question: Question): Promise<Reading> {
  const rows = await db.all(sql<{ account_id: string }>`
    select s.account_id
      from customers.account_scope s
     where ${accountsWhere(question)}
     limit ${most + 1}`);
  if (rows.length > most) return history;
  return { how: 'accounts', accountIds: rows.map((row) => id(row.account_id)) };
}

function cellsOf({ scope }: Question): Sql {
  const { companies = 'all', companyId, segment } = scope;
  const people = peopleIn(scope);
  return allOf([
    companies === 'all' ? undefined : inCompanies(sql`c.company_id`, companies),
    companyId === null ? undefined : sql`c.company_id = ${companyId}`,
    segment === undefined || segment === null ? undefined : sql`c.segment = ${segment}`,
    people && sql`c.owner_id in (select w.member_id from (${people}) w)`,
  ]);
}

type StrayRow = { revision: bigint; strays: string[]; lost: string[] };

/** An account that is kept nowhere had no facts by the moment of the book: it is no stray. */
async function strayFrom(db: Queries, question: Question, cells: Sql): Promise<Reading> {
  const row = await db.maybe(sql<StrayRow>`
    with asked as materialized (
      select s.account_id
        from customers.account_scope s
       where ${accountsWhere(question)}
    ), kept as materialized (
      select k.account_id
        from metrics.kept_account k
        join metrics.kept_cell c on c.cell_id = k.cell_id
       where ${cells}
    )
    select b.revision,
           array(select a.account_id
                   from asked a
                   join metrics.kept_account p on p.account_id = a.account_id
                  where a.account_id not in (select k.account_id from kept k)
                  limit ${most + 1}) as strays,
           array(select k.account_id
                   from kept k
                  where k.account_id not in (select a.account_id from asked a)
                  limit ${most + 1}) as lost
      from metrics.kept_book b
     where b.is_whole`);
  if (!row || row.strays.length + row.lost.length > most) return history;
  const { revision } = row;
  return { how: 'cells', cells, revision, strays: row.strays.map(id), lost: row.lost.map(id) };
}
