/**
 * The link that dials a telephone number.
 *
 * A link is made from a number only, never from what else stands in the field: `tel:` with a
 * stranger's text would dial what nobody looked at.
 */
import { e164 } from '#kernel/phone.ts';

/** The desk's way to dial: `tel:{number}`, `sip:{number}@pbx.example`, a dialer's own address. */
export const standardDialLink = 'tel:{number}';

/** What a click opens; undefined when the number cannot be dialed. */
export function dialLink(template: string, phone: string): string | undefined {
  const number = e164(phone);
  if (number === undefined) return undefined;
  const digits = template.startsWith('http') ? encodeURIComponent(number) : number;
  return template.replaceAll('{number}', digits);
}

/** May this stand as the desk's dial link? */
export function isDialLink(template: string): boolean {
  return /^(?:tel:|sips?:|callto:|https:\/\/)\S*\{number\}\S*$/u.test(template);
}
