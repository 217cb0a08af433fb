/**
 * An amount as a person types it: `68,000`, `1.250,10`, `$412`, `68k`.
 *
 * Answers the plain decimal string of the wire, or undefined rather than a guess.
 */
export function readAmount(text: string, decimals: number): string | undefined {
  const bare = text
    .trim()
    .replace(/[\s$€£'_]/gu, '')
    .replace('\u2212', '-');
  const match = /^(-?)([\d.,]+)(k?)$/iu.exec(bare);
  if (match === null) return undefined;
  const plain = withPoint(match[2] ?? '');
  if (plain === undefined) return undefined;
  const [whole = '0', fraction = ''] = plain.split('.');
  if (match[3] !== '') return fraction === '' ? `${match[1]}${trim(whole)}000` : undefined;
  if (fraction.length > decimals) return undefined;
  return `${match[1]}${trim(whole)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The digits with a point as the decimal mark; the last of two marks is the decimal one. */
function withPoint(digits: string): string | undefined {
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  if (comma >= 0 && point >= 0) {
    const decimal = comma > point ? ',' : '.';
    const thousands = decimal === ',' ? /\./gu : /,/gu;
    const bare = digits.replace(thousands, '').replace(',', '.');
    return grouped(digits, decimal) ? bare : undefined;
  }
  if (comma >= 0) return commaOnly(digits);
  return digits.split('.').length > 2 ? pointGroups(digits) : digits;
}

function commaOnly(digits: string): string | undefined {
  if (/^\d{1,3}(,\d{3})+$/u.test(digits)) return digits.replace(/,/gu, '');
  return /^\d*,\d{1,2}$/u.test(digits) ? digits.replace(',', '.') : undefined;
}

function pointGroups(digits: string): string | undefined {
  return /^\d{1,3}(\.\d{3})+$/u.test(digits) ? digits.replace(/\./gu, '') : undefined;
}

function grouped(digits: string, decimal: '.' | ','): boolean {
  return decimal === '.'
    ? /^\d{1,3}(,\d{3})*\.\d*$/u.test(digits)
    : /^\d{1,3}(\.\d{3})*,\d*$/u.test(digits);
}

function trim(whole: string): string {
  return whole.replace(/^0+(?=\d)/u, '') || '0';
}
