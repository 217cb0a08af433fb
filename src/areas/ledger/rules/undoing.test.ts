import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { type ImportedApplication, type ImportedEntry, undoEntries } from './undoing.ts';

const ids = (last: number) => id(`00000000-0000-7000-8000-${String(last).padStart(12, '0')}`);

function entry(last: number, on: string, applications: ImportedApplication[]): ImportedEntry {
  const effectiveOn = day(on);
  const where = { accountId: ids(1), effectiveOn, postedOn: effectiveOn };
  return { ...where, entryId: ids(last), lines: [], items: [], applications };
}

const applied: ImportedApplication = {
  applicationId: ids(20),
  debitItemId: ids(2),
  creditItemId: ids(3),
  kind: 'payment',
  amount: 100n,
  debitBase: 100n,
  creditBase: 100n,
  reverses: null,
  takenBackBy: null,
};

function counter() {
  let next = 100;
  return () => ids((next += 1));
}

test('an application is taken back on its own day', () => {
  const [undone] = undoEntries([entry(10, '2026-06-20', [applied])], counter());
  expect(undone).toMatchObject({
    kind: 'import_undone',
    effectiveOn: '2026-06-20',
    reverses: ids(10),
  });
  expect(undone?.applications).toMatchObject([{ amount: -100n, reverses: ids(20) }]);
});

test('one that the import took back itself leaves nothing on any day', () => {
  const first = { ...applied, takenBackBy: ids(21) };
  const second = { ...applied, applicationId: ids(21), amount: -100n, reverses: ids(20) };
  const back = { ...second, debitBase: -100n, creditBase: -100n };
  const entries = [entry(10, '2026-06-20', [first]), entry(11, '2026-07-10', [back])];
  const [early, late] = undoEntries(entries, counter());
  expect(late?.applications).toMatchObject([{ amount: 100n, reverses: null }]);
  expect(early?.applications).toMatchObject([
    { amount: -100n, reverses: late?.applications[0]?.applicationId },
  ]);
});
