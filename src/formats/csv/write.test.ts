import { expect, test } from 'vitest';
import { csvText } from './write.ts';

test('a name that a sheet would run stays a name, and a comma stays in its cell', () => {
  expect(
    csvText([
      ['=1+1', 'Orr, Ann'],
      ['a "b"', ''],
      ['\t=1+1', '-cmd'],
    ]),
  ).toBe(`'=1+1,"Orr, Ann"\n"a ""b""",\n'\t=1+1,'-cmd\n`);
});

test('a signed number stays one, what only begins like one does not', () => {
  expect(csvText([['-5.00', '+1']])).toBe('-5.00,+1\n');
  expect(csvText([['+1 (212) 555-0100', "-2+3+cmd|' /C calc'!A0"]])).toBe(
    "+1 (212) 555-0100,'-2+3+cmd|' /C calc'!A0\n",
  );
});
