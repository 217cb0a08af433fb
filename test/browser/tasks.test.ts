/** The inbox of tasks by keyboard: written down, taken in order, moved on, seen by who leads. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { anAccount, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 12 });

async function add(page: Page, title: string, day: string): Promise<void> {
  const form = page.getByRole('form', { name: 'New task' });
  await form.getByLabel('What').fill(title);
  await form.getByLabel('By when', { exact: true }).fill(day);
  await page.keyboard.press('Enter');
  await page.getByText(`Task added: ${title}`).waitFor();
}

test('a task is written down in a line, started and done without the mouse', async () => {
  const page = await screens.open(paths.tasks, { as: 'collector' });
  await page.getByText('Nothing to do here').waitFor();
  await page.keyboard.press('c');
  await add(page, 'Sort the returned mail', 'tomorrow');
  await add(page, 'Call the county clerk', 'yesterday');
  // Late before what is due tomorrow.
  await expect
    .poll(() => titles(page))
    .toEqual(['Call the county clerk', 'Sort the returned mail']);
  await page.getByRole('grid', { name: 'Tasks' }).focus();
  await page.keyboard.press('s');
  await page.getByText('Call the county clerk: in work').waitFor();
  await page.keyboard.press('n');
  await page.getByText('Call the county clerk: done').waitFor();
  await expect.poll(() => titles(page)).toEqual(['Sort the returned mail']);
});

test('a task opens with its list; it is not done before the list is', async () => {
  const page = await screens.open(paths.tasks, { as: 'senior', refused: [422] });
  await page.keyboard.press('c');
  await add(page, 'Month-end letters', '2d');
  await page.getByRole('grid', { name: 'Tasks' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('List, a line each').fill('print\nmail');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  const sheet = page.getByRole('dialog', { name: 'Month-end letters' });
  await sheet.getByLabel('print').click();
  await sheet.getByText('Ticked: print').waitFor();
  await sheet.getByRole('button', { name: 'Done' }).click();
  await sheet.getByText('1 line of its list is not done yet', { exact: false }).waitFor();
  await sheet.getByLabel('mail').click();
  await sheet.getByText('Ticked: mail').waitFor();
  await sheet.getByRole('button', { name: 'Done' }).click();
  await page.getByText('Month-end letters: done').waitFor();
});

test('who leads sees the team’s tasks and says what comes first', async () => {
  const page = await screens.open(`${paths.tasks}?view=team`, { as: 'manager' });
  await page.getByRole('complementary', { name: 'How much each has' }).waitFor();
  await page.keyboard.press('c');
  await add(page, 'Prepare the audit file', 'fri');
  await page.getByRole('row').filter({ hasText: 'Prepare the audit file' }).click();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Priority' }).click();
  await page.getByRole('menuitemradio', { name: 'urgent' }).click();
  await page.getByText('Priority: urgent').first().waitFor();
});

test('the account page shows the tasks of its account and takes new ones', async () => {
  const page = await screens.open(paths.tasks, { as: 'collector' });
  const { id } = await anAccount(page);
  await page.goto(paths.account.replace('$accountId', id));
  await settled(page);
  await page.getByRole('button', { name: 'Add a task' }).click();
  await add(page, 'Ask for the W-9', 'today');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Ask for the W-9' }).waitFor();
});

async function titles(page: Page): Promise<string[]> {
  const rows = page.getByRole('grid', { name: 'Tasks' }).getByRole('row');
  const texts = await rows.locator('.font-\\[600\\]').allInnerTexts();
  return texts.filter((text) => !text.includes('late'));
}
