/**
 * The board of a remittance: the payer's rows beside our items. What agrees is folded away, so
 * that forty rows are the four that somebody has to look at.
 */
import { useState } from 'react';
import type { BoardRow } from '#areas/cash/rules/board/rows.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { type Item, written } from './board-state.ts';
import { Rest } from './Rest.tsx';
import type { BoardWork } from './use-board.ts';
import { rowHere, toLookAt } from './ways.ts';
import { rowWords, shortWords, words } from './words.ts';

export function RowsBoard({ work }: { work: BoardWork }) {
  const t = useWords(words);
  const forbidden = useMay()('cash.post');
  const [whole, setWhole] = useState(false);
  const { rows } = work.sums;
  const agree = rows.filter(({ status }) => status === 'agrees').length;
  const look = toLookAt(rows, work.state).length;
  const over = work.sums.rest < 0n ? t('too_much', { amount: overBy(work) }) : undefined;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <p>{t('rows_of', { agree, look })}</p>
        <Rest work={work} />
      </div>
      <div className="overflow-x-auto">
        <RowTable work={work} whole={whole} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button tone="main" keys="Enter" because={forbidden ?? over} onClick={work.post}>
          {t('post')}
        </Button>
        <Button onClick={() => setWhole(!whole)} aria-pressed={whole}>
          {t(whole ? 'hide_agreeing' : 'show_agreeing')}
        </Button>
        <Button tone="quiet" keys="Escape" onClick={() => work.change({ mode: 'proposals' })}>
          {t('back')}
        </Button>
      </div>
    </div>
  );
}

function overBy({ sums, data }: BoardWork): string {
  return `${written(-sums.rest, data.receipt.currency)} ${data.receipt.currency}`;
}

function RowTable({ work, whole }: { work: BoardWork; whole: boolean }) {
  const t = useWords(words);
  const { state, sums } = work;
  const on = rowHere(sums.rows, state);
  return (
    <table className="w-full text-left">
      <caption className="sr-only">{t('rows')}</caption>
      <thead className="text-sm text-ink-2">
        <tr>
          <th scope="col">{t('theirs')}</th>
          <th scope="col" className="text-right">
            {t('gross')}
          </th>
          <th scope="col" className="text-right">
            {t('their_deduction')}
          </th>
          <th scope="col" className="text-right">
            {t('net')}
          </th>
          <th scope="col" className="text-right">
            {t('open')}
          </th>
          <th scope="col">{t('ours')}</th>
        </tr>
      </thead>
      <tbody>
        {sums.rows.map((row, at) =>
          !whole && row.status === 'agrees' ? null : (
            <OneRow
              key={`${row.row.reference} ${at}`}
              row={row}
              at={at}
              here={on === at}
              work={work}
            />
          ),
        )}
      </tbody>
    </table>
  );
}

const tones: Readonly<Record<BoardRow['status'], Tone>> = {
  agrees: 'good',
  short: 'warn',
  over: 'warn',
  credit: 'good',
  unknown: 'late',
};

type RowProps = { row: BoardRow<Item>; at: number; here: boolean; work: BoardWork };

function OneRow({ row: { row, item, status }, at, here, work }: RowProps) {
  const t = useWords(words);
  const language = useLanguage();
  const { currency } = work.data.receipt;
  const reason = item ? work.state.reasons.get(item.itemId) : undefined;
  const figure = (minor: bigint | undefined) =>
    minor === undefined ? '' : <Amount value={written(minor, currency)} currency={currency} />;
  return (
    <tr
      aria-current={here || undefined}
      className={here ? 'bg-accent-soft' : 'border-t border-line'}
      onClick={() => work.change({ at, chosen: true })}
    >
      <td className="py-1.5 pr-2">
        {row.reference}
        {row.reason !== undefined && <span className="block text-sm text-ink-3">{row.reason}</span>}
      </td>
      <td className="text-right">{figure(row.grossMinor)}</td>
      <td className="text-right">{figure(row.deductionMinor ?? row.discountMinor)}</td>
      <td className="text-right">{figure(row.paidMinor)}</td>
      <td className="text-right">{figure(item?.open)}</td>
      <td className="pl-3 whitespace-nowrap">
        <Tag tone={tones[status]}>{rowWords[status][language]}</Tag>{' '}
        {reason !== undefined && <span className="text-sm">{shortWords[reason][language]}</span>}
        {work.state.kept.has(at) && <span className="text-sm">{t('kept_row')}</span>}
      </td>
    </tr>
  );
}
