/** The columns of money that nobody asks for, each day that the law names in its own. */
import type { WireUnclaimed } from '#areas/refunds/contract/unclaimed.ts';
import { Amount } from '#web/ui/Amount.tsx';
import type { Figures } from '#web/ui/figures.ts';
import { accountColumn } from '#web/ui/grid/account-column.tsx';
import type { Column } from '#web/ui/grid/columns.ts';
import { type Say, useWords } from '#web/ui/say.ts';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { words } from './words/unclaimed.ts';

const tones: Readonly<Record<WireUnclaimed['stage'], Tone>> = {
  waits: 'plain',
  letter_due: 'late',
  written: 'good',
  dormant: 'warn',
};

export function StageTag({ stage }: { stage: WireUnclaimed['stage'] }) {
  const t = useWords(words);
  return <Tag tone={tones[stage]}>{t(`stage_${stage}`)}</Tag>;
}

export function unclaimedColumns(
  t: Say<typeof words>,
  figures: Figures,
): readonly Column<WireUnclaimed>[] {
  return [
    accountColumn(t('who')),
    { id: 'state', header: t('state'), width: 70, cell: (row) => row.state },
    {
      id: 'amount',
      header: t('amount'),
      width: 130,
      align: 'end',
      cell: (row) => <Amount value={row.amount} currency={row.currency} named strong />,
    },
    {
      id: 'dormant',
      header: t('dormant_on'),
      width: 120,
      cell: (row) => figures.day(row.dormantOn),
    },
    {
      id: 'letter',
      header: t('letter'),
      width: 190,
      grow: 1,
      drop: 1,
      cell: ({ letter }) => letterOf(letter, t, figures),
    },
    {
      id: 'report',
      header: t('report_before'),
      width: 130,
      drop: 2,
      cell: ({ reportBefore }) => (reportBefore === null ? '' : figures.day(reportBefore)),
    },
    { id: 'stage', header: t('stage'), width: 120, cell: (row) => <StageTag stage={row.stage} /> },
  ];
}

function letterOf(
  { due, from, to, writtenOn }: WireUnclaimed['letter'],
  t: Say<typeof words>,
  figures: Figures,
): string {
  if (writtenOn !== null) return t('letter_sent', { day: figures.day(writtenOn) });
  if (!due || from === null || to === null) return t('letter_none');
  return t('letter_window', { from: figures.day(from), to: figures.day(to) });
}
