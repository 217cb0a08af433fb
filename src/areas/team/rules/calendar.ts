/**
 * Business days: Monday to Friday less the bank's holidays and the company's own closings.
 *
 * The Federal Reserve keeps the holidays of 5 U.S.C. 6103(a). One that falls on a Sunday is
 * kept on the Monday; one that falls on a Saturday is kept on no other day: the banks are
 * open on the Friday before, although federal offices are closed (6103(b)). So Friday,
 * 3 July 2026, is a business day.
 */
import { type Day, dayOf, parts, plusDays, weekday } from '#kernel/day.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';

export const bankHolidayNames = [
  'new_years_day',
  'martin_luther_king_day',
  'washingtons_birthday',
  'memorial_day',
  'juneteenth',
  'independence_day',
  'labor_day',
  'columbus_day',
  'veterans_day',
  'thanksgiving_day',
  'christmas_day',
] as const;

export type HolidayName = (typeof bankHolidayNames)[number];

/** A holiday and the day on which the banks are closed for it. */
export type BankHoliday = { readonly name: HolidayName; readonly on: Day };

export const calendarBases = ['federal-bank', 'weekdays'] as const;

export type BusinessCalendar = {
  /** A company outside the United States keeps `weekdays` and names its own closings. */
  readonly base: (typeof calendarBases)[number];
  /** Further days on which the company is closed. */
  readonly closedOn: ReadonlySet<Day>;
};

export const federalBankCalendar: BusinessCalendar = { base: 'federal-bank', closedOn: new Set() };

export type ClosingRefusal =
  | 'team.closing_passed'
  | 'team.closing_too_far'
  | 'team.closing_weekend'
  | 'team.already_closed';

/** Closings are planned for at most so many days ahead: further off is a slip of the pen. */
const furthestClosing = 1100;

/** May the company be closed on that day, given its other closings? */
export function acceptClosing(
  on: Day,
  today: Day,
  closedOn: ReadonlySet<Day>,
): Outcome<Day, ClosingRefusal> {
  if (on < today) return refuse('team.closing_passed', { on });
  if (on > plusDays(today, furthestClosing)) return refuse('team.closing_too_far', { on });
  if (weekday(on) > friday) return refuse('team.closing_weekend', { on });
  if (closedOn.has(on)) return refuse('team.already_closed', { on });
  return accept(on);
}

/** The calendar with further closing days of the company. */
export function withClosings(
  calendar: BusinessCalendar,
  closedOn: readonly Day[],
): BusinessCalendar {
  return { base: calendar.base, closedOn: new Set([...calendar.closedOn, ...closedOn]) };
}

/** Is the company at work on that day? */
export function isBusinessDay(day: Day, calendar: BusinessCalendar): boolean {
  if (weekday(day) > friday || calendar.closedOn.has(day)) return false;
  return calendar.base === 'weekdays' || bankHolidayOn(day) === undefined;
}

/**
 * The business day `count` business days later, the start not counted (earlier when
 * negative); 0 is the day itself, whatever it is.
 */
export function plusBusinessDays(from: Day, count: number, calendar: BusinessCalendar): Day {
  const step = count < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    day = nearestBusinessDay(plusDays(day, step), step, calendar);
  }
  return day;
}

/** The day itself when it is a business day, else the next one. */
export function businessDayOnOrAfter(day: Day, calendar: BusinessCalendar): Day {
  return nearestBusinessDay(day, 1, calendar);
}

/** The day itself when it is a business day, else the last one before it. */
export function businessDayOnOrBefore(day: Day, calendar: BusinessCalendar): Day {
  return nearestBusinessDay(day, -1, calendar);
}

/** The holiday that closes the banks on that day. */
export function bankHolidayOn(day: Day): BankHoliday | undefined {
  const { year } = parts(day);
  const known = holidaysByYear.get(year) ?? bankHolidays(year);
  holidaysByYear.set(year, known);
  return known.find((holiday) => holiday.on === day);
}

/** The same for ever, and asked of every day that a count of business days looks at. */
const holidaysByYear = new Map<number, readonly BankHoliday[]>();

/** The weekdays of a year on which the Federal Reserve Banks are closed, in order. */
export function bankHolidays(year: number): BankHoliday[] {
  return holidaysOf(year)
    .filter((holiday) => weekday(holiday.on) !== saturday)
    .map(({ name, on }) => ({ name, on: weekday(on) === sunday ? plusDays(on, 1) : on }));
}

const monday = 1;
const thursday = 4;
const friday = 5;
const saturday = 6;
const sunday = 7;

/** The Reserve Banks first kept Juneteenth in 2022, the year after it became law. */
const firstJuneteenth = 2022;

/** A company that is closed for longer than this has a calendar of closings gone wrong. */
const longestClosing = 3660;

function nearestBusinessDay(from: Day, step: 1 | -1, calendar: BusinessCalendar): Day {
  let day = from;
  for (let tried = 0; tried < longestClosing; tried += 1) {
    if (isBusinessDay(day, calendar)) return day;
    day = plusDays(day, step);
  }
  throw new RangeError(`the calendar has no business day within ten years of ${from}`);
}

/** 5 U.S.C. 6103(a): the holidays on the days the law names. */
function holidaysOf(year: number): BankHoliday[] {
  const juneteenth: BankHoliday = { name: 'juneteenth', on: theDay(year, 6, 19) };
  return [
    { name: 'new_years_day', on: theDay(year, 1, 1) },
    { name: 'martin_luther_king_day', on: nth(3, monday, year, 1) },
    { name: 'washingtons_birthday', on: nth(3, monday, year, 2) },
    { name: 'memorial_day', on: lastMondayOfMay(year) },
    ...(year >= firstJuneteenth ? [juneteenth] : []),
    { name: 'independence_day', on: theDay(year, 7, 4) },
    { name: 'labor_day', on: nth(1, monday, year, 9) },
    { name: 'columbus_day', on: nth(2, monday, year, 10) },
    { name: 'veterans_day', on: theDay(year, 11, 11) },
    { name: 'thanksgiving_day', on: nth(4, thursday, year, 11) },
    { name: 'christmas_day', on: theDay(year, 12, 25) },
  ];
}

/** The nth such weekday of a month. */
function nth(count: number, wanted: number, year: number, month: number): Day {
  const first = theDay(year, month, 1);
  const ahead = (wanted - weekday(first) + 7) % 7;
  return plusDays(first, ahead + 7 * (count - 1));
}

function lastMondayOfMay(year: number): Day {
  const last = theDay(year, 5, 31);
  return plusDays(last, monday - weekday(last));
}

function theDay(year: number, month: number, dayOfMonth: number): Day {
  const found = dayOf(year, month, dayOfMonth);
  if (found === undefined) throw new RangeError(`no day ${year}-${month}-${dayOfMonth}`);
  return found;
}
