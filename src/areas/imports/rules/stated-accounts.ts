/** What a book says of its customers, for the accounts that it needs. */
import { type Currency, money } from '#kernel/money.ts';
import type { AccountKind, StatedAccount } from '#areas/customers/rules/stated-account.ts';
import type { Incoming, IncomingCustomer } from './incoming.ts';

/** Customers with all they state, then everybody whom only documents or money name. */
export function statedAccounts(
  incoming: Incoming,
  company: { readonly baseCurrency: Currency },
): StatedAccount[] {
  const stated = new Map<string, StatedAccount>();
  for (const each of incoming.customers) {
    stated.set(each.number, fromCustomer(each, company.baseCurrency));
  }
  const name = (number: string, text: string | null): void => {
    if (!stated.has(number)) stated.set(number, { customerNumber: number, name: text ?? number });
  };
  for (const each of incoming.documents) name(each.customer, each.customerName);
  for (const each of incoming.payments) name(each.customer, null);
  for (const each of incoming.orders) name(each.customer, null);
  return [...stated.values()];
}

const kinds: Readonly<Record<string, AccountKind>> = {
  STUDENT: 'student',
  INSURER: 'insurer',
  CONSUMER: 'consumer',
  PUBLIC: 'public',
};

function fromCustomer(each: IncomingCustomer, base: Currency): StatedAccount {
  const known = <T>(value: T | null): T | undefined => value ?? undefined;
  return {
    customerNumber: each.number,
    name: each.name,
    kind: kinds[each.segment?.toUpperCase() ?? ''] ?? 'trade',
    segment: known(each.segment),
    termsCode: known(each.termsCode),
    language: known(each.language),
    city: known(each.city),
    state: known(each.state),
    postalCode: known(each.postalCode),
    country: known(each.country),
    taxExempt: known(each.taxExempt),
    email: known(each.email),
    phone: known(each.phone),
    contactName: known(each.contact),
    parentNumber: known(each.parent),
    // A customer that names itself as the payer pays itself.
    payerNumber: each.payer === each.number ? undefined : known(each.payer),
    creditLimit:
      each.creditLimit === null ? undefined : money(each.creditLimit, each.creditCurrency ?? base),
    ownerEmail: known(each.owner),
  };
}
