/** The queue of nobody: what is overdue first, each account one press away. */
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { applyRules, type WirePortfolio } from '#areas/portfolios/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Empty } from '#web/ui/states.tsx';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { usePortfolioChanged, useUndo } from './portfolio-data.ts';
import { words } from './words.ts';

type Props = { portfolio: WirePortfolio; count: number; onClose: () => void };

export function UnassignedPanel({ portfolio, count, onClose }: Props) {
  const t = useWords(words);
  const forbidden = useMay()('portfolio.manage');
  const { unassigned, company, currency } = portfolio;
  const give = useGiveByRules(company);
  return (
    <Dialog
      title={t('unassigned_count', { count })}
      sub={t('unassigned_sub', { currency })}
      shape="wide"
      onClose={onClose}
    >
      {count > 0 && (
        <div className="mb-3 flex flex-wrap gap-2">
          <Button because={forbidden} busy={give.isPending} onClick={() => give.mutate()}>
            {t('give_by_rules')}
          </Button>
          <Link to={paths.aging} search={{ collector: 'none' }} className={linkLook}>
            {t('in_the_aging')}
          </Link>
        </div>
      )}
      <RefusalNote error={give.error} words={areaWords} />
      {count === 0 && <Empty title={t('unassigned_none')} why={t('unassigned_none_why')} />}
      <ul className="grid">
        {unassigned.map((row) => (
          <li
            key={row.accountId}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-t border-line py-1.5"
          >
            <Link
              to={paths.account}
              params={{ accountId: row.accountId }}
              className="link truncate font-[600]"
            >
              {row.name}
            </Link>
            <Amount value={row.overdue} currency={currency} strong />
            <span className="text-sm text-ink-3">
              {[row.account, row.state, row.language.toUpperCase()].filter(Boolean).join(' · ')}
            </span>
            <span className="text-right text-sm text-ink-3">
              <Amount value={row.balance} currency={currency} />
            </span>
          </li>
        ))}
      </ul>
      {count > unassigned.length && (
        <p className="mt-2 text-sm text-ink-2">
          {t('list_cut', { shown: unassigned.length, count })}
        </p>
      )}
    </Dialog>
  );
}

function useGiveByRules(company: string) {
  const t = useWords(words);
  const changed = usePortfolioChanged();
  const undo = useUndo();
  return useMutation({
    mutationFn: () =>
      call(applyRules, { body: { company, only: 'unassigned', reason: t('give_by_rules') } }),
    onSuccess: ({ accounts, reassignmentId }) => {
      changed();
      say({
        text: t('moved', { count: accounts }),
        undo: async () => void (await undo.mutateAsync(reassignmentId)),
      });
    },
  });
}
