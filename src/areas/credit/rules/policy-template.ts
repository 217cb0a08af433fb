/**
 * The text of a first credit policy: the standard, written out with two examples, so that a desk
 * changes figures instead of starting from nothing. It means what the standard means.
 */
export const policyTemplate = `policy: house
name: {en: Our credit policy, es: Nuestra política de crédito}
blocks:
  forced: {at: [order, delivery, invoice]}
  account_hold: {at: [order, delivery, invoice]}
  account_status:
    at: [order, delivery]
    statuses: [hold, bankrupt, legal, agency, written_off]
  over_limit: {at: [order, delivery], tolerance_percent: 0}
  group_over_limit: {at: [order, delivery]}
  limit_expired: {at: [order]}
  past_due: {at: [order, delivery], days: 60, grace_days: 0}
release: {on_cash: yes, on_return: hold, days: 14}
count_unapplied: yes
examples:
  - {name: fits the limit, order: 100.00 USD, limit: 500.00 USD, owed: 400.00 USD, expect: approved}
  - {name: goes over it, order: 101.00 USD, limit: 500.00 USD, owed: 400.00 USD, expect: held}
`;
