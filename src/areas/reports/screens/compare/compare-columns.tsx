/** The columns of a comparison: who, then opening, what came between, closing, and the change. */
import { useMemo } from 'react';
import type { CompareRow, compare } from '#areas/reports/contract/compare.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { Amount, figureWidth, oneCurrency, signOf } from '#web/ui/Amount.tsx';
import type { Column } from '#web/ui/grid/columns.ts';
import { useWords } from '#web/ui/say.ts';
import { bridgeFigures } from './figures.ts';
import { words } from './words.ts';

type Answer = AnswerOf<typeof compare>;
const none: Answer['totals'] = [];

/** What may go first when the screen is narrow. */
const drops: Readonly<Partial<Record<(typeof bridgeFigures)[number], number>>> = {
  moved: 4,
  writeOffs: 3,
  credits: 2,
  corrections: 1,
};

export function useCompareColumns(first: Answer | undefined): readonly Column<CompareRow>[] {
  const t = useWords(words);
  const totals = first?.totals ?? none;
  return useMemo(() => {
    const mixed = oneCurrency(totals) === null;
    const figure = (name: (typeof bridgeFigures)[number] | 'change'): Column<CompareRow> => ({
      id: name,
      header: t(name),
      width: figureWidth(totals.map((row) => row[name])) + (name === 'change' && mixed ? 38 : 0),
      grow: 1,
      align: 'end',
      sort: name,
      ...(name === 'change' || drops[name] === undefined ? {} : { drop: drops[name] }),
      cell: (row) => (
        <Amount
          value={row[name]}
          currency={row.currency}
          strong={name === 'change'}
          named={name === 'change' && mixed}
        />
      ),
      total: totals.map((row) => (
        <div key={row.currency}>
          <Amount value={row[name]} currency={row.currency} />
        </div>
      )),
    });
    return [
      {
        id: 'name',
        header: t('by'),
        width: 190,
        grow: 2.4,
        sort: 'name',
        cell: (row) => (
          <span className="block truncate">
            <span className="font-[600]">{row.name}</span>{' '}
            <span className="text-sm text-ink-3">{row.account ?? row.customer}</span>
          </span>
        ),
        total: totals.map(({ currency }) => (
          <div key={currency}>
            {t('total')} {currency}
          </div>
        )),
      },
      ...bridgeFigures.map(figure),
      figure('change'),
    ];
  }, [t, totals]);
}

/** A line on a phone: who and the change, the opening and the closing below. */
export function CompareNarrow({ row }: { row: CompareRow }) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{row.name}</span>
      <span className="text-right">
        {signOf(row.change) > 0 && '+'}
        <Amount value={row.change} currency={row.currency} strong named />
      </span>
      <span className="truncate text-sm text-ink-3">{row.account ?? row.customer}</span>
      <span className="text-right text-sm text-ink-2">
        <Amount value={row.opening} currency={row.currency} /> →{' '}
        <Amount value={row.closing} currency={row.currency} />
      </span>
    </span>
  );
}
