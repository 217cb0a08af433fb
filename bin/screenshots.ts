/**
 * `npm run screenshots`: every screen and its main states as pictures, on the demo company.
 *
 *     screenshots/en-1440-worklist.png    language, width, screen, state
 *     npm run screenshots -- --docs       writes the three of the README too
 *
 * The pictures are for looking at: nothing compares them, and the folder is not committed.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startEmbedded } from '#platform/postgres/embedded.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { type LiveDesk, type Look, type Person, openLiveDesk } from '#test/support/live-desk.ts';
import { root } from './tools.ts';

type Shot = {
  readonly name: string;
  readonly address: string;
  /** Brings the screen into the state of the picture. */
  readonly act?: (page: Page) => Promise<void>;
  /** Most are a collector's; these are a manager's or controller's. */
  readonly by?: 'office';
  /** Whether the address is asked of a server that holds its answers back, or refuses. */
  readonly server?: 'silent' | 'failing';
};

const folder = path.join(root, 'screenshots');
const docs = path.join(root, 'docs/images');
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const readme = ['worklist', 'aging', 'account'];
const alsoDark = [...readme, 'promises'];

await main();

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const data = mkdtempSync(path.join(os.tmpdir(), 'dunlin-screenshots-'));
  const postgres = await startEmbedded(data, { fast: true, alone: true });
  const database = { url: postgres.url, [Symbol.asyncDispose]: () => postgres.stop() };
  const desk = await openLiveDesk(database, { demo: true });
  const browser = await launchBrowser();
  try {
    await drawAll(desk, browser);
  } finally {
    await browser.close();
    await desk.close();
    rmSync(data, { recursive: true, force: true });
  }
}

async function drawAll(desk: LiveDesk, browser: Browser): Promise<void> {
  for (const language of ['en', 'es'] as const) {
    for (const viewport of [wide, phone]) {
      await draw(desk, browser, { language, viewport, theme: 'light' });
    }
  }
  await draw(desk, browser, { language: 'en', viewport: wide, theme: 'dark' });
  await drawDoor(desk, browser);
  process.stdout.write(`The pictures are in ${path.relative(process.cwd(), folder) || '.'}\n`);
}

type Way = {
  readonly language: 'en' | 'es';
  readonly viewport: typeof wide;
  readonly theme: 'light' | 'dark';
};

async function draw(desk: LiveDesk, browser: Browser, way: Way): Promise<void> {
  const { language, viewport, theme } = way;
  const look: Look = { viewport, colorScheme: theme, locale: `${language}-US` };
  const day = await desk.pageOf(browser, collectorOf(desk, language), look);
  const house = desk.people[language === 'es' ? 'controller' : 'manager'];
  const office = await desk.pageOf(browser, house, look);
  const all = await shotsOf(day);
  const shots = theme === 'dark' ? all.filter(({ name }) => alsoDark.includes(name)) : all;
  for (const shot of shots) {
    const page = shot.by === 'office' ? office : day;
    await take(page, shot);
    const name = [language, viewport.width, shot.name, theme === 'dark' ? 'dark' : '']
      .filter(Boolean)
      .join('-');
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
    const inReadme = language === 'en' && viewport === wide && theme === 'light';
    if (inReadme && process.argv.includes('--docs') && readme.includes(shot.name)) {
      mkdirSync(docs, { recursive: true });
      await page.screenshot({ path: path.join(docs, `${shot.name}.png`) });
    }
  }
  await Promise.all([day.context().close(), office.context().close()]);
}

/** A collector of the demo with a list of their own, who reads this language. */
function collectorOf(desk: LiveDesk, language: 'en' | 'es'): Person {
  const [spanish, english] = desk.invented.filter(({ role }) => role === 'collector');
  const person = language === 'es' ? spanish : english;
  if (person === undefined) throw new Error('the demo has no two collectors');
  return person;
}

async function take(page: Page, { address, server, act }: Shot): Promise<void> {
  const data = '**/api/v1/{worklist,aging,accounts,promises,imports}*';
  if (server === 'silent') await page.route(data, () => undefined);
  if (server === 'failing') await page.route(data, (route) => route.abort());
  await page.goto(address);
  await page.locator('h1, main p').first().waitFor();
  if (server === undefined) {
    await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  }
  if (server === 'failing') await page.getByRole('alert').waitFor({ timeout: 30_000 });
  await act?.(page);
  // The last picture of a movement; none lasts longer.
  await page.waitForTimeout(150);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
}

/** Every screen with its main states; the account is one that has promises and contacts. */
async function shotsOf(page: Page): Promise<Shot[]> {
  const accountId = await firstAccount(page);
  const worklist = '/worklist';
  const account = `/accounts/${accountId}`;
  return [
    { name: 'worklist', address: worklist },
    { name: 'worklist-why', address: worklist, act: pressing('w') },
    { name: 'worklist-done', address: worklist, act: pressing('n') },
    { name: 'worklist-snooze', address: worklist, act: pressing('z') },
    { name: 'worklist-empty', address: '/worklist?q=nobody-is-called-this' },
    { name: 'worklist-loading', address: worklist, server: 'silent' },
    { name: 'worklist-failed', address: worklist, server: 'failing' },
    { name: 'keys', address: worklist, act: pressing('?') },
    { name: 'palette', address: worklist, act: pressing('Control+k') },
    { name: 'account', address: account },
    { name: 'account-promise', address: account, act: pressing('p') },
    { name: 'account-item', address: account, act: pressing('Enter') },
    { name: 'account-loading', address: account, server: 'silent' },
    { name: 'account-missing', address: '/accounts/0193a000-0000-7000-8000-000000000000' },
    { name: 'statement', address: `${account}/statement` },
    { name: 'aging', address: '/aging' },
    { name: 'aging-customer', address: '/aging?by=customer&basis=invoice' },
    { name: 'aging-empty', address: '/aging?q=nobody-is-called-this' },
    { name: 'aging-loading', address: '/aging', server: 'silent' },
    { name: 'aging-failed', address: '/aging', server: 'failing' },
    { name: 'review', address: '/aging/review' },
    { name: 'over-60', address: '/reports/over-60' },
    { name: 'promises', address: '/promises' },
    { name: 'promises-empty', address: '/promises?q=nobody-is-called-this' },
    { name: 'portfolio', address: '/portfolio', by: 'office' },
    { name: 'rules', address: '/portfolio/rules', by: 'office' },
    { name: 'rebalance', address: '/portfolio/rebalance', by: 'office' },
    { name: 'campaigns', address: '/campaigns', by: 'office' },
    { name: 'imports', address: '/imports', by: 'office' },
    { name: 'verification', address: '/verification', by: 'office' },
    { name: 'clean-ups', address: '/projects', by: 'office' },
    { name: 'team', address: '/team', by: 'office' },
    { name: 'settings', address: '/settings' },
    { name: 'not-found', address: '/nowhere/at/all' },
  ];
}

function pressing(key: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.keyboard.press(key);
    await page.waitForTimeout(250);
  };
}

/** The account that stands first on the day's list. */
async function firstAccount(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/worklist?limit=1');
  // The route's own tests hold this answer to its contract.
  const { rows } = (await answer.json()) as { rows: { accountId: string }[] };
  const [first] = rows;
  if (first === undefined) throw new Error('the demo has an empty list');
  return first.accountId;
}

async function drawDoor(desk: LiveDesk, browser: Browser): Promise<void> {
  for (const language of ['en', 'es']) {
    for (const viewport of [wide, phone]) {
      const locale = `${language}-US`;
      const context = await browser.newContext({ baseURL: desk.address, locale, viewport });
      const page = await context.newPage();
      await page.goto('/sign-in');
      await page.locator('input[type=password]').waitFor();
      const name = `${language}-${viewport.width}-sign-in.png`;
      await page.screenshot({ path: path.join(folder, name) });
      await context.close();
    }
  }
}
