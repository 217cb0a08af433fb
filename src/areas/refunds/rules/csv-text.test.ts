import { expect, test } from 'vitest';
import { csvText } from './csv-text.ts';

test('a name that a sheet would run stays a name, and a comma stays in its cell', () => {
  expect(
    csvText([
      ['=1+1', 'Orr, Ann'],
      ['a "b"', ''],
    ]),
  ).toBe(`'=1+1,"Orr, Ann"\n"a ""b""",\n`);
});
