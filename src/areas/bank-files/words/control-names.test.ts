import { expect, test } from 'vitest';
import { openers } from '#platform/files/openers.ts';
import { readOutsideFile } from '#formats/outside-file.ts';
import { outsideSamples } from '#test/support/survival.ts';
import { controlName, controlNames, saidControl } from './control-names.ts';

test('every figure that a sample states has a name in both languages', async () => {
  const nameless = new Set<string>();
  for (const file of outsideSamples()) {
    const read = await readOutsideFile(file, openers);
    if (!read.ok) continue;
    for (const { what } of read.value.neutral().controls) {
      if (!controlName(what, 'en') || !controlName(what, 'es')) nameless.add(what);
    }
  }
  expect([...nameless]).toEqual([]);
});

test.each([
  ['closing_balance', 'Closing balance', 'Saldo final'],
  ['lockbox_total', 'Lockbox total', 'Total del lockbox'],
  ['cash_letter_items', 'Cash letter count of items', 'Número de partidas de la carta de efectivo'],
  ['what_nobody_named', 'what nobody named', 'what nobody named'],
])('%s', (what, en, es) => {
  expect([saidControl(what, 'en'), saidControl(what, 'es')]).toEqual([en, es]);
});

test('whatever is counted of a level has a name, and none hides a name of its own', () => {
  const levels = Object.keys(controlNames.levels);
  const made = levels.flatMap((level) =>
    Object.keys(controlNames.figures).map((figure) => `${level}_${figure}`),
  );
  expect(made.filter((what) => controlName(what, 'es') === undefined)).toEqual([]);
  const own = made.filter((what) => what in controlNames.names);
  expect(own.toSorted()).toEqual(['group_count', 'message_count']);
});
