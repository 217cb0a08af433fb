/** Card batches: the kinds of gap by their words, and a batch booked by key. */
import { expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { accepted, perform } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { takeInFile } from '#areas/bank-files/actions/take-in-file.ts';
import { paths } from '#web/paths.ts';
import { bytesFor, fileOf, line } from '#test/support/bank-files.ts';
import { cashPage } from '#test/support/cash-page.ts';
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

test('a chargeback goes back from its batch in one step, with what opens said before', async () => {
  const desk = await cashPage(screens, { returnFeeMinor: '3500' });
  const live = screens.live();
  const cash = await cashDeskOf(live, 'Cards');
  await cash.received('card', '210.00', 'CARD-7');
  const usd = (minor: bigint) => ({ minor, currency: currency('USD') });
  const taken = { gross: usd(-21_000n), fee: usd(1_500n), net: usd(-22_500n) };
  const common = { record: 1, on: live.today, batch: 'po_7', kind: 'chargeback' } as const;
  const chargeback = { ...common, id: 'dp_7', reference: 'CARD-7', ...taken } as const;
  const neutral = { ...fileOf(), settlements: [{ processor: 'stripe', lines: [chargeback] }] };
  const bytes = bytesFor(neutral);
  const file = { fileName: 'back.csv', bytes, sha256: fingerprint(bytes), neutral };
  const told = { ...file, companyId: cash.companyId, as: 'card-settlement' } as const;
  const wish = { ...told, source: 'upload', companies: 'all' } as const;
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.cards', actor, reason: 'for the test', input: null };
  accepted(await perform(live.desk, doing, (context) => takeInFile(context, wish)));
  const page = await desk.open(paths.cashCards);
  await page.getByRole('row', { name: /stripe po_7/u }).click();
  await page.getByRole('button', { name: /^Take back the payment of/u }).click();
  const dialog = page.getByRole('dialog', { name: 'The bank took it back' });
  const fee = dialog.getByLabel('Fee to the customer');
  await expect.poll(() => fee.inputValue()).toBe('');
  await dialog.getByLabel('Reason').fill('Insufficient funds');
  await expect.poll(() => fee.inputValue()).toBe('35.00');
  await dialog.getByLabel('Reason').fill('R10');
  await expect.poll(() => fee.inputValue()).toBe('');
  await answered(page, /receipts\/[^/]+\/return$/u, () =>
    dialog.getByRole('button', { name: 'Take it back' }).click(),
  );
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByRole('button', { name: /^Take back the payment of/u })
    .waitFor({ state: 'detached' });
});
