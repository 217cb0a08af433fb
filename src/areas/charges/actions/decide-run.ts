/**
 * Says yes or no to a run. A yes books one debit memo an account and currency, once; what was
 * charged meanwhile by another run or a notice is left out.
 *
 * Who prepared it does not decide it, unless the company's terms let one person do both.
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, plus, zero } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Context, accepted } from '#platform/action.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { chargeNotice, lockAccounts } from '#areas/ledger/index.ts';
import { chargedThrough, insertBooked } from '../store/booked.ts';
import {
  type RunCard,
  type RunRow,
  insertDecision,
  lockRun,
  rowsOfRun,
  runsOf,
} from '../store/runs.ts';

export type DecideRun = {
  readonly runId: Id;
  readonly said: 'yes' | 'no';
  readonly companies: CompanyScope;
};

export type DecideRunRefusal =
  | 'charges.no_such_run'
  | 'charges.decided_already'
  | 'charges.own_run';

export type DecidedRun = { readonly booked: number; readonly skipped: number };

export async function decideRun(
  context: Context,
  { runId, said, companies }: DecideRun,
): Promise<Outcome<DecidedRun, DecideRunRefusal>> {
  const { tx, actor } = context;
  await lockRun(tx, runId);
  const [run] = await runsOf(tx, companies, runId);
  if (!run) return refuse('charges.no_such_run');
  if (run.decision !== null) return refuse('charges.decided_already', { by: run.decision.by });
  if (!run.alone && run.actor === actor.ref) return refuse('charges.own_run');
  await insertDecision(context, run, said);
  context.did({ what: `run of charges ${said}`, id: runId });
  if (said === 'no') return accept({ booked: 0, skipped: 0 });
  return accept(await book(context, run));
}

async function book(context: Context, run: RunCard): Promise<DecidedRun> {
  const rows = (await rowsOfRun(context.tx, run.runId)).filter(
    ({ interest, fee }) => interest.minor + fee.minor > 0n,
  );
  const accounts = Map.groupBy(rows, (row) => row.accountId);
  await lockAccounts(context.tx, [...accounts.keys()]);
  let booked = 0;
  let skipped = 0;
  for (const [accountId, of] of accounts) {
    const through = await chargedThrough(context.tx, accountId);
    const still = of.filter((row) => (through.get(row.itemId) ?? null) === row.worked.interestTo);
    skipped += of.length - still.length;
    for (const [, same] of Map.groupBy(still, (row) => row.interest.currency)) {
      await bookMemo(context, run, accountId, same);
      booked += 1;
    }
  }
  return { booked, skipped };
}

/** One debit memo, due at once, for every debt of the account in its currency. */
async function bookMemo(
  context: Context,
  { runId, asOf }: RunCard,
  accountId: Id,
  rows: readonly RunRow[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const none = zero(first.interest.currency);
  const add = (pick: (row: RunRow) => Money): Money => rows.map(pick).reduce(plus, none);
  const interest = add((row) => row.interest);
  const fee = add((row) => row.fee);
  const { today: chargedOn } = context;
  const wish = { accountId, interest, fees: fee, chargedOn, dueOn: chargedOn };
  const { itemId: chargeItemId } = accepted(await chargeNotice(context, wish));
  const items = rows.map((row) => ({
    itemId: row.itemId,
    interestTo: row.worked.dayCount === null ? null : asOf,
    fee: row.fee.minor > 0n,
  }));
  const memo = { accountId, chargeItemId, runId, interest, fee, reinstates: null, items };
  await insertBooked(context, memo);
}
