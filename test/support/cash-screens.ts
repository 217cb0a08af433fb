/** Cash of today at a live desk: a bank account, a wire that was posted, the bank's statement. */
import { accepted, type Actor, perform } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { BankTransaction } from '#formats/neutral.ts';
import { registerBankAccount } from '#areas/bank-files/actions/register-bank-account.ts';
import { takeInFile } from '#areas/bank-files/actions/take-in-file.ts';
import { openBatch } from '#areas/cash/actions/enter-receipts.ts';
import { postBatch } from '#areas/cash/actions/post-batch.ts';
import type { BatchMethod } from '#areas/cash/store/batches.ts';
import { bytesFor, fileOf, statementOf } from './bank-files.ts';
import { usd } from './builders.ts';
import type { LiveDesk } from './live-desk.ts';

const actor: Actor = { ref: 'job:test', memberId: null };

/** The company of the live desk and one of its accounts. */
export async function cashDeskOf({ desk, today }: LiveDesk, name = 'Operating') {
  const row = await desk.db.one(sql<{ company_id: string; account: string }>`
    select c.company_id, a.account
      from team.company c
      join customers.account_card a on a.company_id = c.company_id
     where c.code = 'MAIN'
     order by a.account
     limit 1`);
  const companyId = id(row.company_id);
  const doing = { action: 'test.cash', actor, reason: 'for the test', input: null };
  const account = { companyId, name, ...accountNumbers(name) };
  const { bankAccountId } = accepted(
    await perform(desk, doing, (context) =>
      registerBankAccount(context, { ...account, currency: currency('USD') }),
    ),
  ).answer;
  return {
    companyId,
    bankAccountId,
    /** A payment of the first account, posted. */
    async received(method: BatchMethod, amount: string, reference: string): Promise<void> {
      const money = usd(amount);
      const typed = { account: row.account, payerName: row.account, payerAccount: '' };
      const wish = {
        companyId,
        method,
        source: 'keyboard',
        receivedOn: today,
        bank: '1010',
        control: { count: 1, amount: money },
        note: '',
        rows: [{ ...typed, amount: money, checkNumber: reference, reference, remittance: [] }],
      } as const;
      const { batchId } = accepted(
        await perform(desk, doing, (context) => openBatch(context, wish)),
      ).answer;
      accepted(await perform(desk, doing, (context) => postBatch(context, batchId)));
    },
    /** The bank's statement of today. */
    async statement(
      opening: string,
      closing: string,
      lines: readonly BankTransaction[],
    ): Promise<Id> {
      const balances = { from: today, to: today, opening: usd(opening), closing: usd(closing) };
      const neutral = fileOf(statementOf(lines, balances));
      const bytes = bytesFor(neutral);
      const file = { companyId, fileName: 'bank.bai', bytes, sha256: fingerprint(bytes), neutral };
      const wish = { ...file, source: 'upload', companies: 'all' } as const;
      return accepted(await perform(desk, doing, (context) => takeInFile(context, wish))).answer
        .fileId;
    },
  };
}

/** Another bank account of the company has a number and a journal account of its own. */
function accountNumbers(name: string) {
  const other = name !== 'Operating';
  return { number: other ? '000456' : '000123', cashAccount: other ? '1011' : '1010' };
}
