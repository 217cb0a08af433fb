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
  const sample = text.slice(0, sampleChars);
  const cut = sample.length < text.length;
  const scores = candidates.map((candidate) => score(sample, candidate, cut));
  const best = Math.max(...scores);
  return best <= 0 ? ',' : (candidates[scores.indexOf(best)] ?? ',');
}

/**
 * The share of rows with the usual width, half a point more when the first row has it too,
 * and a little for each further column; nothing for one column.
 */
function score(sample: string, delimiter: string, cut: boolean): number {
  const split = splitText(sample, delimiter, sampleRows).rows;
  const whole = cut && split.length > 1 ? split.slice(0, -1) : split;
  const widths = whole.filter((row) => !isBlank(row)).map((row) => row.cells.length);
  const width = mostFrequent(widths);
  if (width < 2) return 0;
  const share = widths.filter((each) => each === width).length / widths.length;
  return share + (widths[0] === width ? 0.5 : 0) + Math.min(width, 20) / 100;
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
