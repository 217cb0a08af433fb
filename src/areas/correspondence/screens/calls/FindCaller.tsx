/** Finds who calls: a number, a check, an invoice, a purchase order, an amount, a name. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { paidClaims } from '#areas/correspondence/contract/calls.ts';
import { useAccountsFound } from '#areas/customers/screens/index.ts';
import { call } from '#web/api.ts';
import { TextField } from '#web/ui/Field.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function FindCaller({ onPick }: { onPick: (accountId: string) => void }) {
  const t = useWords(words);
  const [typed, setTyped] = useState('');
  const found = useAccountsFound(typed);
  const claimed = useClaimed(typed);
  const rows = [
    ...found.map(({ accountId, name, number, match }) => ({
      accountId,
      name,
      note: [number, match].filter(Boolean).join(' · '),
    })),
    ...claimed.map(({ accountId, name, account, reference }) => ({
      accountId,
      name,
      note: `${account} · ${t('claimed_match', { reference })}`,
    })),
  ];
  const [first] = rows;
  return (
    <form
      role="search"
      className="mb-6 grid max-w-xl gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (first !== undefined) onPick(first.accountId);
      }}
    >
      <TextField
        label={t('find')}
        name="q"
        autoFocus
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed.trim().length > 1 && rows.length === 0 && (
        <p className="text-ink-3">{t('found_none')}</p>
      )}
      <ul className="grid gap-1">
        {rows.map(({ accountId, name, note }) => (
          <li key={`${accountId}${note}`}>
            <button
              type="button"
              className="flex w-full items-baseline gap-3 rounded-md px-2 py-1.5 text-left hover:bg-sunk"
              onClick={() => onPick(accountId)}
            >
              <span className="font-[550]">{name}</span>
              <span className="min-w-0 flex-1 truncate text-sm text-ink-3">{note}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

/** Accounts of which somebody said that they paid by this check. */
function useClaimed(typed: string) {
  const claims = useQuery({
    queryKey: ['paid-claims'],
    queryFn: ({ signal }) => call(paidClaims, { query: {}, signal }),
  });
  const wanted = typed.trim();
  if (wanted.length < 3) return [];
  return claims.data?.rows.filter(({ reference }) => reference.includes(wanted)) ?? [];
}
