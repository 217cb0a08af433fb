/** A run of statements on screen: started, its exceptions looked at, approved; letters too. */
import { expect, test } from 'vitest';
import { id as idOf } from '#kernel/ids.ts';
import { accepted, perform } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { nothingFound } from '#test/support/axe.ts';
import { giveLetterhead } from '#test/support/statement-runs.ts';
import { paths } from '#web/paths.ts';
import { useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 24 });

test('a run is started, its exceptions are seen, and it is approved', async () => {
  const page = await screens.open(paths.statementRuns, { as: 'manager' });
  await page.getByText('No run of statements yet').waitFor();
  await page.keyboard.press('n');
  const form = page.getByRole('dialog');
  await form.getByLabel('Last day', { exact: true }).fill(screens.live().today);
  await form.getByRole('button', { name: 'Start a run' }).click();
  await page.getByRole('heading', { level: 1, name: /^Statements of/u }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(
    new RegExp(paths.statementRun.replace('$runId', '[0-9a-f-]+'), 'u'),
  );
  await page.getByText('in review').first().waitFor();
  await page.getByRole('heading', { name: 'Preview exceptions' }).waitFor();
  await page.getByRole('heading', { name: 'A sample of five' }).waitFor();
  await nothingFound(page);
  await page.getByRole('button', { name: 'Approve and send' }).click();
  await form.getByLabel('Reason').fill('looked at');
  await form.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('Approved; what is in order goes out now.').waitFor();
  await page.getByText(/selected \d+ = sent \d+ \+ exceptions \d+/u).waitFor();
  await page.getByText('all on its way').waitFor();
  const line = await page.getByText(/selected \d+ = sent/u).innerText();
  const [selected = 0, sent = 0, exceptions = 0] = (line.match(/\d+/gu) ?? []).map(Number);
  expect(selected).toBeGreaterThan(0);
  expect(sent + exceptions).toBe(selected);
});

test('a run of the same month is refused by name', async () => {
  const page = await screens.open(paths.statementRuns, { as: 'manager', refused: [422, 409] });
  await page.getByRole('button', { name: 'Start a run' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Last day', { exact: true }).fill(screens.live().today);
  await form.getByRole('button', { name: 'Start a run' }).click();
  await form.getByText('There is a run to', { exact: false }).waitFor();
});

test('invoices that have not gone out are a run of their own', async () => {
  const { desk } = screens.live();
  const { company_id: main } = await desk.db.one(sql<{ company_id: string }>`
    select company_id from team.company where code = 'MAIN'`);
  const doing = { action: 'test.paper', actor: { ref: 'job:test', memberId: null } };
  const done: Parameters<typeof giveLetterhead>[0]['done'] = async (work) =>
    accepted(await perform(desk, { ...doing, reason: 'test', input: '' }, work)).answer;
  await giveLetterhead({ done, companyId: idOf(main) }, null);
  const page = await screens.open(paths.invoiceRuns, { as: 'manager' });
  await page.getByText('No run of invoices yet').waitFor();
  await page.keyboard.press('n');
  const form = page.getByRole('dialog');
  await form.getByLabel('Last day', { exact: true }).fill(screens.live().today);
  await form.getByRole('button', { name: 'Start a run' }).click();
  await page.getByRole('heading', { level: 1, name: /^Invoices of/u }).waitFor();
  await page.getByText('in review').first().waitFor();
  await page.getByRole('heading', { name: 'Preview exceptions' }).waitFor();
  await nothingFound(page);
  await page
    .getByRole('button', { name: /^Hold [A-Z]/u })
    .first()
    .click();
  await page.getByText('held', { exact: true }).first().waitFor();
  const line = await page.getByText(/selected \d+ = sent/u).innerText();
  expect(Number(line.match(/\d+/u)?.[0])).toBeGreaterThan(0);
});

test('who may not run statements reads why', async () => {
  const page = await screens.open(paths.statementRuns, { as: 'collector' });
  const start = page.getByRole('button', { name: 'Start a run' });
  expect(await start.getAttribute('aria-disabled')).toBe('true');
});

test('letters that wait are counted, and an empty queue says what comes here', async () => {
  const page = await screens.open(paths.letters, { as: 'manager' });
  await page.getByRole('heading', { level: 1, name: 'Letters' }).waitFor();
  await page.getByText('No letter in the log').waitFor();
  const phone = { viewport: { width: 390, height: 844 } };
  const narrow = await screens.open(paths.letters, { as: 'auditor', ...phone });
  await narrow.getByRole('heading', { level: 1, name: 'Letters' }).waitFor();
});
