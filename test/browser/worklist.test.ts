/** A collector's day by keyboard alone, on the demo company: the list never loses one's place. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ demo: true });
const everybodys = `${paths.worklist}?owner=all`;

test('j and k move, Enter opens the account, Esc comes back to the same row', async () => {
  const page = await openList();
  await press(page, 'j', 'j', 'j', 'k');
  const name = await chosen(page);
  expect(await page.locator('[role=row][aria-selected=true]').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => url.pathname === paths.worklist);
  await settled(page);
  expect(await chosen(page)).toBe(name);
});

test('n and a digit finish an account, the next one comes up, and u takes it back', async () => {
  const page = await openList();
  const name = await chosen(page);
  await press(page, 'n');
  await page.getByRole('dialog', { name: 'How did it go?' }).waitFor();
  await press(page, '2');
  await page.getByText(`${name}: done for today.`).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForFunction(
    (was) => !document.querySelector('[aria-selected=true]')?.textContent?.includes(was),
    name,
  );
  expect(await chosen(page)).not.toBe(name);
  await press(page, 'u');
  await page.getByText(`${name} is back on the list.`).waitFor();
  await row(page, name).first().waitFor();
});

test('n on the account leads down the list that it was opened from', async () => {
  const page = await screens.open(`${everybodys}&sort=name`, { as: 'manager' });
  await page.locator('[role=row][aria-selected=true]').waitFor();
  for (let at = await firstToItsAccount(page); at > 0; at -= 1) await press(page, 'j');
  const first = await chosen(page);
  await press(page, 'j');
  const second = await chosen(page);
  await press(page, 'k', 'Enter');
  await page.getByRole('heading', { level: 1, name: first, exact: true }).waitFor();
  await settled(page);
  await press(page, 'n');
  await page.getByRole('dialog', { name: 'How did it go?' }).waitFor();
  await press(page, '2');
  await page.getByText(`${first}: done for today.`).waitFor();
  await page.getByRole('heading', { level: 1, name: second, exact: true }).waitFor();
});

test('z with plain words puts an account away until then', async () => {
  const page = await openList();
  await press(page, 'j');
  const name = await chosen(page);
  await press(page, 'z');
  await page.getByLabel('In plain words').waitFor();
  await page.keyboard.type('2d');
  const hint = await page
    .getByRole('dialog')
    .getByText(/, \d\d:\d\d$/u)
    .innerText();
  await press(page, 'Enter');
  const said = page.getByText(`${name} comes back`);
  await said.waitFor();
  expect(await said.innerText()).toContain(hint.slice(-5));
  await page.goto(`${everybodys}&state=snoozed`);
  await settled(page);
  await row(page, name).first().waitFor();
});

test('words that name no moment are refused with an example', async () => {
  const page = await openList([400, 422]);
  await press(page, 'z');
  await page.getByLabel('In plain words').fill('whenever');
  await press(page, 'Enter');
  await page.getByRole('dialog').getByRole('alert').waitFor();
});

test('a call is logged with a promise in nine keystrokes or fewer', async () => {
  const page = await openList();
  await press(page, 'p');
  await page.getByLabel('By which day').waitFor();
  const strokes = ['Tab', 'f', 'r', 'i', 'Enter'];
  await press(page, ...strokes);
  await page.getByText(/^Promised: /u).waitFor();
  expect(strokes.length + 1).toBeLessThanOrEqual(9);
});

test('w says why the account stands where it stands, and by which policy', async () => {
  const page = await openList();
  await press(page, 'w');
  await page.getByRole('dialog').getByText('Scored by', { exact: false }).waitFor();
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('by size and by kind live in the address, so a reload shows the same list', async () => {
  const page = await openList();
  const answer = page.waitForResponse(/worklist\?.*sort=size/u);
  await press(page, 'b');
  await page.waitForURL(/sort=size/u);
  // The route's own tests hold this answer to its contract.
  const { rows } = (await (await answer).json()) as { rows: { name: string }[] };
  const first = rows[0]?.name;
  await expect.poll(() => chosen(page)).toBe(first);
  await page.reload();
  await settled(page);
  expect(await chosen(page)).toBe(first);
});

test('/ finds an account by its number', async () => {
  const page = await openList();
  await press(page, '/');
  await page.getByRole('combobox').fill('C-10003');
  await page.getByRole('option').first().waitFor();
  await page
    .getByRole('option', { name: /C-10003/u })
    .first()
    .waitFor();
  await press(page, 'Enter');
  await page.waitForURL(/\/accounts\//u);
});

test('the status bar shows the totals, and no count to whom no account belongs', async () => {
  const page = await openList();
  const bar = page.getByRole('contentinfo');
  await bar.getByText('Control totals agree').waitFor();
  expect(await bar.getByText(/\d left/u).count()).toBe(0);
});

test('a list that nothing fits says so and offers to show everything', async () => {
  const page = await screens.open(`${everybodys}&q=nobody-is-called-this`, { as: 'manager' });
  await page.getByText('Nothing fits this filter').waitFor();
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.locator('[role=row][aria-selected=true]').waitFor();
});

test('after each dialog the focus is back on the list', async () => {
  const page = await openList();
  for (const key of ['n', 'z', 'o', 'w', '?']) {
    await press(page, 'j', key);
    await page.getByRole('dialog').waitFor();
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press(page, 'k');
  }
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
});

test('Alt and an arrow moves a row of somebody’s list, t to the top, u back', async () => {
  const page = await openList();
  const owner = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/worklist?owner=all');
    // The route's own tests hold this answer to its contract.
    const { rows } = (await answer.json()) as { rows: { ownerId: string | null }[] };
    return rows.find(({ ownerId }) => ownerId !== null)?.ownerId;
  });
  await page.goto(new URL(`${paths.worklist}?owner=${owner}`, page.url()).href);
  await settled(page);
  await page.locator('[role=row][aria-selected=true]').waitFor();
  const first = () => page.locator('[role=row][aria-rowindex="2"] a').innerText();
  const was = await first();
  await press(page, 'j');
  const name = await chosen(page);
  await press(page, 'Alt+ArrowUp');
  await expect.poll(first).toBe(name);
  await row(page, name).getByText('pinned ·').waitFor();
  await press(page, 'Alt+ArrowDown');
  await expect.poll(first).toBe(was);
  await press(page, 't');
  await expect.poll(first).toBe(name);
  await press(page, 'u');
  await expect.poll(first).toBe(was);
  await press(page, 't');
  await expect.poll(first).toBe(name);
  await page.reload();
  await settled(page);
  expect(await first()).toBe(name);
});

async function openList(refused: readonly number[] = []): Promise<Page> {
  const page = await screens.open(everybodys, { as: 'manager', refused });
  await page.locator('[role=row][aria-selected=true]').waitFor();
  return page;
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** The name on the row one is on. */
/** The place of the first row by name that does not lead to a mail or a case of its account. */
async function firstToItsAccount(page: Page): Promise<number> {
  const answer = await page.request.get('/api/v1/worklist?owner=all&sort=name');
  // Its own tests hold the answer to its contract.
  const { rows } = (await answer.json()) as { rows: { reasons: { kind: string }[] }[] };
  return rows.findIndex(({ reasons: [reason] }) => {
    return reason !== undefined && reason.kind !== 'reply_waiting' && reason.kind !== 'dispute';
  });
}

async function chosen(page: Page): Promise<string> {
  return page.locator('[role=row][aria-selected=true] a').innerText();
}

function row(page: Page, name: string) {
  return page.getByRole('row').filter({ hasText: name });
}

test('a cell without room for its words says all of them to who points at it', async () => {
  const page = await screens.open(paths.promises, { as: 'manager' });
  // As a reader with large letters sees it.
  await page.addStyleTag({ content: '[role=gridcell] { font-size: 2.5rem }' });
  const cells = page.getByRole('gridcell');
  await cells.first().waitFor();
  const at = await cells.evaluateAll((all) =>
    all.findIndex((each) =>
      [...each.querySelectorAll('*')].some(
        ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1,
      ),
    ),
  );
  const cell = cells.nth(at);
  expect(await cell.getAttribute('title')).toBeNull();
  await cell.hover();
  expect(await cell.getAttribute('title')).toBe(await cell.innerText());
});
