/** The tasks of an account in its context strip, and adding one. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountTasks, type WireTask } from '#areas/tasks/contract.ts';
import { call } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { DueText } from './DueText.tsx';
import { QuickAdd } from './QuickAdd.tsx';
import { TaskSheet } from './TaskSheet.tsx';
import { StateTag } from './task-columns.tsx';
import { words } from './words.ts';

export function AccountTasks({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const forbidden = useMay()('tasks.work');
  const [open, setOpen] = useState<WireTask | 'new' | null>(null);
  const known = useQuery({
    queryKey: ['account', accountId, 'tasks'],
    queryFn: ({ signal }) => call(accountTasks, { params: { accountId }, signal }),
  });
  const rows = known.data?.rows ?? [];
  const close = (): void => setOpen(null);
  return (
    <section>
      <h2 className="mb-1.5">{t('tasks')}</h2>
      {known.isPending && <Bones lines={2} />}
      {known.isSuccess && rows.length === 0 && (
        <p className="text-sm text-ink-3">{t('account_none')}</p>
      )}
      <ul className="grid gap-1.5">
        {rows.slice(0, 8).map((row) => (
          <li key={row.taskId} className="flex items-baseline gap-2 text-sm">
            <button
              type="button"
              className="link min-w-0 flex-1 truncate text-left"
              onClick={() => setOpen(row)}
            >
              {row.title}
            </button>
            <DueText task={row} />
            <StateTag task={row} />
          </li>
        ))}
      </ul>
      {forbidden === undefined && (
        <button type="button" className="link no-print mt-1 text-sm" onClick={() => setOpen('new')}>
          {t('account_add')}
        </button>
      )}
      {open === 'new' && (
        <Dialog title={t('add_new')} onClose={close}>
          <QuickAdd accountId={accountId} company={undefined} onAdded={close} />
        </Dialog>
      )}
      {open !== null && open !== 'new' && <TaskSheet task={open} others={rows} onClose={close} />}
    </section>
  );
}
