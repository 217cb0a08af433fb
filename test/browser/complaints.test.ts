/** A complaint by keyboard: taken in on the account, acknowledged by letter, listed. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 12 });

test('a complaint is taken in with Shift X, acknowledged by letter and closed', async () => {
  const maya = await screens.open(paths.aging, { as: 'manager' });
  const { id, name } = await anAccount(maya, 1);
  await maya.goto(paths.account.replace('$accountId', id));
  await maya.getByRole('heading', { level: 1, name }).waitFor();
  await settled(maya);
  await maya.keyboard.press('Shift+X');
  const dialog = maya.getByRole('dialog');
  await dialog.getByLabel('Subject').fill('Called at night');
  await dialog.getByLabel('Said by').fill('Ana Orr');
  await nothingFound(maya);
  await answered(maya, /\/complaints$/u, () =>
    dialog.getByRole('button', { name: 'Take in a complaint' }).click(),
  );
  await maya.goto(paths.complaints);
  const register = maya.getByRole('grid', { name: 'Complaints' });
  await register.getByText('Called at night').waitFor();
  await register.focus();
  await maya.keyboard.press('Enter');
  await maya.waitForURL(new RegExp(paths.complaint.replaceAll(/\$\w+/gu, '[^/]+'), 'u'));
  await maya.getByRole('heading', { level: 1, name: 'Called at night' }).waitFor();
  await nothingFound(maya);
  await maya.keyboard.press('l');
  await dialog.getByLabel('What we say').fill('We are sorry and look into it.');
  await nothingFound(maya);
  await answered(maya, /\/letters$/u, () =>
    dialog.getByRole('button', { name: 'Write the acknowledgement' }).click(),
  );
  await maya.getByText('Acknowledged', { exact: true }).first().waitFor();
  await maya.keyboard.press('l');
  await dialog.getByLabel('Root cause').fill('The dialer had the wrong zone.');
  await dialog.getByLabel('What we say').fill('The zone is mended.');
  await answered(maya, /\/letters$/u, () =>
    dialog.getByRole('button', { name: 'Write the answer' }).click(),
  );
  await maya.getByRole('button', { name: 'More' }).click();
  await maya.getByRole('menuitem', { name: 'Close' }).click();
  await dialog.getByLabel('Note').fill('Ana is content.');
  await answered(maya, /\/steps$/u, () => dialog.getByRole('button', { name: 'Save' }).click());
  await maya.getByText('Closed', { exact: true }).first().waitFor();
  await maya.setViewportSize({ width: 390, height: 844 });
  const over = await maya.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBe(0);
});
