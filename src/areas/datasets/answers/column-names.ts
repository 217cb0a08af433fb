/** What the codes of a column are called: as the catalogue says, or as the area that has them. */
import type { Phrase } from '#kernel/words.ts';
import type { Column, NamedElsewhere } from '../rules/dataset.ts';
import { causeNames, departmentNames, kindWords, reasonNames } from '../words/names.ts';

type Names = Readonly<Record<string, Phrase>>;

const elsewhere: Readonly<Record<NamedElsewhere, Names>> = {
  deadline: Object.fromEntries(
    Object.entries(kindWords).map(([key, name]) => [key.replace('clocks.kind_', ''), name]),
  ),
  department: departmentNames,
  dispute_reason: reasonNames,
  root_cause: causeNames,
};

/** The codes of a column with their names; undefined where its cells are no codes. */
export function choicesOf({ choices, namedBy }: Column): Names | undefined {
  return choices ?? (namedBy && elsewhere[namedBy]);
}
