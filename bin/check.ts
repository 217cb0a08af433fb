/**
 * `npm run check`: everything that can be said about the code without running it, and the
 * tests of its architecture. The same here and in CI.
 *
 * A line for each tool; only one that fails shows what it said.
 */
import { spawnSync } from 'node:child_process';
import { toolEnvironment, tool } from './tools.ts';

const checks: readonly (readonly [name: string, program: string, ...args: string[]])[] = [
  ['types, pure rooms', 'tsc', '-p', 'tsconfig.pure.json'],
  ['types, server', 'tsc', '-p', 'tsconfig.server.json'],
  ['types, web', 'tsc', '-p', 'tsconfig.web.json'],
  ['lint', 'oxlint'],
  ['format', 'oxfmt', '--check'],
  ['unused', 'knip', '--no-progress'],
  ['architecture', 'vitest', 'run', 'test/architecture', '--reporter=dot'],
];

let failed = 0;
for (const [name, program, ...args] of checks) {
  const began = performance.now();
  const { status, stdout, stderr, error } = spawnSync(tool(program), args, {
    encoding: 'utf8',
    env: toolEnvironment,
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`${name.padEnd(20)} ${status === 0 ? 'ok' : 'failed'}  ${seconds} s\n`);
  if (status === 0) continue;
  failed += 1;
  process.stdout.write(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}\n`);
}
if (failed > 0) process.stdout.write(`${failed} of ${checks.length} checks failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
