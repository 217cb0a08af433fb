/** The book of record on its screen: named, told by a file, refused line by line, told again. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { cashDeskOf } from '#test/support/cash-screens.ts';
import { answered, useScreens } from '#test/support/screens.ts';

const screens = useScreens();

test('a book is named, its file made, a line refused and told again', async () => {
  const cash = await cashDeskOf(screens.live());
  const page = await screens.open(paths.bookOfRecord, { as: 'manager' });
  await page.getByText('This desk is the book of record').waitFor();
  await page.getByRole('button', { name: 'Name the book' }).click();
  const naming = page.getByRole('dialog', { name: 'Name the book' });
  await naming.getByLabel('System').selectOption('csv');
  await naming.getByLabel('Columns', { exact: true }).fill('Key = key\nWhat = knid');
  await naming.getByLabel('Reason').fill('The ERP keeps the ledger');
  await naming.getByRole('button', { name: 'Name the book' }).click();
  await naming.locator('[data-field="columns"][aria-invalid]').waitFor();
  await naming
    .getByLabel('Columns', { exact: true })
    .fill('Key = key\nWhat = kind\nAmount = amount');
  await answered(page, /book-of-record/u, () =>
    naming.getByRole('button', { name: 'Name the book' }).click(),
  );
  await naming.waitFor({ state: 'detached' });
  await page.getByText('Mapped CSV, told since').waitFor();
  await cash.received('check', '321.09', 'CHECK-77');
  await page.reload();
  const make = page.getByRole('button', { name: 'Make file' });
  await page.getByText(/Not told yet: [1-9]/u).waitFor();
  await answered(page, /posting-files$/u, () => make.click());
  const file = page.getByRole('region', { name: /^postings-MAIN-.*-1\.csv$/u });
  await file.getByRole('row', { name: /CHECK-77/u }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    file.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^postings-MAIN-.*-1\.csv$/u);
  await file.getByRole('row', { name: /CHECK-77/u }).click();
  await file.getByRole('button', { name: 'Refused there' }).click();
  const refusing = page.getByRole('dialog', { name: 'Refused there' });
  await refusing.getByLabel('What the other system said').fill('unknown customer');
  await answered(page, /answers$/u, () =>
    refusing.getByRole('button', { name: 'Refused there' }).click(),
  );
  await file.getByText('unknown customer').waitFor();
  await page.getByText('Not told yet: 1 lines').waitFor();
  await answered(page, /posting-files$/u, () => page.keyboard.press('m'));
  const again = page.getByRole('region', { name: /^postings-MAIN-.*-2\.csv$/u });
  await again.getByRole('row', { name: /CHECK-77/u }).waitFor();
  await answered(page, /answers$/u, () =>
    again.getByRole('button', { name: 'Accept the rest' }).click(),
  );
  await again.getByText('accepted', { exact: true }).waitFor();
});
