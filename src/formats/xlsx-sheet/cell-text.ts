/**
 * What a cell of a sheet says, as text: the same text a CSV file would hold.
 *
 * A spreadsheet keeps numbers as binary fractions of 15 good decimal digits, so 0.1 + 0.2
 * is stored as 0.30000000000000004 and shown as 0.3. The text here is what is shown; the
 * noise behind it must never reach an amount or a document number.
 */
import { type Day, day, plusDays } from '#kernel/day.ts';

/** A cell as a workbook reader hands it over; `time` is milliseconds since 1970, UTC. */
export type SheetCell = string | number | boolean | null | { readonly time: number };

const dayMillis = 86_400_000;
const epoch: Day = day('1970-01-01');
/** Before this day a date cell holds a time of day only: sheets count from 1900. */
const firstDay = -25_567;
const lastDay = 2_932_896;

/** The text of a cell; undefined when it holds a date that no calendar has. */
export function cellText(cell: SheetCell): string | undefined {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'number' ? decimalText(cell) : momentText(cell.time);
}

/** A number in plain decimal digits, at most 15 of them unless it is whole. */
export function decimalText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const match = /^(-?)(\d)\.(\d+)e([+-]\d+)$/u.exec(value.toExponential(14));
  if (match === null) return String(value);
  const [, sign = '', lead = '', tail = '', power = '0'] = match;
  const digits = (lead + tail).replace(/0+$/u, '');
  const point = Number(power) + 1;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (digits.length <= point) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** `2020-03-30`, with ` 14:05:00` when the cell has a time, `14:05:00` when only that. */
function momentText(time: number): string | undefined {
  if (!Number.isFinite(time)) return undefined;
  const seconds = Math.round(time / 1000);
  const days = Math.floor((seconds * 1000) / dayMillis);
  if (days > lastDay) return undefined;
  const within = seconds - (days * dayMillis) / 1000;
  const clock = [within / 3600, (within / 60) % 60, within % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
  if (days < firstDay) return days < firstDay - 2 ? undefined : clock;
  return within === 0 ? plusDays(epoch, days) : `${plusDays(epoch, days)} ${clock}`;
}
