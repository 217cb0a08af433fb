/** Which accounts, as the options of a command say it. */
import type { Currency } from '#kernel/money.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { type CliDesk, WrongUsage } from '#platform/cli/command.ts';
import { filterFrom } from '../answers/from-text.ts';
import { readFilter } from '../answers/wire.ts';
import type { AccountFilter } from '../rules/account-filter.ts';
import { memberIdOf } from './company.ts';

export const filterOptions = {
  owner: { type: 'string' },
  state: { type: 'string' },
  segment: { type: 'string' },
  language: { type: 'string' },
  bucket: { type: 'string' },
  'overdue-from': { type: 'string' },
  'overdue-below': { type: 'string' },
  untouched: { type: 'string' },
  search: { type: 'string' },
} as const;
type Values = { readonly [Name in keyof typeof filterOptions]?: string | undefined };

export const filterUsage =
  '[--owner EMAIL|nobody] [--state TX,…] [--segment …] [--language …] [--bucket 61-90,…] ' +
  '[--overdue-from N] [--overdue-below N] [--untouched DAYS] [--search TEXT]';

/** Throws WrongUsage when it cannot be read; refuses an amount that is none. */
export async function askedFilter(
  desk: CliDesk,
  values: Values,
  currency: Currency,
): Promise<Outcome<AccountFilter, 'portfolios.amount_unreadable'>> {
  const { owner } = values;
  const asked = filterFrom({
    owner: owner === undefined || owner === 'nobody' ? owner : await memberIdOf(desk, owner),
    states: listOf(values.state),
    segments: listOf(values.segment),
    languages: listOf(values.language),
    buckets: listOf(values.bucket),
    overdueFrom: values['overdue-from'],
    overdueBelow: values['overdue-below'],
    untouchedDays: values.untouched === undefined ? undefined : Number(values.untouched),
    search: values.search,
  });
  if ('problem' in asked) throw new WrongUsage(asked.problem);
  return readFilter(asked.filter, currency);
}

/** `a, b` as its parts. */
export function listOf(given: string | undefined): string[] | undefined {
  return given?.split(',').map((part) => part.trim());
}
