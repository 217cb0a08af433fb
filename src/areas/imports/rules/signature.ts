/**
 * By what a saved mapping knows its files again: the plain names of their columns, in order.
 *
 * Case and accents may differ from month to month; one column more is another file.
 */
import { plainName } from '#formats/values/header-name.ts';

/** What two files of one source have in common: the plain names of their columns. */
export function signatureOf(columns: readonly string[]): string {
  return columns.map(plainName).join('|');
}
