/** Who may import whom: every import of every file under src, against architecture.ts. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { published } from '../../architecture-news.ts';
import { areas, foundations } from '../../architecture.ts';
import { areaOf, mayKnow, roomOf, wrongImport } from './rooms.ts';
import { importsOf, parse, root, source, sourceFiles } from './source.ts';

const files = sourceFiles();

test('every file under src was seen', () => {
  expect(files.length).toBeGreaterThan(0);
  expect(files.length).toBe(countByHand(path.join(root, 'src')));
});

/** Counts without the helpers that the checks themselves use. */
function countByHand(folder: string): number {
  let count = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) count += countByHand(path.join(folder, entry.name));
    else if (entry.name.endsWith('.ts') || entry.name.endsWith('.tsx')) count += 1;
  }
  return count;
}

test('every file stands in a room and every area on the map', () => {
  const lost = files.flatMap((file) => {
    const area = areaOf(file);
    if (area !== undefined && areas[area] === undefined) {
      return [`${file}: architecture.ts knows no area ${area}.`];
    }
    return roomOf(file) ? [] : [`${file} stands in no room of rooms.ts.`];
  });
  expect(lost).toEqual([]);
});

test('every import may stand where it stands', () => {
  const wrong = files.flatMap((file) =>
    importsOf(source(file)).map((found) => wrongImport(file, found)),
  );
  expect(wrong.filter((sentence) => sentence !== undefined)).toEqual([]);
});

describe('the map', () => {
  test('lets an area know only areas that stand above it', () => {
    const names = Object.keys(areas);
    const upward = names.flatMap((name, place) =>
      [...(areas[name]?.knows ?? []), ...(areas[name]?.rulesOf ?? [])].filter(
        (other) => !names.slice(0, place).includes(other),
      ),
    );
    expect(upward).toEqual([]);
  });

  test('puts the foundations first', () => {
    expect(Object.keys(areas).slice(0, foundations.length)).toEqual(foundations);
    expect(mayKnow('promises', 'clocks')).toBe(true);
    expect(mayKnow('team', 'clocks')).toBe(false);
  });

  test('lists the published views once each, in order', () => {
    expect(published).toEqual([...new Set(published)].toSorted());
  });
});

describe('a wrong import is named with the room it belongs in', () => {
  const promise = 'src/areas/promises/rules/promise.ts';
  test.each([
    [
      promise,
      `import '#platform/clock/clock.ts';`,
      'it belongs in answers, http, jobs, reactions, commands',
    ],
    [promise, `import { readFile } from 'node:fs';`, 'rules knows no machine'],
    [promise, `import { z } from 'zod';`, 'it belongs in contract'],
    [
      promise,
      `import type { Db } from '../store.ts';`,
      'it belongs in store, actions, answers, http',
    ],
    [promise, `import '#areas/cash/rules/receipt.ts';`, 'does not let promises know cash'],
    [promise, `import '../../../kernel/day.ts';`, 'write #kernel/day.ts'],
    [promise, `import './promise.test.ts';`, 'it is a test'],
    [promise, `import { usd } from '#test/support/money.ts';`, 'it stands outside src'],
    [promise, `const x = await import(name);`, 'imports a computed path'],
    [promise, `type T = import('#web/api.ts').T;`, 'it belongs in screens'],
    ['src/kernel/day.ts', `import '#formats/csv/read.ts';`, 'kernel may know kernel'],
    ['src/areas/promises/store.ts', `import './actions/keep.ts';`, 'may know its own rules, store'],
    ['src/areas/cash/actions/post.ts', `import '#areas/ledger/store.ts';`, 'may know rules, index'],
    [
      'src/areas/promises/actions/post.ts',
      `import '#formats/csv/read.ts';`,
      'not let promises read outside files',
    ],
    ['src/areas/cash/screens/Post.tsx', `import '../http.ts';`, 'it belongs in http'],
    ['src/platform/audit/chain.ts', `import '#areas/team/index.ts';`, 'it belongs in server'],
    ['src/web/ui/Button.tsx', `import '#areas/team/words.ts';`, 'it belongs in web'],
    ['src/web/main.tsx', `import '#server/main.ts';`, 'may know kernel, platform/contract, web'],
  ])('%s: %s', (file, text, part) => {
    expect(judged(file, text)).toEqual([expect.stringContaining(part)]);
    expect(judged(file, text)).toEqual([expect.stringContaining(file)]);
  });

  test.each([
    [promise, `import { day } from '#kernel/day.ts';`],
    [promise, `import { late } from './late.ts';`],
    [promise, `import { due } from '#areas/clocks/rules/clock.ts';`],
    [promise, `import type { Item } from '#areas/ledger/rules/item.ts';`],
    ['src/areas/imports/actions/take-in.ts', `import { read } from '#formats/csv/read.ts';`],
    ['src/areas/reports/store.ts', `import { bucketOf } from '#areas/ledger/rules/aging.ts';`],
    ['src/areas/promises/contract.ts', `import { z } from 'zod';`],
    [
      'src/areas/promises/actions/make-promise.ts',
      `import { open } from '#areas/ledger/index.ts';`,
    ],
    [
      'src/areas/promises/screens/List.tsx',
      `import { Row } from '#areas/ledger/screens/index.ts';`,
    ],
    ['src/areas/promises/rules/promise.test.ts', `import { test } from 'vitest';`],
    ['src/server/routes.ts', `import { routes } from '#areas/promises/http.ts';`],
    ['src/platform/postgres/db.ts', `import pg from 'pg';`],
    [promise, `// import '#platform/clock.ts';\nconst text = "import 'node:fs'";`],
  ])('and a right one passes: %s: %s', (file, text) => {
    expect(judged(file, text)).toEqual([]);
  });
});

function judged(file: string, text: string): string[] {
  return importsOf(parse(file, text))
    .map((found) => wrongImport(file, found))
    .filter((sentence) => sentence !== undefined);
}
