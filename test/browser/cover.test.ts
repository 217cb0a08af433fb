/** Going away on the screen: planned in a form, covered on another's list, read on coming back. */
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { plusDays, weekday } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { assignOwner } from '#areas/customers/actions/assign-owner.ts';
import { memberByEmail } from '#areas/team/index.ts';
import { paths } from '#web/paths.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens();

async function giveTo(accountId: string, email: string): Promise<void> {
  const { desk } = screens.live();
  const member = await memberByEmail(desk.db, email);
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.give', actor, reason: 'for the test', input: null };
  const given = await perform(desk, doing, async (context) => {
    const wish = { accountId: id(accountId), memberId: member?.memberId ?? null };
    accepted(await assignOwner(context, wish));
    return accept(true);
  });
  accepted(given);
}

async function planFor(page: Page, cover: string): Promise<void> {
  await page.getByRole('button', { name: 'Plan an absence' }).click();
  const form = page.getByRole('dialog', { name: 'Plan an absence' });
  await form.getByLabel('First day away').fill('today');
  await form.getByLabel('Last day away').fill('today');
  await form.getByLabel('Who covers').selectOption({ label: cover });
  await answered(page, /api\/v1\/absences/u, () =>
    form.getByRole('button', { name: 'Plan it' }).click(),
  );
  await form.waitFor({ state: 'detached' });
}

test('a planned absence moves the list, the note and the account to the cover', async () => {
  const { people } = screens.live();
  const rosa = await screens.open(paths.cover, { as: 'collector' });
  const { id: accountId, name } = await anAccount(rosa, 1);
  await giveTo(accountId, people.collector.email);
  await planFor(rosa, 'Sam Whitaker');
  await rosa.getByRole('listitem').filter({ hasText: 'Rosa Delgado' }).waitFor();
  await rosa.getByRole('rowheader', { name: 'Rosa Delgado' }).waitFor();

  await rosa.goto(paths.account.replace('$accountId', accountId));
  await settled(rosa);
  await rosa.getByRole('button', { name: 'Note for the cover' }).click();
  const note = rosa.getByRole('dialog', { name: 'Note for the cover' });
  await note.getByLabel('Next step').fill('Ask for Lee');
  await note.getByRole('button', { name: 'Save' }).click();
  await rosa.getByRole('definition').filter({ hasText: 'Ask for Lee' }).waitFor();

  const sam = await screens.open(paths.worklist, { as: 'senior' });
  await sam.getByRole('button', { name: /Covering Rosa Delgado/u }).click();
  const row = sam.getByRole('row').filter({ hasText: name });
  await row.getByTitle('for Rosa Delgado').waitFor();
  await sam.goto(paths.account.replace('$accountId', accountId));
  await sam.getByText('You cover this account; it stays theirs.').waitFor();
  await sam.getByRole('button', { name: 'I have read it' }).click();
  await sam.getByText('Read by Sam Whitaker').waitFor();
  await sam.getByRole('button', { name: 'I have read it' }).waitFor({ state: 'detached' });
});

test('somebody at an account is seen at once, and a manager takes it over', async () => {
  const first = await screens.open(paths.aging, { as: 'controller', locale: 'es-US' });
  const { id: accountId } = await anAccount(first, 3);
  await first.goto(paths.account.replace('$accountId', accountId));
  await settled(first);
  const maya = await screens.open(paths.account.replace('$accountId', accountId), {
    as: 'manager',
  });
  await maya.getByText('Ines Castro is working this account now').waitFor();
  await maya.getByRole('button', { name: 'Take over' }).click();
  const form = maya.getByRole('dialog', { name: 'Take over' });
  await form.getByLabel('Reason').fill('Ines is on the phone');
  await form.getByRole('button', { name: 'Take over' }).click();
  await form.waitFor({ state: 'detached' });
  await first.getByText('Maya Lindgren está trabajando esta cuenta').waitFor();
});

test('who was never away is told what will stand in the brief', async () => {
  const page = await screens.open(paths.brief, { as: 'manager' });
  await page.getByText('You have not been away').waitFor();
});

test('a day on which the company is closed stands in its calendar until taken back', async () => {
  const { today } = screens.live();
  const monday = plusDays(today, 8 - weekday(today));
  const page = await screens.open(paths.cover, { as: 'manager' });
  const calendar = page.getByRole('region', { name: /Company calendar/u });
  await calendar.getByText('Thanksgiving Day').waitFor();
  if (monday.slice(0, 4) > today.slice(0, 4)) {
    await calendar.getByRole('button', { name: 'Year after' }).click();
  }
  await calendar.getByRole('button', { name: 'Close on a day' }).click();
  const form = page.getByRole('dialog', { name: 'Close on a day' });
  await form.getByLabel('Day').fill(monday);
  await form.getByLabel('Occasion').fill('Stocktaking');
  await answered(page, /closings/u, () =>
    form.getByRole('button', { name: 'Close on a day' }).click(),
  );
  await calendar.getByText('Stocktaking').waitFor();
  await answered(page, /take-back/u, () =>
    calendar.getByRole('button', { name: 'Open after all: Stocktaking' }).click(),
  );
  await calendar.getByText('Stocktaking').waitFor({ state: 'detached' });
});
