/**
 * The digits of an Intelligent Mail barcode: what the post reads on a letter.
 *
 *   barcode id 2 │ service 3 │ mailer id 6 or 9 │ serial 9 or 6 │ delivery point 0, 5, 9, 11
 *
 * USPS-B-3200. A serial number is not used again within 45 days; ours is counted up and begins
 * anew after its last digit is used.
 */
export const mailClasses = ['first_class', 'certified', 'standard'] as const;
export type MailClass = (typeof mailClasses)[number];

/** Service type ids without address correction: First-Class Mail, and USPS Marketing Mail. */
const services: Readonly<Record<MailClass, string>> = {
  first_class: '300',
  certified: '300',
  standard: '301',
};

/** How many serial numbers a mailer id has before they begin anew. */
export function serials(mailerId: string): bigint {
  return 10n ** BigInt(15 - mailerId.length);
}

/** The digits; without a ZIP code of 5 or 9 digits they end with the serial number. */
export function trackingDigits(
  { mailerId, mailClass }: { readonly mailerId: string; readonly mailClass: MailClass },
  serial: bigint,
  postalCode: string,
): string {
  const zip = postalCode.replaceAll(/\D/gu, '');
  const routing = zip.length === 5 || zip.length === 9 ? zip : '';
  const number = (serial % serials(mailerId)).toString().padStart(15 - mailerId.length, '0');
  return `00${services[mailClass]}${mailerId}${number}${routing}`;
}
