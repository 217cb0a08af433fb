/** Card batches: the kinds of gap by their words, and a batch booked by key. */
import { test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { accepted, perform } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { takeInFile } from '#areas/bank-files/actions/take-in-file.ts';
import { paths } from '#web/paths.ts';
import { bytesFor, fileOf, line } from '#test/support/bank-files.ts';
import { cashDeskOf } from '#test/support/cash-screens.ts';
import { answered, useScreens } from '#test/support/screens.ts';

const screens = useScreens();

test('a batch waits for the bank, then is booked with its fee', async () => {
  const live = screens.live();
  const cash = await cashDeskOf(live);
  await cash.received('card', '500.00', 'CARD-1');
  const usd = (minor: bigint) => ({ minor, currency: currency('USD') });
  const paid = { gross: usd(50_000n), fee: usd(1_450n), net: usd(48_550n) };
  const common = { record: 1, on: live.today, batch: 'po_1' } as const;
  const payment = { ...common, kind: 'payment', id: 'ch_1', reference: 'CARD-1', ...paid } as const;
  const neutral = { ...fileOf(), settlements: [{ processor: 'stripe', lines: [payment] }] };
  const bytes = bytesFor(neutral);
  const { companyId } = cash;
  const file = { companyId, fileName: 'cards.csv', bytes, sha256: fingerprint(bytes), neutral };
  const doing = {
    action: 'test.cards',
    actor: { ref: 'job:test', memberId: null },
    reason: 'for the test',
    input: null,
  };
  const wish = { ...file, source: 'upload', as: 'card-settlement', companies: 'all' } as const;
  accepted(await perform(live.desk, doing, (context) => takeInFile(context, wish)));
  const page = await screens.open(paths.cashCards, { as: 'manager' });
  const row = page.getByRole('row', { name: /stripe po_1/u });
  await row.getByText('fee', { exact: true }).waitFor();
  await row.getByText('timing').waitFor();
  await cash.statement('0.00', '485.50', [
    line(live.today, '485.50', 'STRIPE', { channel: 'card' }),
  ]);
  await page.reload();
  await row.getByText('fee', { exact: true }).waitFor();
  await row.getByText('timing').waitFor({ state: 'detached' });
  await answered(page, /settlements$/u, () => page.keyboard.press('b'));
  await row.getByText('booked').waitFor();
});
