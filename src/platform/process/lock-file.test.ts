import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockHolder, takeLock, waitForLock } from './lock-file.ts';

function newLock(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dunlin-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return path.join(folder, 'lock');
}
const nobody = 2 ** 22 + 1;

test('the holder is named with its note', () => {
  const lock = newLock();
  takeLock(lock, 'at work');
  expect(takeLock(lock)).toMatchObject({ pid: process.pid, note: 'at work' });
  expect(lockHolder(lock)?.pid).toBe(process.pid);
});

test('who waits gets the lock when it is given back', async () => {
  const lock = newLock();
  const release = await waitForLock(lock);
  const second = waitForLock(lock);
  release();
  (await second)();
  expect(lockHolder(lock)).toBeUndefined();
});

test('the lock of a process that has ended holds nobody up and leaves no rest', () => {
  const lock = newLock();
  writeFileSync(lock, JSON.stringify({ pid: nobody, startedAt: '', note: '' }));
  expect(lockHolder(lock)).toBeUndefined();
  expect(takeLock(lock)).toBeTypeOf('function');
  expect(readdirSync(path.dirname(lock))).toEqual(['lock']);
});
