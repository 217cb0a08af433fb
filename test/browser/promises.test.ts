/** A promise taken by keys says how far its money got, and what all of them may bring. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 12 });

test('the outlook adds the open promises up by week, and a week opens to them', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const { id } = await anAccount(page);
  await page.goto(paths.account.replace('$accountId', id));
  await settled(page);
  await page.keyboard.press('p');
  const form = page.getByRole('dialog', { name: 'Write down a promise' });
  await form.getByLabel('Amount').fill('1.25');
  await form.getByLabel('By which day').fill('tomorrow');
  await answered(page, /\/promises/u, () =>
    form.getByRole('button', { name: 'Save the promise' }).click(),
  );
  await page.getByText('0 % came, 1.25 missing').first().waitFor();

  await page.goto(paths.promises);
  await settled(page);
  await nothingFound(page);
  await page.getByRole('link', { name: 'Outlook' }).click();
  const table = page.getByRole('region', { name: /What the promises may bring/u });
  await table.getByText('Together').waitFor();
  await settled(page);
  await nothingFound(page);
  expect(new URL(page.url()).pathname).toBe(paths.promiseOutlook);
  await table.getByRole('button').first().click();
  const week = page.getByRole('dialog', { name: /Promises of the week of/u });
  await week.getByRole('link').first().waitFor();
  await nothingFound(page);
});
