/**
 * Screens of a live desk for one test file: one desk, one browser, a fresh page for each test.
 *
 *     const screens = useScreens();
 *     const page = await screens.open(paths.aging, { as: 'manager' });
 *
 * The rule: a screen that writes an error to the console fails its test, unless the test
 * says beforehand which refusal it provokes.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from './browser.ts';
import { freshDatabase } from './db.ts';
import {
  type LiveDesk,
  type LiveOptions,
  type LivePeople,
  type Look,
  openLiveDesk,
} from './live-desk.ts';

export type Opened = Look & {
  readonly as: keyof LivePeople;
  /** Refusals that the test provokes, by status or by text; a browser logs each one. */
  readonly refused?: readonly (number | string)[];
};

export type Screens = {
  /** The running desk. */
  readonly live: () => LiveDesk;
  readonly browser: () => Browser;
  /** Opens an address for somebody and waits until its first data are painted. */
  open(address: string, how: Opened): Promise<Page>;
  /** A page of nobody: not signed in. */
  stranger(address: string, how?: Omit<Opened, 'as'>): Promise<Page>;
};

/** Starts a desk before the tests of the file and stops it after them. */
export function useScreens(options?: LiveOptions): Screens {
  let live: LiveDesk | undefined;
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  beforeAll(async () => {
    live = await openLiveDesk(await freshDatabase(), options);
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await live?.close();
  });
  const started = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('the desk has not started');
    return part;
  };
  async function watched(page: Page, refused: readonly (number | string)[] = []): Promise<Page> {
    contexts.push(page.context());
    listen(page, refused, complaints);
    return page;
  }
  return {
    live: () => started(live),
    browser: () => started(browser),
    async open(address, { as, refused, ...look }) {
      const desk = started(live);
      const page = await watched(
        await desk.pageOf(started(browser), desk.people[as], look),
        refused,
      );
      await page.goto(address);
      await settled(page);
      return page;
    },
    async stranger(address, { refused, ...look } = {}) {
      const page = await watched(await started(live).pageOf(started(browser), null, look), refused);
      await page.goto(address);
      return page;
    },
  };
}

/** Waits until the screen stands and nothing on it is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1, main p').first().waitFor();
  await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
}

/** Does something and waits until the list of the new address is painted. */
export async function answered(
  page: Page,
  address: RegExp,
  act: () => Promise<void>,
): Promise<void> {
  const answer = page.waitForResponse((response) => address.test(response.url()) && response.ok());
  await act();
  await (await answer).finished();
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
  );
  await settled(page);
}

function listen(page: Page, refused: readonly (number | string)[], complaints: string[]): void {
  page.on('console', (message) => {
    const text = message.text();
    const provoked = refused.some((known) =>
      text.includes(typeof known === 'number' ? `status of ${known}` : known),
    );
    if (message.type() === 'error' && !provoked) {
      complaints.push(`${new URL(page.url()).pathname}: ${text} ${message.location().url}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
}

/** The nth account of the aging that has something overdue, by balance. */
export async function anAccount(page: Page, nth = 0): Promise<{ id: string; name: string }> {
  const answer = await page.request.get('/api/v1/aging?by=account&limit=100');
  // Its own tests hold the answer to its contract.
  const { rows } = (await answer.json()) as { rows: AgingRow[] };
  const row = rows.filter(({ buckets }) => buckets.slice(1).some((sum) => Number(sum) > 0))[nth];
  if (row === undefined) throw new Error(`the aging has no row ${nth}`);
  return { id: row.accountId, name: row.name };
}

type AgingRow = { accountId: string; name: string; buckets: string[] };
