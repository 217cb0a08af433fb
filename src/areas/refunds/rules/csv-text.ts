/** The files of refunds that are tables, as CSV; what a sheet would run as a formula stays text. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@]/u.test(text) ? `'${text}` : text;
  return /[",\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
