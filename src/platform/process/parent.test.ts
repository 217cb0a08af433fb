import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const parentModule = path.join(import.meta.dirname, 'parent.ts');

/** A process that says why it was asked to stop, as often as it is. */
function server(under: Record<string, string>): ChildProcessByStdio<null, Readable, null> {
  const script = `
    import { whenAskedToStop } from '${parentModule}';
    whenAskedToStop((why) => {
      console.log('asked', why);
      setTimeout(() => process.exit(0), 400);
    });
    setInterval(() => {}, 1000);
    console.log('up', process.pid);`;
  const { npm_lifecycle_event: _, ...outside } = process.env;
  // The starter between npm and the server; it ends at once when told to.
  const starter = `
    const { spawn } = require('node:child_process');
    const args = ['--input-type=module-typescript', '-e', process.argv[1]];
    spawn(process.execPath, args, { stdio: 'inherit' });`;
  return spawn(process.execPath, ['-e', starter, script], {
    env: { ...outside, ...under },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function pidOf(stream: Readable): Promise<number> {
  const [line] = await once(stream, 'data');
  return Number(String(line).split(' ')[1]);
}

test('under npm the server stops when the process that started it is killed', async () => {
  const starter = server({ npm_lifecycle_event: 'start' });
  await pidOf(starter.stdout);
  starter.kill('SIGKILL');
  expect(await text(starter.stdout)).toBe('asked the starting process ended\n');
});

test('several signals ask once', async () => {
  const starter = server({});
  const pid = await pidOf(starter.stdout);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGINT']) process.kill(pid, signal);
  expect(await text(starter.stdout)).toMatch(/^asked SIG(TERM|INT)\n$/u);
});
