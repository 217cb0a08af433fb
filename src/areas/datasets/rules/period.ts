/**
 * Relative days: a saved report says "last month", and means another month every time it runs.
 *
 * Weeks begin on Monday. A period is both its days included; one day can stand for it too.
 */
import {
  type Day,
  endOfMonth,
  parseDay,
  parts,
  plusDays,
  plusMonths,
  startOfMonth,
  weekday,
} from '#kernel/day.ts';

export type Period = { readonly from: Day; readonly to: Day };

export const periodNames = [
  'today',
  'yesterday',
  'this_week',
  'last_week',
  'next_week',
  'this_month',
  'last_month',
  'next_month',
  'this_quarter',
  'last_quarter',
  'this_year',
  'last_year',
  'last_7_days',
  'last_30_days',
  'last_90_days',
  'last_365_days',
  'next_7_days',
  'next_30_days',
] as const;
export type PeriodName = (typeof periodNames)[number];

/** A day that is said relative to today. */
export const dayNames = ['today', 'last_month_end', 'last_quarter_end', 'last_year_end'] as const;

/** The days of a named period, seen from today. */
export function periodOf(name: PeriodName, today: Day): Period {
  const ahead = /^next_(\d+)_days$/u.exec(name);
  if (ahead) return { from: plusDays(today, 1), to: plusDays(today, Number(ahead[1])) };
  const back = /^last_(\d+)_days$/u.exec(name);
  if (back) return { from: plusDays(today, 1 - Number(back[1])), to: today };
  if (name === 'today') return { from: today, to: today };
  if (name === 'yesterday') return { from: plusDays(today, -1), to: plusDays(today, -1) };
  const [which, unit] = name.split('_');
  return unitPeriod(unit, today, which === 'last' ? -1 : which === 'next' ? 1 : 0);
}

function unitPeriod(unit: string | undefined, today: Day, shift: number): Period {
  if (unit === 'week') {
    const monday = plusDays(today, -((weekday(today) + 6) % 7) + shift * 7);
    return { from: monday, to: plusDays(monday, 6) };
  }
  const months = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12;
  const first = startOfMonth(today);
  const into = (parts(today).month - 1) % months;
  const from = plusMonths(first, shift * months - into);
  return { from, to: endOfMonth(plusMonths(from, months - 1)) };
}

/** The day of a name, or the day itself; undefined when the text is neither. */
export function dayFrom(text: string, today: Day): Day | undefined {
  if (text === 'today') return today;
  if (text === 'last_month_end') return plusDays(startOfMonth(today), -1);
  if (text === 'last_quarter_end') return periodOf('last_quarter', today).to;
  if (text === 'last_year_end') return periodOf('last_year', today).to;
  return parseDay(text);
}

export function isPeriodName(text: string): text is PeriodName {
  return periodNames.some((name) => name === text);
}
