/** Verification and clean-ups on the demo company: found, answered, repaired, signed. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Id, id } from '#kernel/ids.ts';
import { currency, money } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { perform } from '#platform/action.ts';
import { postItem } from '#areas/ledger/index.ts';
import { findDoubtful } from '#areas/projects/actions/find-doubtful.ts';
import { paths } from '#web/paths.ts';
import { anAccount, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ demo: true });

test('a finding is answered with a reason and leaves the queue', async () => {
  const page = await screens.open(paths.verification, { as: 'manager', refused: [422] });
  await page.locator('[role=row][aria-selected=true]').waitFor();
  await page.keyboard.press('n');
  const form = page.getByRole('dialog');
  const becomes = form.getByLabel('What becomes of it');
  await becomes.selectOption('accepted');
  await form.getByLabel('Accepted until').waitFor();
  await becomes.selectOption('not_a_problem');
  await form.getByLabel('Accepted until').waitFor({ state: 'detached' });
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('Say why.').waitFor();
  await form.getByLabel('Why, or what was asked').fill('Agreed with the customer');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await pick(page, 'State', 'answered');
  await page.getByRole('row').filter({ hasText: 'no problem' }).first().waitFor();
});

test('old credits are shown before they are applied, and taken back with u', async () => {
  const page = await screens.open(paths.verification, { as: 'senior' });
  await page.getByRole('button', { name: 'Put right' }).click();
  await page.getByRole('menuitemradio', { name: 'Apply old credits' }).click();
  const go = page.getByRole('dialog').getByRole('button', { name: /^Apply \d+ credit/u });
  await go.waitFor();
  await go.click();
  await page.getByText(/credits? applied/u).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('u');
  await page.getByText('Taken back.').waitFor();
});

test('a clean-up is started with its target and ended with a signature', async () => {
  const page = await screens.open(paths.projects, { as: 'manager' });
  await page.getByRole('button', { name: 'Start a clean-up' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name', { exact: true }).fill('Everybody can be reached');
  await form.getByLabel('Nobody to reach').click();
  await form.getByLabel('No e-mail address').click();
  await form.getByLabel('At most so much at stake left', { exact: false }).fill('100.00');
  await form.getByLabel('By', { exact: true }).fill('30d');
  await form.getByRole('button', { name: 'Start a clean-up' }).click();
  await page.getByText(/^Started: /u).waitFor();
  const card = page.getByRole('listitem').filter({ hasText: 'Everybody can be reached' });
  await card.getByRole('link', { name: 'Proof (XLSX)' }).waitFor();
  await card.getByRole('link', { name: 'Proof (PDF)' }).waitFor();
  await card.getByText(/at most \$100\.00/u).waitFor();
  await card.getByRole('button', { name: 'End and sign' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Tried');
  await page.getByRole('dialog').getByRole('button', { name: 'End and sign' }).click();
  await card.getByText('Target missed', { exact: false }).waitFor();
  await card.getByRole('button', { name: 'End and sign' }).waitFor({ state: 'detached' });
});

test('all that a filter shows is previewed with its count, then put in work', async () => {
  const page = await screens.open(paths.verification, { as: 'manager' });
  await page.getByRole('row').nth(1).waitFor();
  await page.getByLabel(/^Choose all \d+$/u).check();
  await page.keyboard.press('n');
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Preview' }).click();
  await form.getByText('Nothing is written yet.', { exact: false }).waitFor();
  await form.getByRole('button', { name: 'Do it' }).click();
  await page.getByText(/findings answered/u).waitFor();
  await pick(page, 'State', 'open');
  await page.getByText('Nothing is doubtful').first().waitFor();
});

test('marked findings are given to somebody, and their accounts get a language', async () => {
  const page = await screens.open(paths.verification, { as: 'manager' });
  const marks = page.getByLabel(/^Mark the finding of/u);
  await marks.nth(0).check();
  await marks.nth(1).check();
  await page.getByText('2 marked').waitFor();
  await page.getByRole('button', { name: 'Give to' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Preview' }).click();
  await form.getByText('2 findings,', { exact: false }).waitFor();
  await form.getByRole('button', { name: 'Do it' }).click();
  await page.getByText('2 findings given').waitFor();
  await page.getByRole('button', { name: 'Put right' }).click();
  await page.getByRole('menuitemradio', { name: 'Set language' }).click();
  await form.getByLabel('Terms').fill('NET77');
  await form.getByLabel('Reason').fill('agreed with all');
  await form.getByRole('button', { name: 'Preview' }).click();
  await form.getByText('would change', { exact: false }).waitFor();
  await form.getByRole('button', { name: 'Do it' }).click();
  await page.getByText(/accounts? changed/u).waitFor();
  await page.getByRole('button', { name: 'Put right' }).click();
  await page.getByRole('menuitemradio', { name: 'What was put right' }).click();
  const line = form.getByRole('listitem').filter({ hasText: 'agreed with all' });
  await line.getByRole('button', { name: 'Take back' }).click();
  await line.getByText('Taken back.').waitFor();
});

test('an invoice that is there twice is closed, and opened again', async () => {
  const page = await screens.open(paths.verification, { as: 'manager' });
  await issueTwins(id((await anAccount(page)).id));
  const dialog = page.getByRole('dialog');
  await closeDuplicates(page);
  await dialog.getByText(/TWIN-?1 goes, TWIN-?1 stays/u).waitFor();
  await dialog.getByRole('button', { name: /^Close \d+ invoice/u }).click();
  await page.getByText('1 duplicate closed').waitFor();
  await dialog.waitFor({ state: 'detached' });
  await closeDuplicates(page);
  await dialog.getByText('No untouched duplicate could be closed.').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('u');
  await page.getByText('Taken back.').waitFor();
});

async function closeDuplicates(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Put right' }).click();
  await page.getByRole('menuitemradio', { name: 'Close duplicates' }).click();
}

/** One invoice under two spellings of its number, found by the search. */
async function issueTwins(accountId: Id): Promise<void> {
  const { desk } = screens.live();
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.issue_twins', actor, reason: 'for the test', input: null };
  const issuedOn = desk.clock.today();
  const dollars = money(1000n, currency('USD'));
  const outcome = await perform(desk, doing, async (context) => {
    for (const number of ['TWIN-1', 'TWIN1']) {
      const posted = await postItem(context, {
        accountId,
        kind: 'invoice',
        documentId: null,
        number,
        reference: null,
        issuedOn,
        net: dollars,
        tax: money(0n, dollars.currency),
        dues: [{ dueOn: issuedOn, amount: dollars }],
      });
      if (!posted.ok) return posted;
    }
    await findDoubtful(context, { accountIds: [accountId] });
    return accept(null);
  });
  expect(outcome.ok).toBe(true);
}

async function pick(page: Page, label: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: false }).first().click();
  await page.getByRole('menuitemradio', { name: choice, exact: true }).click();
}
