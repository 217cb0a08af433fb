#!/usr/bin/env node
/**
 * The `dunlin` command: finds Node 26 and runs the command line with it.
 *
 * It installs only into an empty checkout, so that a command starts at once; `dunlin start`
 * is the same as `npm start`.
 */
import { installMissing, pinnedNode, somethingInstalled } from './install.mjs';
import { handOver } from './run.mjs';

const args = process.argv.slice(2);
if (args[0] === 'start') {
  await import('./setup.mjs');
} else {
  if (!somethingInstalled()) installMissing();
  handOver(pinnedNode(), 'src/cli/main.ts', args);
}
