/** Each person's load before and after, as figures with a small bar. */
import type { measures } from '#areas/portfolios/contract.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import type { Effect } from './preview.ts';
import { words } from './words.ts';

type Measure = (typeof measures)[number];
type Person = Effect['people'][number];
type Props = { effect: Effect; measure?: Measure };

const cell = 'py-1.5 pl-3 text-right figures whitespace-nowrap';

export function EffectTable({ effect, measure = 'work' }: Props) {
  const t = useWords(words);
  const { people, currency } = effect;
  const top = Math.max(1, ...people.flatMap((one) => [one.before, one.after].map(weigh(measure))));
  return (
    <table className="w-full">
      <caption className="pb-1 text-left font-[600]">{t('effect')}</caption>
      <thead>
        <tr className="text-sm text-ink-2">
          <th scope="col" className="py-1 text-left font-[550]">
            {t('collector')}
          </th>
          <th scope="col" className="py-1 pl-3 text-right font-[550]">
            {t('accounts')}
          </th>
          <th scope="col" className="py-1 pl-3 text-right font-[550]">
            {t('minutes_head')}
          </th>
          <th scope="col" className="py-1 pl-3 text-right font-[550] max-sm:hidden">
            {t('overdue_in', { currency })}
          </th>
          <th scope="col" className="w-32 py-1 pl-3 text-left font-[550] max-sm:w-16">
            {t(`measure_${measure}`)}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.memberId ?? ''} className="border-t border-line align-top">
            <th scope="row" className="py-1.5 text-left font-[500]">
              {person.name ?? t('nobody')}
            </th>
            <Change before={person.before.accounts} after={person.after.accounts} />
            <Change before={person.before.minutes} after={person.after.minutes} />
            <td className={`${cell} max-sm:hidden`}>
              <Amount value={person.before.overdue} currency={currency} />
              {person.before.overdue !== person.after.overdue && (
                <span className="block font-[600]">
                  → <Amount value={person.after.overdue} currency={currency} />
                </span>
              )}
            </td>
            <td className="py-2 pl-3">
              <Pair person={person} measure={measure} top={top} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Change({ before, after }: { before: number; after: number }) {
  const figures = useFigures();
  return (
    <td className={cell}>
      <span className={before === after ? 'text-ink-2' : 'text-ink-3'}>
        {figures.number(before)}
      </span>
      {before !== after && <b className="font-[600]"> → {figures.number(after)}</b>}
    </td>
  );
}

/** Before above after; the figures stand beside it, so the picture is only to look at. */
function Pair({ person, measure, top }: { person: Person; measure: Measure; top: number }) {
  const width = (load: Person['before']): string => `${(100 * weigh(measure)(load)) / top}%`;
  return (
    <span aria-hidden className="grid gap-1">
      <span className="h-1.5 rounded-sm bg-line-strong" style={{ width: width(person.before) }} />
      <span className="h-1.5 rounded-sm bg-accent" style={{ width: width(person.after) }} />
    </span>
  );
}

/** The length of a bar: an amount may lose its cents here, and only here. */
function weigh(measure: Measure): (load: Person['before']) => number {
  return (load) => {
    if (measure === 'accounts') return load.accounts;
    if (measure === 'overdue') return load.overdueAccounts;
    if (measure === 'amount') return Math.max(0, Number(load.balance));
    return load.minutes;
  };
}
