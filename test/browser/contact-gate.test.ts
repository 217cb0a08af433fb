/** The gate on screen: the card of an account, holds and words, the log, the rules and `w`. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { anAccount, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 24 });

test('an account is stopped, the card and `w` say why, and a manager lifts it', async () => {
  const page = await screens.open(paths.worklist, { as: 'manager' });
  const { id } = await anAccount(page);
  await page.goto(paths.account.replace('$accountId', id));
  const card = page.getByRole('region', { name: 'May we contact' });
  await card.getByText('Letter').waitFor();
  await card.getByRole('button', { name: 'Stop contact' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('What it stands on').fill('Petition 26-10442, E.D. Pa.');
  await form.getByRole('button', { name: 'Stop contact' }).click();
  await card.getByText('Bankruptcy since', { exact: false }).waitFor();
  const letter = card.getByRole('listitem').filter({ hasText: 'Letter' });
  await letter.getByText('A petition in bankruptcy stands', { exact: false }).waitFor();

  await page.keyboard.press('w');
  const why = page.getByRole('dialog');
  await why.getByText('US.STAY · 11 U.S.C. 362(a)(6)', { exact: false }).first().waitFor();
  await page.keyboard.press('Escape');
  await why.waitFor({ state: 'detached' });

  await card.getByRole('button', { name: 'Lift' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Case dismissed');
  await page.getByRole('dialog').getByRole('button', { name: 'Lift' }).click();
  await page.getByText('Hold lifted.').waitFor();
  await expect.poll(() => card.getByText('Bankruptcy since', { exact: false }).count()).toBe(0);
});

test('what somebody said is written down and counts at once', async () => {
  const page = await screens.open(paths.worklist, { as: 'collector' });
  const { id } = await anAccount(page, 1);
  await page.goto(paths.account.replace('$accountId', id));
  const card = page.getByRole('region', { name: 'May we contact' });
  await card.getByRole('button', { name: 'They said …' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Channel').selectOption({ label: 'Letter' });
  await form.getByLabel('How it was said').fill('on the phone');
  await form.getByRole('button', { name: 'Write it down' }).click();
  const letter = card.getByRole('listitem').filter({ hasText: 'Letter' });
  await letter.getByText('They refused this channel', { exact: false }).waitFor();
});

test('the rules say where they are written and who has reviewed them', async () => {
  const page = await screens.open(paths.contactRules, { as: 'manager' });
  const pack = page.getByRole('listitem').filter({ hasText: 'US-MA-940CMR7' });
  await pack.getByText('not reviewed by counsel').waitFor();
  await pack.getByRole('button', { name: 'Counsel’s review' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Who reviewed it').fill('Harlow LLP');
  await form.getByLabel('On', { exact: true }).fill('today');
  await form.getByRole('button', { name: 'Save' }).click();
  await pack.getByText('reviewed by Harlow LLP', { exact: false }).waitFor();
  await page.getByRole('link', { name: 'Permits' }).click();
  await settled(page);
  await page.getByRole('link', { name: 'Contact log' }).click();
  await page.getByRole('heading', { name: 'Contact log' }).waitFor();
});
