import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, parts, plusDays } from '#kernel/day.ts';
import { dateReadings, isNoDate } from './dates.ts';

describe('forms that mean one day', () => {
  test.each([
    '2020-03-30',
    '2020/3/30',
    '2020.03.30',
    '20200330',
    '20200330.0',
    '43920',
    '43920.75',
    '2020-03-30 0:03:02',
    '2020-03-30T14:05:00Z',
    '2020-03-30T14:05:00.123+02:00',
    '3/30/2020 2:05 PM'.replace('3/30/2020', '30-Mar-2020'),
    '30-Mar-2020',
    '30-mar-20',
    '30MAR2020',
    'Mar 30, 2020',
    'March 30th, 2020',
    'Monday, March 30, 2020',
    '30 de marzo de 2020',
    'lunes 30 de marzo del 2020',
    '2020-Mar-30',
  ])('%s', (text) => {
    expect(dateReadings(text)).toEqual({ only: '2020-03-30' });
  });

  test.each([
    ['15 ene 2021', '2021-01-15'],
    ['1 Abr. 2021', '2021-04-01'],
    ['31-dic-21', '2021-12-31'],
    ['2 sept 2021', '2021-09-02'],
    ['2 setiembre 2021', '2021-09-02'],
    ['martes 2 de marzo de 2021', '2021-03-02'],
    ['05-Jan-70', '1970-01-05'],
    ['05-Jan-69', '2069-01-05'],
  ])('%s is %s', (text, found) => {
    expect(dateReadings(text)).toEqual({ only: found });
  });
});

describe('forms that depend on the order of day and month', () => {
  test.each([
    ['03/04/2020', { dmy: '2020-04-03', mdy: '2020-03-04', shortYear: false }],
    ['30-03-2020', { dmy: '2020-03-30', shortYear: false }],
    ['3.30.2020', { mdy: '2020-03-30', shortYear: false }],
    ['30032020', { dmy: '2020-03-30', shortYear: false }],
    ['3/4/20', { ymd: '2003-04-20', dmy: '2020-04-03', mdy: '2020-03-04', shortYear: true }],
    ['99/12/31', { ymd: '1999-12-31', shortYear: true }],
  ])('%s', (text, readings) => {
    expect(dateReadings(text)).toEqual(readings);
  });
});

test.each(['31/02/2020', '2020-02-30', '13/13/2020', 'soon', '1234', '2020', '12/2020', '5'])(
  '%j means no day',
  (text) => {
    expect(dateReadings(text)).toBeUndefined();
  },
);

test.each(['', '-', 'N/A', 'NULL', '0000-00-00', '00.00.0000', '0'])('%j is no date', (text) => {
  expect(isNoDate(text)).toBe(true);
});

test('a cell of a megabyte means no day, and says so at once', () => {
  for (const filler of [' ,', '1/', 'mar ', 'T1:']) {
    expect(dateReadings(`1${filler.repeat(300_000)}x`)).toBeUndefined();
  }
});

test('every day of two centuries is read back from each way to write it', () => {
  const anyDay = fc
    .integer({ min: 0, max: 73_000 })
    .map((days) => plusDays(day('1900-01-01'), days));
  fc.assert(
    fc.property(anyDay, (date) => {
      const { year, month, dayOfMonth } = parts(date);
      expect(dateReadings(date)).toEqual({ only: date });
      expect(dateReadings(`${dayOfMonth}/${month}/${year}`)).toMatchObject({ dmy: date });
      expect(dateReadings(`${month}-${dayOfMonth}-${year}`)).toMatchObject({ mdy: date });
    }),
  );
});
