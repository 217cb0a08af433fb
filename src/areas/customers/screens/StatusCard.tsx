/** In what state the account is, since when and why; the record behind it; the change. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Account, statusHistory } from '#areas/customers/contract.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { Timeline } from '#web/ui/Timeline.tsx';
import { accountKey } from './account-data.ts';
import { StatusForm } from './StatusForm.tsx';
import { words } from './words.ts';

export const statusTones: Record<Account['status']['status'], Tone> = {
  open: 'plain',
  disputed: 'warn',
  promised: 'good',
  plan: 'good',
  hold: 'warn',
  bankrupt: 'stop',
  legal: 'stop',
  agency: 'stop',
  written_off: 'stop',
};

export function StatusCard({ account }: { account: Account }) {
  const t = useWords(words);
  const figures = useFigures();
  const may = useMay();
  const [shown, setShown] = useState<'history' | 'change' | null>(null);
  const { status, reason, since } = account.status;
  return (
    <section>
      <h2 className="mb-1.5">{t('status')}</h2>
      <p>
        <Tag tone={statusTones[status]}>{t(`status_${status}`)}</Tag>{' '}
        <span className="text-sm text-ink-3">{t('status_since', { day: figures.day(since) })}</span>
      </p>
      {reason !== '' && <p className="mt-1 text-sm text-ink-2">{reason}</p>}
      <p className="no-print mt-1 flex gap-3 text-sm">
        <button type="button" className="link" onClick={() => setShown('history')}>
          {t('status_history')}
        </button>
        {may('accounts.edit') === undefined && (
          <button type="button" className="link" onClick={() => setShown('change')}>
            {t('change')}
          </button>
        )}
      </p>
      {shown === 'history' && <StatusRecord account={account} onClose={() => setShown(null)} />}
      {shown === 'change' && <StatusForm account={account} onClose={() => setShown(null)} />}
    </section>
  );
}

function StatusRecord({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useWords(words);
  const { accountId } = account;
  const record = useQuery({
    queryKey: [...accountKey(accountId), 'status'],
    queryFn: ({ signal }) => call(statusHistory, { params: { accountId }, signal }),
  });
  return (
    <Dialog title={t('status_history')} sub={account.name} onClose={onClose}>
      {record.data === undefined ? (
        <Bones lines={4} />
      ) : (
        <Timeline
          moments={record.data.rows.map((row) => ({
            id: row.recordedAt + row.status,
            on: row.effectiveOn,
            what: <Tag tone={statusTones[row.status]}>{t(`status_${row.status}`)}</Tag>,
            text: row.reason,
            who: row.actor,
          }))}
        />
      )}
    </Dialog>
  );
}
