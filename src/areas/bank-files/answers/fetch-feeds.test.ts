import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Feed, RemoteFile } from '#platform/feeds/feed.ts';
import { folderFeed } from '#platform/feeds/folder.ts';
import { sftpFeed } from '#platform/feeds/sftp.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf } from '#test/support/builders.ts';
import { deskWithBank } from '#test/support/bank-files.ts';
import { sftpServer } from '#test/support/sftp-server.ts';
import { zipOf } from '#test/support/zip.ts';
import { takeInFiles } from '../actions/take-in-files.ts';
import { fetchFeeds } from './fetch-feeds.ts';
import { readDropped } from './read-dropped.ts';

const by = { actor: { ref: 'job:bank_files.fetch_files', memberId: null }, reason: 'by the clock' };

function mt940(account: string, amount: string, id: string): string {
  return [
    ':20:STARTUMSE',
    `:25:${account}`,
    ':28C:1/1',
    ':60F:C260601USD100,00',
    `:61:2606020602C${amount}NTRFINV-1//${id}`,
    ':86:NORTHWIND',
    `:62F:C260602USD1${amount}`,
    '-',
  ].join('\r\n');
}

/** A desk whose bank has a server with one statement and one file that nobody can read. */
async function deskWithServer() {
  const bank = await sftpServer({
    'a.sta': mt940('000123', '45,00', 'A1'),
    'letter.txt': 'Dear Sirs,\nnothing today.\n',
  });
  const desk = await deskWithBank('2026-06-03');
  const feed = sftpFeed({
    kind: 'sftp',
    name: 'first-bank',
    company: 'MAIN',
    host: '127.0.0.1',
    port: bank.port,
    user: bank.user,
    password: bank.password,
    hostKey: bank.hostKey,
    path: '/out',
  });
  return {
    ...desk,
    bank,
    feed,
    fetch: (feeds: readonly Feed[] = [feed]) => fetchFeeds({ ...desk, feeds }, by),
    async [Symbol.asyncDispose]() {
      await desk[Symbol.asyncDispose]();
      await bank[Symbol.asyncDispose]();
    },
  };
}

test('what is on a bank’s server is fetched once, and kept if it cannot be read', async () => {
  await using desk = await deskWithServer();
  expect(await desk.fetch()).toEqual([
    { feed: 'first-bank', fetched: 2, added: 1, unreadable: 1, problem: null },
  ]);
  expect(await desk.lines()).toEqual(['2026-06-02 45.00 booked NORTHWIND']);
  const states = await desk.db.all(sql`
    select f.file_name, f.source, n.state
      from bank_files.file f
      join bank_files.file_now n on n.file_id = f.file_id
     order by f.file_name`);
  expect(states).toEqual([
    { file_name: 'a.sta', source: 'first-bank', state: 'taken_in' },
    { file_name: 'letter.txt', source: 'first-bank', state: 'unreadable' },
  ]);
  const reads = desk.bank.reads();
  expect(await desk.fetch()).toMatchObject([{ fetched: 0, added: 0, unreadable: 0 }]);
  expect(desk.bank.reads()).toBe(reads);

  desk.bank.put('b.sta', mt940('000123', '46,00', 'A2'));
  expect(await desk.fetch()).toMatchObject([{ fetched: 1, added: 1 }]);
});

test('of two that fetch at once one takes a file in', async () => {
  await using desk = await deskWithServer();
  const [one, other] = await Promise.all([desk.fetch(), desk.fetch()]);
  expect((one[0]?.added ?? 0) + (other[0]?.added ?? 0)).toBe(1);
  expect(await desk.lines()).toHaveLength(1);
  expect(await desk.db.all(sql`select from bank_files.fetched`)).toHaveLength(2);
});

test('a feed that cannot be reached says why and does not stop the others', async () => {
  await using desk = await deskWithServer();
  const lost: Feed = {
    name: 'lost',
    company: 'MAIN',
    as: undefined,
    open: () => Promise.reject(new Error('the host is away')),
  };
  const runs = await desk.fetch([lost, desk.feed]);
  expect(runs).toMatchObject([{ problem: 'the host is away' }, { problem: null, added: 1 }]);
  const [stands] = await desk.db.all(sql`
    select feed, problem, worked_at from bank_files.feed_now where feed = 'lost'`);
  expect(stands).toEqual({ feed: 'lost', problem: 'the host is away', worked_at: null });
  const strange = { ...desk.feed, name: 'strange', company: 'NOBODY' };
  expect(await desk.fetch([strange])).toMatchObject([{ problem: 'there is no company NOBODY' }]);
});

test('a file that is still being written waits for the next look', async () => {
  await using desk = await deskWithServer();
  const file: RemoteFile = { name: 'a.sta', bytes: 1, modifiedAt: '2026-06-02T08:00:00.000Z' };
  const writing: Feed = {
    name: 'folder',
    company: 'MAIN',
    as: 'bank',
    open: () =>
      Promise.resolve({
        list: () => Promise.resolve([file]),
        fetch: () => Promise.resolve(undefined),
        [Symbol.asyncDispose]: () => Promise.resolve(),
      }),
  };
  expect(await desk.fetch([writing])).toMatchObject([{ fetched: 0, problem: null }]);
  expect(await desk.db.all(sql`select from bank_files.fetched`)).toEqual([]);
});

test('a fetched table that nobody could read goes in once its columns are said', async () => {
  await using desk = await deskWithServer();
  const csv = 'When;What;How much\r\n2026-06-02;NORTHWIND;47.00\r\n';
  desk.bank.put('day.csv', csv);
  expect(await desk.fetch()).toMatchObject([{ fetched: 3, unreadable: 2 }]);
  const bytes = new TextEncoder().encode(csv);
  const { companyId, bankAccountId } = desk;
  const read = await readDropped([{ name: 'day.csv', bytes }], {
    db: desk.db,
    companyId,
    said: {
      columns: { bookedOn: 'When', amount: 'How much', text: 'What' },
      currency: 'USD',
    },
  });
  if (!read.ok) throw new Error(answerOf(read));
  const again = () =>
    desk.done((context) =>
      takeInFiles(context, read.value, {
        companyId,
        companies: 'all',
        source: 'upload',
        bankAccountId,
      }),
    );
  expect(await again()).toMatchObject([{ state: 'taken_in', added: 1, seenBefore: false }]);
  expect(await again()).toMatchObject([{ state: 'taken_in', added: 0, seenBefore: true }]);
  expect((await desk.lines()).join('; ')).toContain('2026-06-02 47.00 booked');
});

test('an archive in a watched folder goes in whole or is kept, its bad member named', async () => {
  await using desk = await deskWithBank('2026-06-03');
  const path = await mkdtemp(join(tmpdir(), 'dunlin-watched-'));
  const feed = folderFeed({ kind: 'folder', name: 'watched', company: 'MAIN', path });
  const fetch = () => fetchFeeds({ ...desk, feeds: [feed] }, by);
  const one = mt940('000123', '45,00', 'A1');
  const two = mt940('000123', '46,00', 'A2').replace('1/1', '2/1');
  const zip = (second: string) =>
    zipOf([
      { name: 'one.sta', text: one },
      { name: 'two.sta', text: second },
    ]);

  await writeFile(join(path, 'day.zip'), zip(two.slice(0, two.indexOf('C46') + 1)));
  expect(await fetch()).toMatchObject([{ fetched: 1, added: 0, unreadable: 1, problem: null }]);
  expect(await desk.lines()).toEqual([]);
  const kept = await desk.db.all(sql`
    select f.file_name, n.state, p.code, p.facts ->> 'file' as member
      from bank_files.file f
      join bank_files.file_now n on n.file_id = f.file_id
      join bank_files.problem p on p.file_id = f.file_id`);
  expect(kept).toEqual([
    {
      file_name: 'day.zip',
      state: 'unreadable',
      code: 'bank_files.bad_record',
      member: 'two.sta',
    },
  ]);

  // The bank writes it anew under the same name.
  await writeFile(join(path, 'day.zip'), zip(two));
  expect(await fetch()).toMatchObject([{ fetched: 1, added: 2, unreadable: 0 }]);
  expect(await fetch()).toMatchObject([{ fetched: 0, added: 0, unreadable: 0 }]);
  expect(await desk.lines()).toHaveLength(2);
  await rm(path, { recursive: true });
});
