/**
 * Writes CSV as every file of ours has it. The rule: what a spreadsheet would run as a formula is
 * disarmed by an apostrophe; a signed number or a telephone number is none and stays as it is.
 */

/** Rows of cells, each row ended by a line feed. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}

/** Quotes where needed. */
export function csvCell(text: string): string {
  const safe = /^[=@\t\r]|^[+-](?![\d\s.,()/:%-]+$)/u.test(text) ? `'${text}` : text;
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
