/** What of an account is escalated, or came back answered; the ended ones stand in the timeline. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountEscalations, type WireEscalation } from '#areas/escalations/contract.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { EscalationSheet } from './EscalationSheet.tsx';
import { words } from './words.ts';

export function AccountEscalations({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const figures = useFigures();
  const [open, setOpen] = useState<WireEscalation | null>(null);
  const known = useQuery({
    queryKey: ['account', accountId, 'escalations'],
    queryFn: ({ signal }) => call(accountEscalations, { params: { accountId }, signal }),
  });
  const rows = known.data?.rows.filter(({ state }) => state === 'open' || state === 'answered');
  if (rows === undefined || rows.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1.5">{t('escalations')}</h2>
      <ul className="grid gap-1.5">
        {rows.map((row) => (
          <li key={row.escalationId} className="flex items-baseline gap-2 text-sm">
            <button
              type="button"
              className="link min-w-0 flex-1 truncate text-left"
              onClick={() => setOpen(row)}
            >
              {row.question}
            </button>
            <span>{figures.day(row.dueOn)}</span>
            <span>{t(`state_${row.state}`)}</span>
          </li>
        ))}
      </ul>
      {open !== null && <EscalationSheet escalation={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
