/** Finds the account whose items a receipt shall pay, by number or name. */
import { useState } from 'react';
import { useAccountsFound } from '#areas/customers/screens/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = { onPick: (accountId: string) => void; onClose: () => void };

export function AccountPick({ onPick, onClose }: Props) {
  const t = useWords(words);
  const [q, setQ] = useState('');
  const rows = useAccountsFound(q);
  const pick = (accountId: string | undefined): void => {
    if (accountId === undefined) return;
    onPick(accountId);
    onClose();
  };
  return (
    <form
      className="mb-3 grid gap-2 rounded-lg border border-line p-3"
      aria-label={t('split')}
      onSubmit={(event) => {
        event.preventDefault();
        pick(rows[0]?.accountId);
      }}
    >
      <TextField
        label={t('other_account')}
        name="account"
        hint={t('other_hint')}
        value={q}
        autoFocus
        autoComplete="off"
        onChange={(event) => setQ(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <div className="flex flex-wrap gap-2">
        {rows.map((row) => (
          <Button key={row.accountId} onClick={() => pick(row.accountId)}>
            {row.name} · {row.number}
          </Button>
        ))}
      </div>
    </form>
  );
}
