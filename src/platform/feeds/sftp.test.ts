import { expect, test } from 'vitest';
import { sftpServer, type SftpBank } from '#test/support/sftp-server.ts';
import { sftpFeed } from './sftp.ts';

const feedOf = (bank: SftpBank, more: { hostKey?: string; password?: string } = {}) =>
  sftpFeed({
    kind: 'sftp',
    name: 'first-bank',
    company: 'MAIN',
    host: '127.0.0.1',
    port: bank.port,
    user: bank.user,
    password: bank.password,
    hostKey: bank.hostKey,
    path: '/out',
    match: '*.bai',
    ...more,
  });

test('files of a real server are listed and come byte for byte', async () => {
  const long = 'x'.repeat(300_000);
  await using bank = await sftpServer({ 'a.bai': long, 'b.bai.part': 'y', 'c.txt': 'z' });
  await using open = await feedOf(bank).open();
  const files = await open.list();
  expect(files).toEqual([
    { name: 'a.bai', bytes: 300_000, modifiedAt: '2026-06-01T08:00:00.000Z' },
  ]);
  const [file] = files;
  if (!file) return;
  expect(Buffer.from((await open.fetch(file)) ?? []).toString()).toBe(long);
  bank.put('a.bai', 'shorter');
  expect(await open.fetch(file)).toBeUndefined();
});

test('another server in the bank’s place is refused before anything is said', async () => {
  await using bank = await sftpServer({ 'a.bai': 'x' });
  const pinned = `SHA256:${'b'.repeat(43)}`;
  await expect(feedOf(bank, { hostKey: pinned }).open()).rejects.toThrow(
    `127.0.0.1 shows the key ${bank.hostKey}, not the pinned ${pinned}`,
  );
});

test('a wrong password is a problem that does not repeat it', async () => {
  await using bank = await sftpServer({ 'a.bai': 'x' });
  const opening = feedOf(bank, { password: 'wr0ng-secret' }).open();
  await expect(opening).rejects.toThrow(/authentication/u);
  await expect(opening).rejects.not.toThrow('wr0ng-secret');
});
