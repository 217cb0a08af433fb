/** A rule as one reads it: what it asks of an account, and to whom the account goes. */
import type { WireCondition, WireRule } from '#areas/portfolios/contract.ts';
import type { Figures } from '#web/ui/figures.ts';
import type { Say } from '#web/ui/say.ts';
import { zipsText } from './rule-form.ts';
import type { words } from './words.ts';

type Words = Say<typeof words>;
const lists = [
  'states',
  'cities',
  'countries',
  'segments',
  'families',
  'currencies',
  'kinds',
] as const;
const sums = [
  ['balanceFrom', 'said_balance_from'],
  ['balanceBelow', 'said_balance_below'],
  ['overdueFrom', 'said_overdue_from'],
  ['overdueBelow', 'said_overdue_below'],
] as const;

/** The parts of the condition as phrases; one that says so when there are none. */
export function conditionSaid(
  when: WireCondition,
  t: Words,
  money: (amount: string) => string,
): string[] {
  const said = [
    ...lists.flatMap((part) => {
      const list = when[part];
      return list === undefined || list.length === 0
        ? []
        : [t(`said_${part}`, { list: list.join(', ') })];
    }),
    ...(when.zips?.length ? [t('said_zips', { list: zipsText(when.zips) })] : []),
    ...(when.languages?.length
      ? [
          t('said_languages', {
            list: when.languages.map((each) => t(`language_${each}`)).join(', '),
          }),
        ]
      : []),
    ...(when.names ? [t('said_names', when.names)] : []),
    ...sums.flatMap(([part, phrase]) => {
      const amount = when[part];
      return amount === undefined ? [] : [t(phrase, { amount: money(amount) })];
    }),
    ...(when.hasParent === undefined
      ? []
      : [t(when.hasParent ? 'said_has_parent' : 'said_no_parent')]),
  ];
  return said.length === 0 ? [t('when_all')] : said;
}

/** `in turn to Ana, Ben`. */
export function giveSaid(
  { to, memberIds }: WireRule['give'],
  t: Words,
  nameOf: (memberId: string) => string,
): string {
  return t(`give_${to}`, { names: memberIds.map(nameOf).join(', ') });
}

/** Writes amounts of rules in the company’s currency. */
export function inCurrency(figures: Figures, currency: string): (amount: string) => string {
  return (amount) => figures.money(amount, currency);
}
