/** Rows of charges: who, what for, how much, and the working behind it. */
import type { WireChargeRow } from '#areas/charges/contract.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { type Figures, useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { type Say, useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

export function rowColumns(
  t: Say<typeof words>,
  figures: Figures,
): readonly Column<WireChargeRow>[] {
  return [
    {
      id: 'who',
      header: t('who'),
      width: 150,
      grow: 2,
      cell: (row) => <span className="block truncate font-[550]">{row.name}</span>,
    },
    { id: 'document', header: t('document'), width: 130, grow: 1, cell: (row) => row.document },
    { id: 'due', header: t('due'), width: 105, drop: 2, cell: (row) => figures.day(row.dueOn) },
    {
      id: 'interest',
      header: t('interest'),
      width: 120,
      align: 'end',
      cell: (row) => <Amount value={row.interest} currency={row.currency} named strong />,
    },
    {
      id: 'fee',
      header: t('fee'),
      width: 110,
      align: 'end',
      cell: (row) => <Amount value={row.fee} currency={row.currency} named />,
    },
    {
      id: 'working',
      header: t('working'),
      width: 230,
      grow: 3,
      drop: 1,
      cell: (row) => <Working row={row} />,
    },
  ];
}

function Working({ row }: { row: WireChargeRow }) {
  const t = useWords(words);
  if (row.stopped !== null) return <Tag tone="warn">{t(`stopped_${row.stopped}`)}</Tag>;
  return (
    <span className="figures block truncate text-sm text-ink-2" title={row.formula}>
      {row.formula}
    </span>
  );
}

export function ChargeNarrow({ row }: { row: WireChargeRow }) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{row.name}</span>
      <Amount value={row.interest} currency={row.currency} named />
      <span className="truncate text-sm text-ink-2">{row.document}</span>
      <span className="text-right">
        <Amount value={row.fee} currency={row.currency} named />
      </span>
    </span>
  );
}

/** The working of a row, stretch by stretch. */
export function WorkingInFull({ row }: { row: WireChargeRow }) {
  const t = useWords(words);
  const figures = useFigures();
  const { currency, lines, basis, cappedTo, stopped } = row;
  return (
    <div className="grid gap-3">
      <KeyValue
        facts={[
          { name: t('interest'), value: figures.money(row.interest, currency) },
          { name: t('fee'), value: figures.money(row.fee, currency) },
        ]}
      />
      {stopped !== null && <p>{t(`stopped_${stopped}`)}</p>}
      {stopped === null && (
        <p className="text-sm text-ink-2">
          {t('basis')}{' '}
          {basis === 'contract' ? t('basis_contract') : t('basis_law', { country: basis })}
          {cappedTo !== null && ` · ${t('capped', { pct: cappedTo })}`}
        </p>
      )}
      <ol className="figures grid gap-1 text-sm">
        {lines.map((line) => (
          <li key={line.from}>
            {t('line', {
              from: figures.day(line.from),
              to: figures.day(line.to),
              principal: figures.money(line.principal, currency),
              pct: line.ratePct,
              days: line.days,
            })}
          </li>
        ))}
      </ol>
      <p className="figures text-sm text-ink-2 break-words">{row.formula}</p>
    </div>
  );
}
