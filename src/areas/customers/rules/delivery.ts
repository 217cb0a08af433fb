/**
 * How an account gets its statements and invoices: by e-mail, by letter, in the customer's own
 * portal, or not at all.
 *
 * The rule is a person's statement about the customer; who reads it and who pays it differ. An
 * account whose papers go into a portal is never sent a notice: its invoices are looked up there.
 */
import type { PostalLines } from '#kernel/postal.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export const deliveryRules = ['email', 'letter', 'portal', 'none'] as const;
export type DeliveryRule = (typeof deliveryRules)[number];

export const statementForms = ['balance_forward', 'open_item'] as const;
export type StatementForm = (typeof statementForms)[number];

export type DeliveryWish = {
  readonly rule: DeliveryRule;
  readonly statementForm: StatementForm;
  /** One statement for the whole family goes to this account. */
  readonly consolidated: boolean;
  readonly portalName: string | null;
  readonly portalUrl: string | null;
};

export type PostalAddress = PostalLines & { readonly attention: string | null };

export type DeliveryRefusal =
  | 'customers.portal_without_name'
  | 'customers.portal_not_a_link'
  | 'customers.address_incomplete'
  | 'customers.address_bad_zip'
  | 'customers.address_bad_country'
  | 'customers.no_such_address';

/** A portal has a name; only it may have a link, which leads to the web and nowhere else. */
export function acceptDelivery(wish: DeliveryWish): Outcome<DeliveryWish, DeliveryRefusal> {
  if (wish.rule !== 'portal') return accept({ ...wish, portalName: null, portalUrl: null });
  const portalName = blankIsNone(wish.portalName);
  const portalUrl = blankIsNone(wish.portalUrl);
  if (portalName === null) return refuse('customers.portal_without_name');
  if (portalUrl !== null && !/^https?:\/\/[^\s]+$/iu.test(portalUrl)) {
    return refuse('customers.portal_not_a_link', { link: portalUrl });
  }
  return accept({ ...wish, portalName, portalUrl });
}

/** The address as it stands in the window; a ZIP code of the United States has 5 or 9 digits. */
export function acceptAddress(wish: PostalAddress): Outcome<PostalAddress, DeliveryRefusal> {
  const [line1, city] = [wish.line1.trim(), wish.city.trim()];
  const postalCode = wish.postalCode.trim().toUpperCase();
  const country = wish.country.trim().toUpperCase();
  const state = blankIsNone(wish.state)?.toUpperCase() ?? null;
  if (!/^[A-Z]{2}$/u.test(country)) return refuse('customers.address_bad_country', { country });
  const domestic = country === 'US';
  if (line1 === '' || city === '' || postalCode === '' || (domestic && state === null)) {
    return refuse('customers.address_incomplete');
  }
  if (domestic && !/^\d{5}(-?\d{4})?$/u.test(postalCode)) {
    return refuse('customers.address_bad_zip', { postalCode });
  }
  const attention = blankIsNone(wish.attention);
  const line2 = blankIsNone(wish.line2);
  return accept({ attention, line1, line2, city, state, postalCode, country });
}

/**
 * The lines of an address from the name down, capitals as written; the country is named only
 * when a letter crosses a border.
 */
export function addressLines(name: string, address: PostalAddress, from = 'US'): string[] {
  const { attention, line1, line2, city, state, postalCode, country } = address;
  const place = country === 'US' ? `${city} ${state ?? ''} ${postalCode}` : `${postalCode} ${city}`;
  const abroad = country === from ? null : country;
  return [name, attention, line2, line1, place.replaceAll(/\s+/gu, ' '), abroad].filter(
    (line): line is string => line !== null && line !== '',
  );
}

function blankIsNone(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim();
}
