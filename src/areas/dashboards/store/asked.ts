/** Whose book a dashboard is about: the companies that its reader sees, one currency, a day. */
import type { Day } from '#kernel/day.ts';
import type { Currency } from '#kernel/money.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';

export type Book = {
  readonly companies: CompanyScope;
  readonly currency: Currency;
  readonly today: Day;
};
