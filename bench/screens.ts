/**
 * What the three screens cost at this size: the server's answers, and the first paint of data
 * in a real browser.
 */
import type { Page } from 'playwright-core';
import { launchBrowser } from '../test/support/browser.ts';
import type { BenchBook } from './book.ts';
import type { Figure } from './figures.ts';
import { percentile, timed } from './measure.ts';
import { type BenchServer, startBenchServer } from './server.ts';

const requests = 100;
const paints = 7;

/** Tells the figures of every answer and screen, on a server that is started for it. */
export async function tellScreens(
  url: string,
  { today }: BenchBook,
  tell: (figures: readonly Figure[]) => void,
): Promise<void> {
  await using server = await startBenchServer(url, today);
  const accountIds = await largestAccounts(server);
  for (const [name, pathOf] of Object.entries(answers)) {
    tell(await answerFigures(server, name, (at) => pathOf(pick(accountIds, at))));
  }
  tell(await paintFigures(server, pick(accountIds, 0)));
}

/** Each request asks another account or another part of the list. */
const answers: Readonly<Record<string, (account: string) => string>> = {
  aging: () => '/api/v1/aging',
  'aging by bucket': () => '/api/v1/aging?sort=bucket:5',
  'aging, a search': () => '/api/v1/aging?q=har',
  'aging, as of 5 months back': () => '/api/v1/aging?asOf=2026-06-30',
  'account page': (account) => `/api/v1/accounts/${account}`,
  'account items': (account) => `/api/v1/accounts/${account}/items`,
  'account timeline': (account) => `/api/v1/accounts/${account}/timeline`,
  worklist: () => '/api/v1/worklist?owner=all',
  'worklist by size': () => '/api/v1/worklist?owner=all&sort=size',
  verification: () => '/api/v1/verification',
};

async function answerFigures(
  server: BenchServer,
  name: string,
  pathOf: (at: number) => string,
): Promise<Figure[]> {
  const times: number[] = [];
  for (let at = 0; at < requests + 5; at += 1) {
    const took = await timed(() => get(server, pathOf(at)));
    if (at >= 5) times.push(took);
  }
  return [
    { name: `server: ${name}, p50`, ours: percentile(times, 50) },
    { name: `server: ${name}, p95`, ours: percentile(times, 95), bar: { ms: 100 } },
  ];
}

async function get({ address, cookie }: BenchServer, path: string): Promise<string> {
  const answer = await fetch(`${address}${path}`, { headers: { cookie } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${text}`);
  return text;
}

async function largestAccounts(server: BenchServer): Promise<string[]> {
  const text = await get(server, '/api/v1/aging?limit=100');
  // The answer of the aging, which its own tests hold to its contract.
  const { rows } = JSON.parse(text) as { rows: { accountId: string }[] };
  return rows.map((row) => row.accountId);
}

function pick(ids: readonly string[], at: number): string {
  const found = ids[at % ids.length];
  if (found === undefined) throw new Error('the book has no account with a balance');
  return found;
}

async function paintFigures(server: BenchServer, account: string): Promise<Figure[]> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const [name = '', value = ''] = server.cookie.split('=');
    await context.addCookies([{ name, value, url: server.address }]);
    const screens = {
      aging: '/aging',
      account: `/accounts/${account}`,
      worklist: '/worklist?owner=all',
    };
    const figures: Figure[] = [];
    for (const [screen, path] of Object.entries(screens)) {
      const times: number[] = [];
      for (let at = 0; at < paints; at += 1) {
        const page = await context.newPage();
        times.push(await firstData(page, `${server.address}${path}`));
        await page.close();
      }
      const bar = { ms: 1000 };
      figures.push({ name: `first paint of data: ${screen}`, ours: percentile(times, 50), bar });
    }
    return figures;
  } finally {
    await browser.close();
  }
}

/** Milliseconds from asking for the page until an amount of the book stands on it. */
async function firstData(page: Page, address: string): Promise<number> {
  return timed(async () => {
    await page.goto(address, { waitUntil: 'commit' });
    const amounts = page.locator('main').getByText(/\d,\d{3}\.\d{2}/u);
    await amounts.filter({ visible: true }).first().waitFor();
  });
}
