/**
 * A telephone number as it is dialed, and the link that dials it.
 *
 * A link is made from a number only, never from what else stands in the field: `tel:` with a
 * stranger's text would dial what nobody looked at.
 */

/** `+15125550142` of `(512) 555-0142 x3`; undefined when it is not a number one can dial. */
export function dialable(phone: string): string | undefined {
  const text = phone.trim().replace(/\s*(?:ext\.?|x|#)\s*\d+$/iu, '');
  if (!/^\+?[\d\s().\-/]+$/u.test(text)) return undefined;
  const digits = text.replaceAll(/\D/gu, '');
  if (text.startsWith('+'))
    return digits.length >= 8 && digits.length <= 15 ? `+${digits}` : undefined;
  if (digits.length === 10) return `+1${digits}`;
  return digits.length === 11 && digits.startsWith('1') ? `+${digits}` : undefined;
}

/** The desk's way to dial: `tel:{number}`, `sip:{number}@pbx.example`, a dialer's own address. */
export const standardDialLink = 'tel:{number}';

/** What a click opens; undefined when the number cannot be dialed. */
export function dialLink(template: string, phone: string): string | undefined {
  const number = dialable(phone);
  if (number === undefined) return undefined;
  const digits = template.startsWith('http') ? encodeURIComponent(number) : number;
  return template.replaceAll('{number}', digits);
}

/** May this stand as the desk's dial link? */
export function isDialLink(template: string): boolean {
  return /^(?:tel:|sips?:|callto:|https:\/\/)\S*\{number\}\S*$/u.test(template);
}
