/** Migrations are numbered without gaps, say why they exist and are never edited once sealed. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readMigrations } from '#platform/postgres/migrate.ts';
import { brokenSeals, readSeals, unsealed } from '#platform/postgres/migration-lock.ts';
import { root } from './source.ts';

const migrations = await readMigrations();
const seals = await readSeals();

test('migrations are numbered 0001, 0002 … without gaps', () => {
  expect(migrations.length).toBeGreaterThan(0);
  migrations.forEach(({ name }, index) => {
    expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.sql$/u);
    expect(name.slice(0, 4)).toBe(String(index + 1).padStart(4, '0'));
  });
});

test('the first line of a migration says why it exists', () => {
  const silent = migrations.filter(({ text }) => !/^-- \S.*\S/u.test(text));
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test('every migration is sealed and none was edited since', () => {
  expect(brokenSeals(migrations, seals)).toEqual([]);
  const open = unsealed(migrations, seals);
  expect(open.map((name) => `${name} is not sealed; run node bin/db.ts lock.`)).toEqual([]);
});

test('a seal that landed on main never changes', () => {
  const landed = sealsOnMain();
  for (const [name, seal] of Object.entries(landed)) expect(seals).toHaveProperty([name], seal);
});

/** The seals of origin/main; none where there is no git or no such branch. */
function sealsOnMain(): object {
  try {
    const text = execFileSync('git', ['show', 'origin/main:db/migrations.lock.json'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const landed: unknown = JSON.parse(text);
    return typeof landed === 'object' && landed !== null ? landed : {};
  } catch {
    return {};
  }
}
