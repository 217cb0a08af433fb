/** The account page by keyboard: a promise in a few strokes, a note, the statement, undo. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { anAccount, settled, useScreens } from '#test/support/screens.ts';
import type { Page } from 'playwright-core';

const screens = useScreens();

test('a promise is written down in nine keystrokes or fewer', async () => {
  const page = await openAccount(0);
  const strokes = ['p', 'Tab', 'f', 'r', 'i', 'Enter'];
  await pressAll(page, strokes);
  await page.getByText(/^Promised: /u).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(strokes.length).toBeLessThanOrEqual(9);
  await page.goto(paths.promises);
  await settled(page);
  expect(await page.getByRole('grid').innerText()).toMatch(/open/u);
});

test('u takes a promise back', async () => {
  const page = await openAccount(1);
  await pressAll(page, ['p', 'Tab', '2', 'd', 'Enter']);
  await page.getByText(/^Promised: /u).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('u');
  await page.getByText('The promise is withdrawn.').waitFor();
});

test('a promise without a day says what is missing and keeps what was typed', async () => {
  const page = await openAccount(2);
  await pressAll(page, ['p', 'Enter']);
  await page.getByRole('dialog').getByText('Please fill this in.').first().waitFor();
  await page.getByLabel('By which day').fill('someday');
  await page.keyboard.press('Enter');
  await page.getByText('Not a day yet.').waitFor();
  expect(await page.getByLabel('By which day').inputValue()).toBe('someday');
});

test('a note stands on the timeline as soon as it is saved', async () => {
  const page = await openAccount(3);
  await page.keyboard.press('o');
  await page
    .getByRole('textbox', { name: 'Note' })
    .fill('Spoke to accounts payable; check run on Thursday.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Spoke to accounts payable; check run on Thursday.').waitFor();
});

test('the statement opens with Shift and s, and leaves as a PDF', async () => {
  const page = await openAccount(0);
  await page.keyboard.press('Shift+S');
  await page.waitForURL((url) => url.pathname.endsWith('/statement'));
  await settled(page);
  const pdf = page.getByRole('link', { name: /PDF/u });
  const address = (await pdf.getAttribute('href')) ?? '';
  const answer = await page.request.get(address);
  expect(answer.headers()['content-type']).toContain('pdf');
});

test('Caps Lock changes no key', async () => {
  const page = await openAccount(0);
  await page.evaluate(() => {
    const typed = { key: 'O', code: 'KeyO', bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', typed));
  });
  await page.getByRole('dialog').waitFor();
});

async function openAccount(nth: number): Promise<Page> {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const { id, name } = await anAccount(page, nth);
  await page.goto(paths.account.replace('$accountId', id));
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await settled(page);
  return page;
}

async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    if (key === 'p') await page.getByLabel('By which day').waitFor();
  }
}
