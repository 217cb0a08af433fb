/** Invoices that are there twice, each closed by a credit memo. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { closeDuplicates, duplicatePlan } from '#areas/projects/contract.ts';
import { call } from '#web/api.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { PlanForm } from './PlanForm.tsx';
import { useRepairs } from './repairs.ts';
import { words } from './words.ts';

type Props = { company: string | undefined; onClose: () => void };

export function DuplicatesForm({ company, onClose }: Props) {
  const t = useWords(words);
  const may = useMay();
  const { changed, undo } = useRepairs();
  const plan = useQuery({
    queryKey: ['verification', 'duplicates', company ?? ''],
    queryFn: ({ signal }) => call(duplicatePlan, { query: { company }, signal }),
  });
  const close = useMutation({
    mutationFn: () => call(closeDuplicates, { body: { company, reason: t('duplicates') } }),
    onSuccess: ({ fixId, closed }) => {
      changed();
      say({ text: t('closed', { count: closed }), undo: () => undo(fixId) });
      onClose();
    },
  });
  const rows = plan.data?.rows.map((row) => ({
    ...row,
    key: `${row.accountId} ${row.closes} ${row.keeps} ${row.amount}`,
    what: t('duplicates_line', row),
  }));
  return (
    <PlanForm
      title={t('duplicates')}
      why={t('duplicates_why')}
      none={t('duplicates_none')}
      rows={rows}
      error={close.error ?? plan.error}
      go={t('duplicates_go', { count: rows?.length ?? 0 })}
      because={may('ledger.write_off')}
      busy={close.isPending}
      onGo={() => close.mutate()}
      onClose={onClose}
    />
  );
}
