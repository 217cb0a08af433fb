/** Old credits onto old invoices of their accounts. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { applyOldCredits, creditPlan } from '#areas/projects/contract.ts';
import { call } from '#web/api.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { PlanForm } from './PlanForm.tsx';
import { useRepairs } from './repairs.ts';
import { words } from './words.ts';

type Props = { company: string | undefined; onClose: () => void };

export function CreditsForm({ company, onClose }: Props) {
  const t = useWords(words);
  const may = useMay();
  const { changed, undo } = useRepairs();
  const plan = useQuery({
    queryKey: ['verification', 'credits', company ?? ''],
    queryFn: ({ signal }) => call(creditPlan, { query: { company }, signal }),
  });
  const apply = useMutation({
    mutationFn: () => call(applyOldCredits, { body: { company, reason: t('credits') } }),
    onSuccess: ({ fixId, applied }) => {
      changed();
      say({ text: t('applied', { count: applied }), undo: () => undo(fixId) });
      onClose();
    },
  });
  const rows = plan.data?.rows.map((row) => ({
    ...row,
    key: `${row.accountId} ${row.credit} ${row.invoice} ${row.amount}`,
    what: t('credits_line', row),
  }));
  return (
    <PlanForm
      title={t('credits')}
      why={t('credits_why')}
      none={t('credits_none')}
      rows={rows}
      error={apply.error ?? plan.error}
      go={t('credits_go', { count: rows?.length ?? 0 })}
      because={may('cash.apply')}
      busy={apply.isPending}
      onGo={() => apply.mutate()}
      onClose={onClose}
    />
  );
}
