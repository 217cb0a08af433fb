/**
 * `npm run dev`: the server, started again at every change, and the web app served by Vite,
 * which hands /api on to it. Open the address that Vite prints.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { root, tool, toolEnvironment } from './tools.ts';

const server = path.join(root, 'src/server/main.ts');
const address = `http://127.0.0.1:${process.env['PORT'] || '4000'}`;
const children: ChildProcess[] = [
  run(process.execPath, ['--watch', '--watch-preserve-output', server]),
  run(tool('vite'), []),
];
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
for (const child of children) child.once('exit', stop);

function run(program: string, args: string[]): ChildProcess {
  const shell = process.platform === 'win32';
  const env = { ...toolEnvironment, DUNLIN_SERVER: address };
  return spawn(program, args, { cwd: root, env, stdio: 'inherit', shell });
}

/** Neither is of use without the other. */
function stop(): void {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill('SIGTERM');
}
