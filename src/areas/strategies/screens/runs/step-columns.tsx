/** The columns of the approval queue. */
import { useMemo } from 'react';
import type { WireProposal } from '#areas/strategies/contract/runs.ts';
import { stepActs } from '#areas/strategies/rules/document.ts';
import { Amount } from '#web/ui/Amount.tsx';
import type { Column } from '#web/ui/grid/columns.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

export function useStepColumns(marked: ReadonlySet<string>): readonly Column<WireProposal>[] {
  const t = useWords(words);
  return useMemo(
    (): readonly Column<WireProposal>[] => [
      {
        id: 'name',
        header: t('strategies.account'),
        width: 190,
        grow: 2,
        cell: (row) => (
          <span className="block truncate">
            {marked.has(row.proposalId) && <b aria-hidden>✓ </b>}
            <span className="font-[600]">{row.name}</span>{' '}
            <span className="text-sm text-ink-3">{row.account}</span>
          </span>
        ),
      },
      {
        id: 'amount',
        header: t('strategies.amount'),
        width: 140,
        align: 'end',
        cell: (row) => <Amount value={row.amount} currency={row.currency} named strong />,
      },
      {
        id: 'late',
        header: t('strategies.days_late'),
        width: 100,
        align: 'end',
        cell: (row) => <span className="figures">{row.daysLate}</span>,
      },
      {
        id: 'step',
        header: t('strategies.step'),
        width: 150,
        grow: 1,
        cell: (row) => (
          <span className="lines-2">
            {row.step} <span className="text-sm text-ink-3">{row.strategy}</span>
          </span>
        ),
      },
      { id: 'act', header: t('strategies.act'), width: 120, cell: (row) => actOf(row.act, t) },
      {
        id: 'state',
        header: t('strategies.state'),
        width: 170,
        grow: 1,
        cell: (row) => (
          <span className="block truncate">
            <Tag tone={row.state === 'blocked' || row.state === 'failed' ? 'stop' : 'plain'}>
              {t(`strategies.state_${row.state}`)}
            </Tag>{' '}
            <span className="text-sm text-ink-2">
              {row.state === 'proposed' && row.needsApproval ? t('needs_approval') : row.detail}
            </span>
          </span>
        ),
      },
    ],
    [t, marked],
  );
}

type Say = ReturnType<typeof useWords<typeof words>>;

function actOf(act: string, t: Say): string {
  const known = stepActs.find((each) => each === act);
  return known === undefined ? act : t(`strategies.act_${known}`);
}
