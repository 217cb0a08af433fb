/** What was written to the customer, the newest first; each opens with everything about it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountMessages } from '#areas/correspondence/contract/messages.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { MessageActions } from './MessageActions.tsx';
import { MessageDialog } from './MessageDialog.tsx';
import { stateTones } from './state-words.ts';
import { words } from './words.ts';

const shown = 5;

export function Messages({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ['account', accountId, 'messages'],
    queryFn: ({ signal }) => call(accountMessages, { params: { accountId }, signal }),
  });
  const rows = list.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1.5">{t('messages')}</h2>
      <ul className="grid gap-1.5 text-sm">
        {rows.slice(0, all ? rows.length : shown).map((row) => (
          <li key={row.messageId}>
            <span className="flex items-baseline gap-2">
              <button
                type="button"
                className="link min-w-0 flex-1 truncate text-left"
                aria-label={t('open_message', { subject: row.subject || row.toName })}
                onClick={() => setOpen(row.messageId)}
              >
                {row.subject || row.toName}
              </button>
              <Tag tone={stateTones[row.state]}>{t(`state_${row.state}`)}</Tag>
            </span>
            <span className="block truncate text-ink-2">{row.toAddress || row.toName}</span>
            {row.state === 'unknown' && <MessageActions message={row} />}
          </li>
        ))}
      </ul>
      {rows.length > shown && !all && (
        <button type="button" className="link mt-1 text-sm" onClick={() => setAll(true)}>
          {t('show_all', { count: rows.length })}
        </button>
      )}
      {open !== null && (
        <MessageDialog accountId={accountId} messageId={open} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}
