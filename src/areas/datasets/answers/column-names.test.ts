import { expect, test } from 'vitest';
import { clockKinds } from '#areas/clocks/rules/kinds.ts';
import { contactRoles, accountStatuses } from '#areas/customers/contract.ts';
import { disputeReasons } from '#areas/disputes/rules/case.ts';
import { rootCauses } from '#areas/disputes/rules/cause.ts';
import { departments } from '#areas/disputes/rules/routing.ts';
import { endings } from '#areas/disputes/store/case-file.ts';
import { datasetOf } from '../rules/catalogue.ts';
import { columnOf } from '../rules/dataset.ts';
import { choicesOf } from './column-names.ts';

function codesOf(dataset: string, key: string): string[] {
  const found = datasetOf(dataset);
  const column = found && columnOf(found, key);
  return Object.keys((column && choicesOf(column)) ?? {}).toSorted();
}

test.each([
  ['disputes', 'reason', disputeReasons],
  ['disputes', 'cause', rootCauses],
  ['disputes', 'department', departments],
  ['disputes', 'closedHow', endings],
  ['deadlines', 'kind', clockKinds],
  ['customers', 'status', accountStatuses],
  ['contacts', 'role', contactRoles],
])('every code of %s.%s has its name', (dataset, key, codes) => {
  expect(codesOf(dataset, key)).toEqual([...codes].toSorted());
});
