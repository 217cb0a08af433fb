/** Old credits onto old invoices: every application is shown before anything is written. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { applyOldCredits, creditPlan, undoFix } from '#areas/projects/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { say } from '#web/ui/toast.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { company: string | undefined; onClose: () => void };

export function CreditsForm({ company, onClose }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const queries = useQueryClient();
  const changed = (): void => {
    for (const key of ['verification', 'account', 'worklist', 'aging', 'projects']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  };
  const plan = useQuery({
    queryKey: ['verification', 'credits', company ?? ''],
    queryFn: ({ signal }) => call(creditPlan, { query: { company }, signal }),
  });
  const undo = async (fixId: string): Promise<void> => {
    await call(undoFix, { params: { fixId }, body: { reason: t('undo_reason') } });
    changed();
    say({ text: t('undone') });
  };
  const apply = useMutation({
    mutationFn: () => call(applyOldCredits, { body: { company, reason: t('credits') } }),
    onSuccess: ({ fixId, applied }) => {
      changed();
      say({ text: t('applied', { count: applied }), undo: () => undo(fixId) });
      onClose();
    },
  });
  const rows = plan.data?.rows ?? [];
  return (
    <Dialog title={t('credits')} onClose={onClose} shape="wide">
      <div className="grid gap-3.5">
        <p className="text-ink-2">{t('credits_why')}</p>
        {plan.isPending && <Bones lines={6} />}
        {plan.isSuccess && rows.length === 0 && <p>{t('credits_none')}</p>}
        <ul className="grid gap-1">
          {rows.slice(0, 200).map((row) => (
            <li
              key={`${row.accountId} ${row.credit} ${row.invoice} ${row.amount}`}
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-3 border-b border-line py-1"
            >
              <span className="truncate">
                <b className="font-[600]">{row.name}</b>{' '}
                <span className="text-sm text-ink-2">{t('credits_line', row)}</span>
              </span>
              <span className="figures">{figures.money(row.amount, row.currency)}</span>
            </li>
          ))}
        </ul>
        <RefusalNote error={apply.error ?? plan.error} words={areaWords} />
        {rows.length > 0 && (
          <Button tone="main" busy={apply.isPending} onClick={() => apply.mutate()}>
            {t('credits_go', { count: rows.length })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
