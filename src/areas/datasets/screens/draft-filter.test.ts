import { describe, expect, test } from 'vitest';
import { filterOf, groupFrom } from './draft-filter.ts';

const open = { column: 'open', is: 'gt', value: '1000' };
const late = { column: 'bucket', is: 'in', values: ['61-90', '91-120'] };
const nobody = { column: 'collector', is: 'empty' };

describe('a saved filter', () => {
  test.each([
    { filter: { all: [open, late] } },
    { filter: { any: [open, { all: [late, nobody] }] } },
    {
      filter: {
        all: [{ not: { any: [open, nobody] } }, { any: [late, { not: { any: [open] } }] }],
      },
    },
    { filter: { all: [{ column: 'name', is: 'contains', value: 'Harbor', exact: true }] } },
    { filter: {} },
  ])('is shown as groups and saved again the same: $filter', ({ filter }) => {
    expect(filterOf(groupFrom(filter))).toEqual(filter);
  });

  test('of one condition, and of a not of one, says the same in a group', () => {
    expect(filterOf(groupFrom(open))).toEqual({ all: [open] });
    expect(filterOf(groupFrom({ not: open }))).toEqual({ not: { any: [open] } });
    expect(filterOf(groupFrom({ not: { all: [open, nobody] } }))).toEqual({
      not: { any: [{ all: [open, nobody] }] },
    });
  });
});

test('a condition without its value and a group without any wait', () => {
  const waiting = { column: 'open', is: 'gt', value: '' } as const;
  const group = { join: 'any', parts: [waiting, { join: 'all', parts: [waiting] }] } as const;
  expect(filterOf(group)).toEqual({});
});
