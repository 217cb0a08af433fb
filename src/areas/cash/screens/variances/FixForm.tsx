/** Before money moves: what proves it, what opens again, and one key that does it. */
import { useQuery } from '@tanstack/react-query';
import type { WireVariance } from '#areas/cash/contract/variances.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { useCashChanged } from '../board/board-data.ts';
import { Preview } from '../board/ReturnForm.tsx';
import { useCashWrite } from '../closing/cash-write.ts';
import { aftermathOf, type FixKind, permissions, sendFix } from './fixes.ts';
import { words } from './words.ts';

type Props = { row: WireVariance; kind: FixKind; onClose: () => void };

export function FixForm({ row, kind, onClose }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()(permissions[kind]);
  const amount = figures.money(row.amount, row.currency);
  const preview = useQuery({
    queryKey: ['cash-variances', 'preview', row.key, row.amount],
    enabled: forbidden === undefined,
    queryFn: () => aftermathOf(row),
  });
  const changed = useCashChanged();
  const fix = useCashWrite(sendFix, () => {
    changed();
    const who = row.account?.name ?? row.payer;
    say({ text: t('done', { fix: t(`fix_${kind}`), amount, who }) });
    onClose();
  });
  return (
    <Dialog title={t(`fix_${kind}`)} sub={row.account?.name} onClose={onClose} shape="middle">
      <form
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          if (forbidden === undefined && !fix.isPending) fix.mutate(row);
        }}
      >
        <p className="text-pretty">{row.why}</p>
        <p className="text-ink-2 text-pretty">{t('asks', { amount })}</p>
        {preview.data && <Preview after={preview.data} />}
        <RefusalNote error={fix.error ?? preview.error} words={areaWords} />
        <Button
          type="submit"
          tone="main"
          keys="Enter"
          because={forbidden}
          busy={fix.isPending}
          autoFocus
        >
          {t(`fix_${kind}`)}
        </Button>
      </form>
    </Dialog>
  );
}
