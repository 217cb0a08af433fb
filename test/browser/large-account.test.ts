/** A customer that owes millions, in a book that nobody has been given yet. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { plusDays } from '#kernel/day.ts';
import { paths } from '#web/paths.ts';
import { takeTable } from '#test/support/papers.ts';
import { settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 5 });
const large = 'Meridian Instruments and Laboratory Supply';

/** Figures that their cell cuts; a cut figure is a wrong one. */
function cutFigures(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cells = [...document.querySelectorAll<HTMLElement>('[role=row] [data-align=end]')];
    return cells
      .filter((cell) => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        const { paddingRight } = getComputedStyle(cell);
        const end = cell.getBoundingClientRect().right - Number.parseFloat(paddingRight);
        return text.getBoundingClientRect().right > end + 0.5;
      })
      .map((cell) => cell.textContent);
  });
}

async function oweMillions(): Promise<void> {
  const { desk, today } = screens.live();
  const days = [plusDays(today, -80), plusDays(today, -50)].join(',');
  await takeTable(desk, 'large.csv', [
    'Document ID,Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Currency,Open Amount',
    `L1,LARGE,${large},L-1,${days},USD,2888444.88`,
    `L2,LARGE,${large},L-2,${days},USD,8888444.88`,
  ]);
}

async function listed(page: Page): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: large });
  for (let tries = 0; tries < 40 && (await row.count()) === 0; tries += 1) {
    await page.waitForTimeout(250);
    await page.reload();
    await settled(page);
  }
  await row.first().waitFor();
}

test('no figure of millions is cut, on the day’s list nor on the aging', async () => {
  await oweMillions();
  const page = await screens.open(`${paths.worklist}?owner=all`, { as: 'manager' });
  await listed(page);
  await page.getByText('11,776,889.76').first().waitFor();
  expect(await cutFigures(page)).toEqual([]);
  await page.goto(paths.aging);
  await listed(page);
  expect(await cutFigures(page)).toEqual([]);
});

test('an empty day tells of the work that nobody collects, and leads to it', async () => {
  const page = await screens.open(paths.worklist, { as: 'manager' });
  await page.getByText(/have work waiting and no collector\./u).waitFor();
  expect(await page.getByRole('link', { name: 'Give them out' }).getAttribute('href')).toBe(
    paths.portfolio,
  );
  await page.getByRole('button', { name: 'See them' }).click();
  await page.getByRole('row').nth(1).waitFor();
  expect(new URL(page.url()).search).toContain('owner=nobody');
});

test('who may not give accounts out is not sent there', async () => {
  const page = await screens.open(paths.worklist, { as: 'collector' });
  await page.getByText(/have work waiting and no collector\./u).waitFor();
  expect(await page.getByRole('link', { name: 'Give them out' }).count()).toBe(0);
});

test('a row that asks for a call has it as its first button', async () => {
  const page = await screens.open(`${paths.worklist}?owner=all`, { as: 'manager' });
  await listed(page);
  await page.getByRole('row').filter({ hasText: large }).first().click();
  const strip = page.getByRole('complementary');
  await strip.getByRole('button', { name: /^Call/u }).click();
  await page.getByRole('heading', { level: 1, name: `Call to ${large}` }).waitFor();
});
