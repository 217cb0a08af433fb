/** Charges and aid of many students from one file: all of it, or none. */
import type { Id } from '#kernel/ids.ts';
import type { Day } from '#kernel/day.ts';
import type { Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { accountsNumbered } from '#areas/customers/index.ts';
import { type RecordAid, type RecordCharge, recordAid, recordCharge } from './record-money.ts';

type Row = {
  readonly account: string;
  readonly term: string;
  readonly what:
    | ({ readonly of: 'charge' } & Pick<RecordCharge, 'kind' | 'authorised'>)
    | ({ readonly of: 'aid' } & Pick<RecordAid, 'programme' | 'state'>);
  readonly amount: Money;
  readonly on: Day;
  readonly document: string | null;
  readonly externalId: string | null;
};

/** The answer counts what was new and what was known by its id. */
export async function importAid(
  context: Context,
  rows: readonly Row[],
  /** Codes of the companies that whoever imports sees; empty: all. */
  companies: readonly string[],
): Promise<Outcome<{ recorded: number; known: number }>> {
  let recorded = 0;
  for (const row of rows) {
    const accountId = await accountOf(context, row.account, companies);
    if (accountId === undefined)
      return refuse('students.no_such_account', { account: row.account });
    const { what } = row;
    const common = { ...row, accountId };
    const done =
      what.of === 'charge'
        ? await recordCharge(context, { ...common, kind: what.kind, authorised: what.authorised })
        : await recordAid(context, { ...common, programme: what.programme, state: what.state });
    if (!done.ok) return done;
    if (done.value.recorded) recorded += 1;
  }
  return accept({ recorded, known: rows.length - recorded });
}

async function accountOf(
  { tx }: Context,
  number: string,
  companies: readonly string[],
): Promise<Id | undefined> {
  const found = await accountsNumbered(tx, number);
  const seen = found.filter(({ company }) => companies.length === 0 || companies.includes(company));
  return seen.length === 1 ? seen[0]?.accountId : undefined;
}
