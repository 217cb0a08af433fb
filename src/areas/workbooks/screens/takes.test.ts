import { expect, test } from 'vitest';
import type { WireDiffCell, WireDiffRow } from '#areas/workbooks/contract.ts';
import { linesOf, takenOf } from './takes.ts';

function cell(column: string, outcome: WireDiffCell['outcome']): WireDiffCell {
  return {
    column,
    header: column,
    cell: 'A6',
    outcome,
    old: '',
    theirs: 'x',
    ours: 'y',
    oursValue: 'y',
    problem: null,
  };
}

test('clean cells are taken, a conflict waits for a word, a refused cell is never sent', () => {
  const row: WireDiffRow = {
    key: 'A',
    line: 6,
    accountId: null,
    account: 'A',
    name: 'A',
    cells: [cell('note', 'clean'), cell('owner', 'conflict'), cell('state', 'refused')],
  };
  const lines = linesOf([row]);
  expect(takenOf(lines, new Map())).toMatchObject({ count: 1, undecided: 1 });
  const decided = takenOf(lines, new Map([[lines[1]?.id ?? '', 'theirs']]));
  expect(decided).toMatchObject({ count: 2, undecided: 0 });
  expect(decided.choices.map(({ column }) => column)).toEqual(['note', 'owner']);
});
