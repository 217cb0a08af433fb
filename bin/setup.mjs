/**
 * What every npm script runs: install what is missing, build the web app where it is
 * needed, then hand over to Node 26.
 *
 *   npm start ──▶ setup.mjs start ──▶ npm ci? ──▶ vite build? ──▶ src/server/main.ts
 *
 * A verb that is not in the list below goes to the command line (`setup.mjs aging`).
 */
import { installMissing, pinnedNode } from './install.mjs';
import { handOver } from './run.mjs';
import { buildWeb } from './web.mjs';

const verbs = {
  start: { script: 'src/server/main.ts', web: true },
  test: { script: 'bin/test.ts', web: true },
  screenshots: { script: 'bin/screenshots.ts', web: true },
  dev: { script: 'bin/dev.ts' },
  check: { script: 'bin/check.ts' },
  bench: { script: 'bench/main.ts', web: true },
};

const [verb, ...rest] = process.argv.slice(2);
const known = Object.hasOwn(verbs, verb ?? '') ? verbs[verb] : undefined;

installMissing();
const node = pinnedNode();
if (known?.web) buildWeb(node);
if (known) handOver(node, known.script, rest);
else handOver(node, 'src/cli/main.ts', process.argv.slice(2));
