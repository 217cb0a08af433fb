/** The columns of the board, and a case on a phone. */
import { useMemo } from 'react';
import type { WireCase } from '#areas/disputes/contract/board.ts';
import { Amount, oneCurrency } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { linkNames, reasonNames, stateNames } from '../words/names.ts';
import { paceTones, stateTones } from './case-tones.ts';
import { words } from './words.ts';

export function useBoardColumns(rows: readonly WireCase[]): readonly Column<WireCase>[] {
  const t = useWords(words);
  const language = useLanguage();
  const currency = oneCurrency(rows);
  return useMemo((): readonly Column<WireCase>[] => {
    const mixed = currency === null;
    return [
      {
        id: 'name',
        header: t('account'),
        width: 170,
        grow: 2,
        cell: (row) => <span className="block truncate font-[600]">{row.name}</span>,
      },
      {
        id: 'documents',
        header: t('documents'),
        width: 110,
        grow: 1,
        drop: 2,
        cell: (row) => <span className="block truncate">{row.documents.join(', ')}</span>,
      },
      {
        id: 'reason',
        header: t('reason'),
        width: 110,
        drop: 1,
        cell: (row) => <span className="block truncate">{reasonNames[row.reason][language]}</span>,
      },
      {
        id: 'amount',
        header: mixed ? t('amount') : t('amount_in', { currency }),
        width: 130,
        align: 'end',
        cell: (row) => <Amount value={row.amount} currency={row.currency} named={mixed} strong />,
      },
      {
        id: 'state',
        header: t('state'),
        width: 130,
        cell: (row) => <Tag tone={stateTones[row.state]}>{stateNames[row.state][language]}</Tag>,
      },
      { id: 'by', header: t('answer_by'), width: 150, cell: (row) => <PaceTag row={row} /> },
      {
        id: 'owner',
        header: t('owner'),
        width: 140,
        grow: 1,
        drop: 3,
        cell: (row) => <Owner row={row} />,
      },
      {
        id: 'link',
        header: t('link'),
        width: 120,
        drop: 4,
        cell: (row) => <span className="text-sm">{linkNames[row.link][language]}</span>,
      },
      {
        id: 'age',
        header: t('age'),
        width: 64,
        align: 'end',
        drop: 5,
        cell: (row) => t('days', { days: row.days }),
      },
    ];
  }, [t, language, currency]);
}

/** The day to answer with how it stands; an answer that came back goes before it. */
export function PaceTag({ row }: { row: WireCase }) {
  const t = useWords(words);
  const figures = useFigures();
  if (row.answeredOn !== null) return <Tag tone="warn">{t('answer_came')}</Tag>;
  if (row.answerBy === null || row.pace === 'none') return null;
  return <Tag tone={paceTones[row.pace]}>{figures.day(row.answerBy)}</Tag>;
}

function Owner({ row }: { row: WireCase }) {
  const t = useWords(words);
  const name = row.owner ?? row.coordinator ?? t('nobody');
  return (
    <span className="block truncate text-sm">{row.outside ? t('outside', { name }) : name}</span>
  );
}

export function CaseNarrow({ row }: { row: WireCase }) {
  const language = useLanguage();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{row.name}</span>
      <Amount value={row.amount} currency={row.currency} strong named />
      <span className="truncate text-sm text-ink-2">
        {reasonNames[row.reason][language]} · {row.documents.join(', ')}
      </span>
      <span className="text-right">
        <PaceTag row={row} />
      </span>
      <span className="text-sm text-ink-2">{stateNames[row.state][language]}</span>
    </span>
  );
}
