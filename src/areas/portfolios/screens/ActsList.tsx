/** The latest acts that moved accounts, each of which can be taken back. */
import type { WirePortfolio } from '#areas/portfolios/contract.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { useUndo } from './portfolio-data.ts';
import { words } from './words.ts';

type Acts = WirePortfolio['acts'];

export function ActsList({ acts }: { acts: Acts }) {
  const t = useWords(words);
  if (acts.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="mb-1.5">{t('acts')}</h2>
      <ul className="grid">
        {acts.map((act) => (
          <Act key={act.reassignmentId} act={act} />
        ))}
      </ul>
    </section>
  );
}

function Act({ act }: { act: Acts[number] }) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()('portfolio.manage');
  const undo = useUndo();
  const { reassignmentId, kind, at, actor, reason, accounts, undone } = act;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-1.5">
      <span className="min-w-0 flex-1 basis-60">
        <span className="font-[600]">
          {t(`act_${kind}`)}, {t('accounts_count', { count: accounts })}
        </span>{' '}
        <span className="text-sm text-ink-2">{reason}</span>
        <span className="block text-sm text-ink-3">
          {figures.moment(at)} · {actor}
        </span>
      </span>
      {undone ? (
        <Tag>{t('taken_back')}</Tag>
      ) : (
        <Button
          because={forbidden}
          busy={undo.isPending}
          aria-label={t('undo_act', { kind: t(`act_${kind}`), when: figures.moment(at) })}
          onClick={() => undo.mutate(reassignmentId)}
        >
          {t('undo')}
        </Button>
      )}
    </li>
  );
}
