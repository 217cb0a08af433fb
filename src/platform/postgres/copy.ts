/**
 * One row in COPY's text format: tab-separated, `\N` for nothing, control marks escaped.
 */
export type CopyValue = string | number | bigint | boolean | null | undefined;

export function copyLine(values: readonly CopyValue[]): string {
  let line = '';
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) line += '\t';
    line += copyText(values[index]);
  }
  return line;
}

function copyText(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value !== 'string') return String(value);
  // Most texts hold nothing to escape; the test is cheaper than the replacement.
  return /[\\\t\n\r]/u.test(value) ? escape(value) : value;
}

function escape(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}
