/** Keys for programs: made with some of one's own permissions, shown once, revoked here. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiKeys, revokeApiKey } from '#areas/team/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { say } from '#web/ui/said.ts';
import { ApiKeyForm } from './ApiKeyForm.tsx';
import { words } from './words.ts';

export function ApiKeys() {
  const t = useWords(words);
  const why = useWhy();
  const [making, setMaking] = useState(false);
  const keys = useQuery({
    queryKey: ['api-keys'],
    queryFn: ({ signal }) => call(apiKeys, { signal }),
  });
  return (
    <section aria-labelledby="api-keys">
      <h2 id="api-keys" className="mb-1">
        {t('api_keys')}
      </h2>
      <p className="mb-3 text-sm text-ink-2">{t('api_keys_why')}</p>
      {keys.isPending && <Bones lines={2} />}
      {keys.isError && <Failed why={why(keys.error)} onRetry={() => void keys.refetch()} />}
      <ul className="mb-3 grid">
        {keys.data?.rows.map((row) => (
          <KeyRow key={row.keyId} row={row} />
        ))}
      </ul>
      <Button onClick={() => setMaking(true)}>{t('make_key')}</Button>
      {making && <ApiKeyForm onClose={() => setMaking(false)} />}
    </section>
  );
}

type Row = { keyId: string; name: string; permissions: readonly string[]; endsAt: string };

function KeyRow({ row }: { row: Row }) {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => call(revokeApiKey, { params: { keyId: row.keyId } }),
    onSuccess: () => {
      say({ text: t('revoked') });
      void queries.invalidateQueries({ queryKey: ['api-keys'] });
    },
    onError: (error) => say({ text: why(error), tone: 'refused' }),
  });
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line py-2">
      <span className="font-[600]">{row.name}</span>
      <span className="min-w-0 flex-1 truncate text-sm text-ink-2">
        {row.permissions.join(', ')}
      </span>
      <span className="text-sm text-ink-3">{t('key_until', { day: figures.day(row.endsAt) })}</span>
      <button type="button" className="link text-sm" onClick={() => revoke.mutate()}>
        {t('revoke')}
      </button>
    </li>
  );
}
