/** The door of the desk: who gets in, what is said to who does not, and where one lands. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { password } from '#test/support/live-desk.ts';
import { useScreens } from '#test/support/screens.ts';
import type { Page } from 'playwright-core';

const screens = useScreens({ customers: 5 });

test('a collector signs in with the keyboard alone and lands where the link led', async () => {
  const page = await screens.stranger(`${paths.promises}?state=open`, { refused: [401] });
  await page.getByLabel('E-mail').waitFor();
  expect(new URL(page.url()).pathname).toBe(paths.signIn);
  await page.keyboard.type(screens.live().people.collector.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Promises' }).waitFor();
  expect(new URL(page.url()).search).toBe('?state=open');
});

test('the front door leads to the day’s list, and signing out leads back to the door', async () => {
  const page = await screens.open(paths.home, { as: 'collector', refused: [401] });
  await page.getByRole('heading', { name: 'My day' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Password').waitFor();
  await page.goto(paths.aging);
  await page.getByLabel('Password').waitFor();
  expect(new URL(page.url()).pathname).toBe(paths.signIn);
});

test('a wrong password is said to be wrong without telling which half was', async () => {
  const page = await screens.stranger(paths.signIn, { refused: [401] });
  await enter(page, screens.live().people.senior.email, 'not the password');
  const wrong = await page.getByRole('alert').innerText();
  await enter(page, 'nobody@desk.example', 'not the password');
  expect(await page.getByRole('alert').innerText()).toBe(wrong);
  expect(await page.getByLabel('E-mail').inputValue()).toBe('nobody@desk.example');
});

test('after too many wrong passwords the right one does not open the door either', async () => {
  const page = await screens.stranger(paths.signIn, { refused: [401, 403, 423, 429] });
  const { email } = screens.live().people.auditor;
  for (let attempt = 0; attempt < 10; attempt += 1) await enter(page, email, 'not it');
  await enter(page, email, password);
  expect(await page.getByRole('alert').innerText()).toMatch(/too many|try again|locked|minutes/iu);
  expect(new URL(page.url()).pathname).toBe(paths.signIn);
});

test('the door speaks Spanish to who asks for it', async () => {
  const page = await screens.stranger(paths.signIn, { refused: [401] });
  await page.getByRole('button', { name: 'Español' }).click();
  await page.getByRole('button', { name: 'Entrar' }).waitFor();
  await page.getByLabel('Contraseña').waitFor();
});

async function enter(page: Page, email: string, secret: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(secret);
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/session'));
  await page.keyboard.press('Enter');
  await answered;
  await page.getByRole('alert').waitFor();
}
