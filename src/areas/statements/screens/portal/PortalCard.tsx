/**
 * The open invoices of one account in its own portal, on the account's page. Such an account gets
 * no notice: somebody looks there and writes down what stands there.
 */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { portalRegister, type WirePortalInvoice } from '#areas/statements/contract/portal.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/ui/say.ts';
import { PortalNote } from './PortalNote.tsx';
import { PortalTag } from './portal-columns.tsx';
import { words } from './words.ts';

const shown = 8;

export function PortalCard({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const [open, setOpen] = useState<WirePortalInvoice | null>(null);
  const read = useQuery({
    queryKey: ['portal-register', 'account', accountId],
    queryFn: ({ signal }) => call(portalRegister, { query: { accountId, limit: shown }, signal }),
  });
  const rows = read.data?.rows ?? [];
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <section aria-label={t('portal_of', { portal: first.portal })}>
      <h2 className="mb-1.5">{t('portal_of', { portal: first.portal })}</h2>
      <p className="mb-1.5 text-sm text-ink-2">{t('no_notices')}</p>
      <ul className="grid gap-1.5 text-sm">
        {rows.map((row) => (
          <li key={row.documentId} className="flex items-baseline gap-2">
            <button
              type="button"
              className="link min-w-0 flex-1 truncate text-left"
              aria-label={t('note_of', { number: row.number })}
              onClick={() => setOpen(row)}
            >
              {row.number}
            </button>
            <PortalTag state={row.state} />
          </li>
        ))}
      </ul>
      {open !== null && <PortalNote row={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
