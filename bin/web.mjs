/**
 * Builds the web app when its sources have changed since the last build.
 *
 * The sources are compared by content, not by time: a checkout of another revision and a
 * deleted file count as changes too. Plain JavaScript, see install.mjs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fail, root } from './install.mjs';

const built = join(root, 'dist', 'web', 'index.html');
const stamp = join(root, 'dist', 'web.sources');

/** Runs `vite build` with the given Node unless dist/web is the build of these sources. */
export function buildWeb(node) {
  const fingerprint = fingerprintOfSources();
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;

  process.stdout.write('Building the web app …\n');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status, stdout, stderr } = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status !== 0) fail(`${stdout ?? ''}${stderr ?? ''}The web app could not be built.`);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

function fingerprintOfSources() {
  const hash = createHash('sha256');
  const settings = ['package-lock.json', 'package.json', 'vite.config.ts', 'tsconfig.web.json'];
  const files = [...settings.filter((file) => existsSync(join(root, file))), ...sources()];
  for (const file of files) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Paths, relative to the checkout, of all files that may end up in the web app. */
function sources() {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => reachesTheBrowser(file.split(sep)))
    .toSorted();
}

/** `src/areas/NAME/…` gives its screens, rules, contract and words; other rooms are whole. */
function reachesTheBrowser([, room, third, part, ...deeper]) {
  if (room === 'web' || room === 'kernel') return true;
  if (room === 'platform') return third === 'contract';
  if (room !== 'areas') return false;
  const name = String(part);
  return deeper.length > 0
    ? /^(screens|rules|contract)$/.test(name)
    : /^(contract|words)/.test(name);
}
