/** A question goes up from an account by one key, and its answer comes back. */
import { test } from 'vitest';
import { paths } from '#web/paths.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 12 });

test('a collector asks by !, the manager answers, and the answer is read', async () => {
  const rosa = await screens.open(paths.aging, { as: 'collector' });
  const { id, name } = await anAccount(rosa);
  await rosa.goto(paths.account.replace('$accountId', id));
  await settled(rosa);
  await rosa.keyboard.press('!');
  const form = rosa.getByRole('dialog', { name: 'Escalate' });
  await form.getByRole('button', { name: 'Escalate' }).press('Enter');
  await form.getByText('Please write something.').waitFor();
  await form.getByLabel('What is asked').fill('May we stop deliveries?');
  await answered(rosa, /escalations$/u, () =>
    form.getByRole('button', { name: 'Escalate' }).press('Enter'),
  );

  const maya = await screens.open(paths.escalations, { as: 'manager' });
  const list = maya.getByRole('grid', { name: 'Escalations' });
  await list.getByText(name).waitFor();
  await list.focus();
  await maya.keyboard.press('Enter');
  const sheet = maya.getByRole('dialog');
  await sheet.getByText('What was known').waitFor();
  await sheet.getByLabel('Answer').fill('Yes, from Monday.');
  await answered(maya, /answered$/u, () =>
    sheet.getByRole('button', { name: 'Answer' }).press('Enter'),
  );

  await rosa.goto(paths.account.replace('$accountId', id));
  await rosa.getByRole('heading', { name: 'Escalations' }).waitFor();
  await rosa.getByRole('button', { name: 'May we stop deliveries?' }).click();
  await rosa.getByRole('dialog').getByText('Yes, from Monday.').waitFor();
  await answered(rosa, /read$/u, () =>
    rosa.getByRole('dialog').getByRole('button', { name: 'Read, go on' }).press('Enter'),
  );
  await rosa.getByText('It is closed.').waitFor();
});
