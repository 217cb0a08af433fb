/**
 * What came over the counter of the invented company on its last bank day: checks that were keyed,
 * posted and put into a deposit, and invoices paid by card, of which the processor has reported
 * and the bank has not yet.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, currency, formatMoney, money, sum } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { takeInFiles } from '#areas/bank-files/actions/take-in-files.ts';
import { readDropped } from '#areas/bank-files/answers/read-dropped.ts';
import { addCheck, openDeposit } from '#areas/cash/actions/deposits/fill-deposit.ts';
import { moveDeposit } from '#areas/cash/actions/deposits/move-deposit.ts';
import { openBatch } from '#areas/cash/actions/enter-receipts.ts';
import { matchReceipts } from '#areas/cash/actions/match-receipts.ts';
import { postBatch } from '#areas/cash/actions/post-batch.ts';
import { type Context, type Desk, accepted } from '#platform/action.ts';
import { openPicture } from '#platform/files/open-picture.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Cast } from './demo-cast.ts';
import { act, deskOn, lastWorkday } from './demo-desk.ts';
import { barredAccounts } from './demo-plans.ts';

type Bill = { readonly number: string; readonly name: string; readonly open: Money };

export async function payOverTheCounter(desk: Desk, cast: Cast): Promise<void> {
  const day = lastWorkday(desk.clock.today());
  const then = deskOn(desk, day);
  const bills = await notPaidYet(then, cast.companyId);
  await depositChecks(then, cast, bills.slice(0, 3));
  await settleCards(then, cast, bills.slice(3, 6));
}

/** Invoices of dollars that are not due for a while, so that no other scene is about them. */
async function notPaidYet(then: Desk, companyId: Id): Promise<Bill[]> {
  const { db, clock } = then;
  const today = clock.today();
  const barred = [...(await barredAccounts(then))];
  const rows = await db.all(sql<{ number: string; name: string; open_minor: bigint }>`
    select i.number, c.name, o.open_minor
      from ledger.open_items_on(${today}::date) o
      join ledger.item i on i.account_id = o.account_id and i.item_id = o.item_id
      join customers.account_card c on c.account_id = o.account_id
     where c.company_id = ${companyId}
       and o.account_id <> all(${barred}::uuid[])
       and o.currency = 'USD'
       and i.kind = 'invoice'
       and o.open_minor = i.amount_minor
       and o.due_on > ${plusDays(today, 3)}
     order by i.number desc
     limit 6`);
  return rows.map(({ number, name, open_minor: minor }) => {
    return { number, name, open: money(minor, 'USD') };
  });
}

async function depositChecks(then: Desk, cast: Cast, bills: readonly Bill[]): Promise<void> {
  const { companyId } = cast;
  const by = cast.people.get('poster') ?? null;
  const checks = bills.map((bill, at) => ({ ...bill, checkNumber: String(20_871 + at * 146) }));
  await keyIn(then, cast, 'check', checks);
  const receipts = await receiptsOf(then, checks);
  const control = { count: checks.length, amount: totalOf(bills) };
  const bankAccountId = await operatingAccount(then, companyId);
  const doing = { action: 'cash.open_deposit', by, reason: 'The morning mail' };
  await act(then, doing, async (context) => {
    const opened = await openDeposit(context, { companyId, bankAccountId, ...control, note: '' });
    if (!opened.ok) return opened;
    const ids = { companyId, depositId: opened.value.depositId };
    for (const { number, checkNumber } of checks) {
      const micr = `u${checkNumber}u t021000021t 48820${checkNumber}u`;
      const receiptId = receipts.get(number);
      const added = await addCheck(context, {
        ...ids,
        micr,
        receiptId,
        amount: undefined,
        lookedAt: false,
      });
      if (!added.ok) return added;
    }
    return moveDeposit(context, { ...ids, act: 'close', said: '' }, openPicture);
  });
}

async function settleCards(then: Desk, cast: Cast, bills: readonly Bill[]): Promise<void> {
  const { companyId, people } = cast;
  await keyIn(then, cast, 'card', bills);
  const content = reportOf(then.clock.today(), bills);
  const dropped = [{ name: 'card-batch-412.csv', bytes: Buffer.from(content) }];
  const files = accepted(await readDropped(dropped, { db: then.db, companyId, said: {} }));
  const by = people.get('poster') ?? null;
  await act(then, { action: 'bank_files.take_in_file', by }, (context) =>
    takeInFiles(context, files, {
      companyId,
      companies: 'all',
      source: 'demo',
      as: 'card-settlement',
    }),
  );
}

type Keyed = Bill & { readonly checkNumber?: string };

/** A batch with its control total, posted, and applied to what each of its payments names. */
async function keyIn(
  then: Desk,
  { companyId, people }: Cast,
  method: 'check' | 'card',
  bills: readonly Keyed[],
): Promise<void> {
  const by = people.get('poster') ?? null;
  const rows = bills.map(({ number, name, open, checkNumber = '' }) => ({
    account: '',
    payerName: name,
    payerAccount: '',
    amount: open,
    checkNumber,
    reference: number,
    remittance: [{ reference: number, paidMinor: open.minor }],
  }));
  const work = async (context: Context): Promise<Outcome<null, string>> => {
    const opened = await openBatch(context, {
      companyId,
      method,
      source: 'keyboard',
      receivedOn: context.today,
      bank: null,
      control: { count: rows.length, amount: totalOf(bills) },
      note: '',
      rows,
    });
    if (!opened.ok) return opened;
    const posted = await postBatch(context, opened.value.batchId);
    if (!posted.ok) return posted;
    const matched = await matchReceipts(context, { companyId, receiptIds: 'all' });
    return matched.ok ? accept(null) : matched;
  };
  await act(then, { action: 'cash.open_batch', by }, work);
}

async function receiptsOf({ db }: Desk, bills: readonly Bill[]): Promise<Map<string, Id>> {
  const rows = await db.all(sql<{ reference: string; receipt_id: Id }>`
    select reference, receipt_id
      from cash.receipt_card
     where reference = any(${bills.map(({ number }) => number)}::text[])`);
  return new Map(rows.map((row) => [row.reference, row.receipt_id]));
}

async function operatingAccount({ db }: Desk, companyId: Id): Promise<Id> {
  const { bank_account_id: found } = await db.one(sql<{ bank_account_id: Id }>`
    select bank_account_id
      from bank_files.bank_account
     where company_id = ${companyId}`);
  return found;
}

function totalOf(bills: readonly Bill[]): Money {
  return sum(
    bills.map(({ open }) => open),
    currency('USD'),
  );
}

/** As a processor reports a day: each sale with its fee of 2.9 hundredths. */
function reportOf(on: Day, bills: readonly Bill[]): string {
  const whose = 'Batch ID,Settlement Date,Transaction ID,Type,Card Brand,Last4';
  const head = `${whose},Order/Invoice,Gross,Fee,Net,Currency`;
  const rows = bills.map(({ number, open }, at) => {
    const fee = money((open.minor * 29n + 500n) / 1000n, open.currency);
    const net = money(open.minor - fee.minor, open.currency);
    const figures = [open, fee, net].map(formatMoney).join(',');
    return `412,${on},TX88${at}4410,Sale,Visa,${4111 + at},${number},${figures},USD`;
  });
  return [head, ...rows, ''].join('\n');
}
