/**
 * Which separator a text file uses: comma, semicolon, tab or pipe.
 *
 * The right one cuts the rows into the same number of cells, the header among them. Counting
 * characters would be wrong: decimal commas outnumber semicolons in half of Europe.
 */
import { isBlank } from '../table.ts';
import { splitText } from './split.ts';

const candidates = [',', ';', '\t', '|'] as const;

/** How much of a file is looked at. */
const sampleChars = 65_536;
const sampleRows = 200;

/** The separator of a text; a comma when no separator cuts anything. */
export function chooseDelimiter(text: string): string {
  let best = { delimiter: ',', points: 0 };
  for (const delimiter of candidates) {
    const { share, width, firstToo } = evenness(text, delimiter);
    // Half a point when the first row agrees, and a little for each further column.
    const points = width < 2 ? 0 : share + (firstToo ? 0.5 : 0) + Math.min(width, 20) / 100;
    if (points > best.points) best = { delimiter, points };
  }
  return best.delimiter;
}

export type Evenness = {
  /** The usual number of cells in a row. */
  readonly width: number;
  /** The share of rows that have it. */
  readonly share: number;
  readonly firstToo: boolean;
};

/** How evenly a separator cuts the beginning of a text. */
export function evenness(text: string, delimiter: string): Evenness {
  const sample = text.slice(0, sampleChars);
  const cut = sample.length < text.length;
  const split = splitText(sample, delimiter, sampleRows).rows;
  const whole = cut && split.length > 1 ? split.slice(0, -1) : split;
  const widths = whole.filter((row) => !isBlank(row)).map((row) => row.cells.length);
  const width = mostFrequent(widths);
  const usual = widths.filter((each) => each === width).length;
  return { width, share: usual / Math.max(1, widths.length), firstToo: widths[0] === width };
}

function mostFrequent(widths: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const width of widths) tally.set(width, (tally.get(width) ?? 0) + 1);
  let best = 0;
  let most = 0;
  for (const [width, count] of tally) {
    if (count > most || (count === most && width > best)) [best, most] = [width, count];
  }
  return best;
}
