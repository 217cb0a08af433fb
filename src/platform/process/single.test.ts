import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { claimDataFolder, DataFolderInUse } from './single.ts';

function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dunlin-claim-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
const address = 'http://127.0.0.1:4000';

/** A process that claims the folder, says so and then sleeps. */
async function serverOn(folder: string): Promise<ReturnType<typeof spawn>> {
  const script = `
    import { claimDataFolder } from '${path.join(import.meta.dirname, 'single.ts')}';
    claimDataFolder('${folder}', '${address}');
    console.log('claimed');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('one server to a data folder', () => {
  test('a second server is refused by process, address and remedy', async () => {
    const folder = newFolder();
    const first = await serverOn(folder);
    expect(() => claimDataFolder(folder, 'http://127.0.0.1:4001')).toThrow(DataFolderInUse);
    expect(() => claimDataFolder(folder, 'http://127.0.0.1:4001')).toThrow(
      new RegExp(`process ${first.pid}, at ${address}.*kill ${first.pid}.*DUNLIN_DATA`, 'su'),
    );
    first.kill('SIGKILL');
    await once(first, 'exit');
  });

  test('the claim of a killed server is taken over', async () => {
    const folder = newFolder();
    const first = await serverOn(folder);
    first.kill('SIGKILL');
    await once(first, 'exit');
    expect(() => claimDataFolder(folder, address).release()).not.toThrow();
  });

  test('a released folder can be claimed again', () => {
    const folder = newFolder();
    claimDataFolder(folder, address).release();
    const again = claimDataFolder(folder, address);
    expect(readdirSync(folder)).toEqual(['server.lock']);
    again.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test.runIf(process.platform === 'linux')(
    'a later process with the same number is a stranger',
    () => {
      const folder = newFolder();
      const { release } = claimDataFolder(folder, address);
      const lock = path.join(folder, 'server.lock');
      const note = readFileSync(lock, 'utf8');
      writeFileSync(lock, note.replace(/"startedAt":"[^"]*"/u, '"startedAt":"another-boot/1"'));
      claimDataFolder(folder, 'http://127.0.0.1:4001');
      release();
      expect(readFileSync(lock, 'utf8'), 'the first lets only its own go').toContain(':4001');
    },
  );

  test('a lock torn by a crash of the machine holds nobody up', () => {
    const folder = newFolder();
    writeFileSync(path.join(folder, 'server.lock'), '{"pid":');
    claimDataFolder(folder, address);
    expect(readFileSync(path.join(folder, 'server.lock'), 'utf8')).toContain(address);
  });
});
