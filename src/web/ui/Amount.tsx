/** One figure on the page: tabular, true minus, zero quiet, the one to act on semibold. */
import { useFigures } from './figures.ts';

type Props = {
  value: string;
  currency: string;
  /** Writes the currency too: only where a column mixes currencies. */
  named?: boolean;
  strong?: boolean;
};

export function Amount({ value, currency, named = false, strong = false }: Props) {
  const figures = useFigures();
  const zero = /^-?0*(\.0*)?$/u.test(value);
  const look = zero ? 'text-ink-3' : strong ? 'font-[600]' : '';
  return (
    <span className={`figures whitespace-nowrap ${look}`}>
      {figures.amount(value, currency)}
      {named && <span className="pl-1 text-2xs text-ink-3">{currency}</span>}
    </span>
  );
}

/** The one currency of all rows, or null when they mix and each cell must name its own. */
export function oneCurrency(rows: readonly { currency: string }[]): string | null {
  const first = rows[0]?.currency ?? null;
  return rows.every((row) => row.currency === first) ? first : null;
}

/** Room for the longest of some figures in a column, in pixels: a cut figure is a wrong one. */
export function figureWidth(values: readonly string[], least = 90): number {
  const longest = Math.max(0, ...values.map((value) => value.length));
  const thousandsMarks = Math.max(0, Math.floor((longest - 4) / 3));
  return Math.max(least, Math.ceil((longest + thousandsMarks) * 8) + 20);
}

/** Is the amount below zero, zero or above? Read from the text; no arithmetic. */
export function signOf(value: string): -1 | 0 | 1 {
  if (/^-?0*(\.0*)?$/u.test(value)) return 0;
  return value.startsWith('-') ? -1 : 1;
}
