/** Campaigns on screen: started from a filter, seen on the list, changed, ended. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 24 });

test('a campaign is counted, started, seen above the list, changed and ended', async () => {
  const page = await screens.open(paths.campaigns, { as: 'manager' });
  await page.getByText('No campaigns yet').waitFor();
  await page.getByRole('button', { name: 'Start a campaign' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name', { exact: true }).fill('Before it turns 60');
  await form.getByLabel('What is said and done').fill('Ask for the whole balance.');
  await form.getByLabel('What is to come in').fill('5000');
  await form.getByLabel('Last day', { exact: true }).fill('5d');
  await form.getByLabel('31–60').check();
  await form.getByLabel('61–90').check();
  await form.getByLabel('Rosa Delgado').check();
  await form.getByRole('button', { name: 'Count what fits' }).click();
  const fits = form.getByText(/accounts? fits?, .* open on it/u);
  await fits.waitFor();
  const count = /^\d+/u.exec(await fits.innerText())?.[0] ?? '';
  await form.getByRole('button', { name: 'Start a campaign' }).click();
  await page.getByText(`Campaign started with ${count} account`, { exact: false }).waitFor();
  const card = page.getByRole('listitem').filter({ hasText: 'Before it turns 60' });
  await card.getByText(`0 of ${count}`).first().waitFor();
  await card.getByText('5 days left').waitFor();

  const rosa = await screens.open(paths.worklist, { as: 'collector' });
  const head = rosa.getByRole('region', { name: 'Campaign of the week' });
  await head.getByText(`Yours: 0 of ${count} done`, { exact: false }).waitFor();
  await head.getByRole('link', { name: 'Before it turns 60' }).click();
  await rosa.getByRole('heading', { level: 1, name: 'Campaigns' }).waitFor();
  expect(await rosa.getByRole('button', { name: 'End Before it turns 60' }).count()).toBe(0);

  await card.getByRole('button', { name: 'Change Before it turns 60' }).click();
  await form.getByLabel('Last day', { exact: true }).fill('1d');
  await form.getByLabel('Reason').fill('enough');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Campaign changed.').waitFor();
  await card.getByText('1 day left').waitFor();
  await card.getByRole('button', { name: 'End Before it turns 60' }).click();
  await form.getByLabel('Reason').fill('reached');
  await form.getByRole('button', { name: 'End', exact: true }).click();
  await card.getByText('over').waitFor();
  await rosa.goto(paths.worklist);
  await settled(rosa);
  await rosa.getByRole('grid').waitFor();
  expect(await head.count()).toBe(0);
});

test('a campaign that nothing fits is refused before it starts', async () => {
  const page = await screens.open(paths.campaigns, { as: 'manager', refused: [422] });
  await page.getByRole('button', { name: 'Start a campaign' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Number or name contains').fill('no such customer at all');
  await form.getByRole('button', { name: 'Count what fits' }).click();
  await form.getByText('No account fits', { exact: false }).waitFor();
});
