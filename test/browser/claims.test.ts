/** An insurer's payment of claims on the board: seen claim by claim, posted whole by two people. */
import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { accepted, type Context, perform } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { sql } from '#platform/postgres/sql.ts';
import { readX12 } from '#formats/x12/read.ts';
import { takeInFile } from '#areas/bank-files/actions/take-in-file.ts';
import { receiveLines } from '#areas/cash/actions/receive-lines.ts';
import { paths } from '#web/paths.ts';
import { line } from '#test/support/bank-files.ts';
import { cashPage } from '#test/support/cash-page.ts';
import { cashDeskOf } from '#test/support/cash-screens.ts';
import { advice, claims } from '#test/support/claim-files.ts';
import { answered, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 4 });

/** The bank credits 780.00 and the insurer's 835 explains it. */
async function paidByInsurer(): Promise<void> {
  const live = screens.live();
  const cash = await cashDeskOf(live);
  const { companyId } = cash;
  const text = 'HCCLAIMPMT TRN*1*EFT7788*1512345678';
  const credit = { channel: 'ach', payerName: 'BLUE SHIELD' } as const;
  await cash.statement('0.00', '780.00', [line(live.today, '780.00', text, credit)]);
  const bytes = advice('780', claims);
  const read = accepted(readX12(bytes, 'x12-835'));
  const file = { companyId, fileName: 'claims.835', bytes, sha256: fingerprint(bytes) };
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.claims', actor, reason: 'for the test', input: null };
  const wish = { ...file, neutral: read.neutral(), source: 'upload', companies: 'all' } as const;
  const work = async (context: Context) => {
    accepted(await takeInFile(context, wish));
    return accept(await receiveLines(context, companyId));
  };
  accepted(await perform(live.desk, doing, work));
}

test('claims are read on the board, asked for, granted by another, and posted', async () => {
  const desk = await cashPage(screens, { adjustmentLimitMinor: '0' });
  await desk.owed('Blue Shield', { 'C-1': '600', 'C-2': '400' });
  await paidByInsurer();
  const page = await desk.open(`${paths.cash}?q=BLUE`);
  const panel = page.getByRole('region', { name: 'Payment of claims (835)' });
  await panel.getByText('2 claims, posted whole or not at all').waitFor();
  await panel.getByText('C-1 CO-45 80.00 · PR-1 40.00').waitFor();
  await panel.getByText('C-2 CO-45 100.00').waitFor();
  await answered(page, /\/posting$/u, () =>
    panel.getByRole('button', { name: 'Post the claims' }).click(),
  );
  await page.getByText('Adjustments above the limit: another person is asked.').waitFor();
  await panel.getByRole('button', { name: 'Post the claims' }).waitFor({ state: 'detached' });

  // Ines reads Spanish.
  const ines = await screens.open(paths.approvals, { as: 'controller' });
  const list = ines.getByRole('grid', { name: 'Aprobaciones' });
  await list.getByText('Blue Shield').waitFor();
  await list.focus();
  await ines.keyboard.press('Enter');
  await ines.getByRole('dialog').getByLabel('Su razón').fill('the contract says so');
  await answered(ines, /decision/u, () => ines.keyboard.press('Enter'));
  const told = async () => {
    const rows = await screens.live().desk.db.all(sql<{ told: string }>`
      select concat_ws(' ', claim, paid_minor, adjusted_minor, left_minor) as told
        from cash.claim_posted
       order by claim`);
    return rows.map((row) => row.told);
  };
  // The workers post what was granted.
  await expect
    .poll(told, { timeout: 20_000 })
    .toEqual(['C-1 48000 8000 4000', 'C-2 30000 10000 0']);
  const posted = await desk.open(`${paths.cash}?q=BLUE&view=posted`);
  const pays = posted.getByRole('region', { name: 'What it pays' });
  await pays.getByText('C-1').waitFor();
  await pays.getByText('C-2').waitFor();
});
