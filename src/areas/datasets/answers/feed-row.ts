/**
 * A row of the feed as JSON. Amounts are written digit by digit, never through a float; a
 * program that asks for it gets them as texts.
 */
import type { Shown } from '../rules/question.ts';
import type { Cell } from '../store/answers.ts';
import { typeOf } from './wire.ts';

/** `{"number":"I-1","open":1000.10}`. */
export function feedRow(
  row: readonly Cell[],
  shown: readonly Shown[],
  textNumbers: boolean,
): string {
  const cells = shown.map((each, at) => {
    return `${JSON.stringify(each.key)}:${cellJson(row[at] ?? null, each, textNumbers)}`;
  });
  return `{${cells.join(',')}}`;
}

function cellJson(cell: Cell, shown: Shown, textNumbers: boolean): string {
  if (cell === null) return 'null';
  const type = typeOf(shown);
  if (type === 'yes_no') return cell;
  const isNumber = type === 'money' || type === 'percent' || type === 'count';
  return isNumber && !textNumbers ? cell : JSON.stringify(cell);
}
