import { describe, expect, test } from 'vitest';
import { columnValues, decideDateOrders, verdictOf, weighDates } from './date-order.ts';

function decide(columns: Record<string, readonly string[]>, usual?: 'dmy' | 'mdy'): unknown {
  const evidence = new Map(
    Object.entries(columns).map(([name, values]) => [name, weighDates(values)]),
  );
  const { orders, undecided } = decideDateOrders(evidence, usual);
  return { ...Object.fromEntries(orders), asks: undecided.map(({ column }) => column).join(' ') };
}

describe('one value that only one order can read settles a column', () => {
  test.each([
    [['03/04/2020', '17/04/2020'], 'dmy'],
    [['3/4/2020', '4/17/2020'], 'mdy'],
    [['99/12/31', '98/11/30'], 'ymd'],
    [['20/03/30', '20/04/15', '20/04/07', '20/05/20', '20/06/22'], 'ymd'],
    [['30/03/20', '15/04/20', '07/04/20', '22/05/20'], 'dmy'],
    [['2/20/19', '2/8/19', '1/21/19'], 'mdy'],
    [['2020-03-30', '43920'], 'any'],
    [['05/05/2020', '', 'N/A'], 'any'],
    [['03/04/2020', '05/06/2020'], 'undecided'],
    [['17/04/2020', '4/17/2020'], 'undecided'],
  ])('%j is %s', (values, verdict) => {
    expect(verdictOf(weighDates(values))).toBe(verdict);
  });

  test('a slip among very many does not unsettle it', () => {
    const days = Array.from({ length: 27 }, (_, at) => `${at + 1}/03/2020`);
    expect(verdictOf(weighDates([...days, '3/30/2020']))).toBe('undecided');
    const more = days.flatMap((text) => [text, text.replace('/03/', '/04/')]);
    expect(verdictOf(weighDates([...more, '3/30/2020']))).toBe('dmy');
  });
});

describe('columns of one file vote together', () => {
  test('a column without evidence follows those that have it', () => {
    const orders = decide({ issued: ['03/04/2020'], due: ['17/04/2020'] });
    expect(orders).toEqual({ issued: 'dmy', due: 'dmy', asks: '' });
  });

  test('columns that disagree each keep their own, and the rest is asked', () => {
    const orders = decide({ a: ['17/04/2020'], b: ['4/17/2020'], c: ['03/04/2020'] });
    expect(orders).toEqual({ a: 'dmy', b: 'mdy', asks: 'c' });
  });

  test('without any evidence it is a question, unless the source is known', () => {
    expect(decide({ due: ['03/04/2020'] })).toEqual({ asks: 'due' });
    expect(decide({ due: ['03/04/2020'] }, 'mdy')).toEqual({ due: 'mdy', asks: '' });
  });

  test('a column that contradicts itself is asked even of a known source', () => {
    expect(decide({ due: ['17/04/2020', '4/17/2020'] }, 'mdy')).toEqual({ asks: 'due' });
  });

  test('evidence wins over what the source usually writes', () => {
    expect(decide({ due: ['17/04/2020'] }, 'mdy')).toEqual({ due: 'dmy', asks: '' });
  });
});

test('the question has an example', () => {
  expect(weighDates(['', '2020-01-01', ' 03/04/2020 ', '05/06/2020']).example).toBe('03/04/2020');
});

test('the values of a column come in order, missing ones as nothing', () => {
  const rows = [{ cells: ['a', 'b'] }, { cells: ['c'] }];
  expect([...columnValues(rows, 1)]).toEqual(['b', '']);
});
