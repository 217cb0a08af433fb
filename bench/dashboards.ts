/**
 * `npm run bench -- dashboards`: what a dashboard costs the server on the book at hand, and how
 * soon a posting stands on twenty open ones.
 *
 *     BENCH_INVOICES=1000000   the book of the bar
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Day } from '#kernel/day.ts';
import { openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { figureLine, heading } from './figures.ts';
import { median, percentile, timed } from './measure.ts';
import { type BenchServer, startBenchServer } from './server.ts';

const bar = { ms: 200 };
const asked = 100;
const streams = 20;
const postings = 10;

type Answer = {
  againMs: number | null;
  tiles: { figures: { name: string; value: string | null }[] }[];
};

/** Prints the times of both dashboards, quiet and under postings, and from posting to screen. */
export async function tellDashboards(
  url: string,
  today: Day,
  say: (line: string) => void,
): Promise<void> {
  await using server = await startBenchServer(url, today);
  const book = await openBook(url, server);
  say(heading);
  for (const page of ['team', 'cfo'] as const) {
    const first = await timed(() => ask(server, page));
    say(figureLine({ name: `${page}: the first of all`, ours: first }));
    await settle(server, page);
    const quiet = await times(() => ask(server, page));
    say(figureLine({ name: `${page}: p95, nothing new`, ours: percentile(quiet, 95), bar }));
    const busy = await times(async (no) => {
      if (no % 10 === 0) await book.post();
      return ask(server, page);
    });
    say(
      figureLine({ name: `${page}: p95, a posting every tenth`, ours: percentile(busy, 95), bar }),
    );
  }
  const shown = await times(() => untilShown(server, book.post), postings);
  const name = `posting until it stands on ${streams} open pages`;
  say(figureLine({ name: `${name}, median`, ours: median(shown), bar: { ms: 2000 } }));
  say(figureLine({ name: `${name}, worst`, ours: Math.max(...shown), bar: { ms: 2000 } }));
}

/** An account to post to, as the manager of the run may: a fee of one. */
async function openBook(url: string, { address, cookie }: BenchServer) {
  const db = openDb(url, { poolSize: 1 });
  const { account_id: accountId } = await db.one(sql<{ account_id: string }>`
    select account_id from ledger.account_open where currency = 'USD' limit 1`);
  await db.close();
  const session = await fetch(`${address}/api/v1/session`, { headers: { cookie } });
  // The route's own tests hold this answer to its contract.
  const { csrf } = (await session.json()) as { csrf: string };
  return {
    async post(): Promise<void> {
      const posted = await fetch(`${address}/api/v1/accounts/${accountId}/charges`, {
        method: 'POST',
        headers: {
          cookie,
          'x-csrf-token': csrf,
          'idempotency-key': `${performance.now()}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ kind: 'fee', amount: '1.00', currency: 'USD', reason: 'bench' }),
      });
      if (!posted.ok) throw new Error(await posted.text());
    },
  };
}

async function ask({ address, cookie }: BenchServer, page: 'team' | 'cfo'): Promise<Answer> {
  const answer = await fetch(`${address}/api/v1/dashboards/${page}`, { headers: { cookie } });
  if (!answer.ok) throw new Error(await answer.text());
  // As above.
  return (await answer.json()) as Answer;
}

async function settle(server: BenchServer, page: 'team' | 'cfo'): Promise<Answer> {
  for (;;) {
    const answer = await ask(server, page);
    if (answer.againMs === null || answer.againMs > 1000) return answer;
    await wait(answer.againMs);
  }
}

async function times(work: (no: number) => Promise<unknown>, count = asked): Promise<number[]> {
  const took: number[] = [];
  for (let no = 0; no < count; no += 1) took.push(await timed(() => work(no)));
  return took;
}

/** A posting with so many pages open: over when each of them shows it. */
async function untilShown(server: BenchServer, post: () => Promise<void>): Promise<void> {
  const before = receivables(await settle(server, 'cfo'));
  const stop = new AbortController();
  const pages = await Promise.all(
    Array.from({ length: streams }, () => openPage(server, before, stop.signal)),
  );
  await post();
  await Promise.all(pages.map(({ shown }) => shown));
  stop.abort();
}

/** A page that listens; the promise inside is kept when it shows other receivables. */
async function openPage(server: BenchServer, before: string, signal: AbortSignal) {
  const { address, cookie } = server;
  const stream = await fetch(`${address}/api/v1/events`, { headers: { cookie }, signal });
  const shows = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const piece of stream.body ?? []) {
      if (!decoder.decode(piece).includes('event: changed')) continue;
      if (receivables(await settle(server, 'cfo')) !== before) return;
    }
  };
  return { shown: shows() };
}

function receivables({ tiles }: Answer): string {
  const figures = tiles.flatMap((tile) => tile.figures);
  return figures.find(({ name }) => name === 'ar')?.value ?? '';
}
