/** One's own calendar addresses: made, shown once, copied, revoked. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { clockFeeds, endClockFeed, openClockFeed } from '#areas/clocks/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function FeedsDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const figures = useFigures();
  const queries = useQueryClient();
  const known = useQuery({
    queryKey: ['clock-feeds'],
    queryFn: ({ signal }) => call(clockFeeds, { signal }),
  });
  const revoke = useMutation({
    mutationFn: (feedId: string) => call(endClockFeed, { params: { feedId } }),
    onSuccess: () => {
      say({ text: t('feed_revoked') });
      void queries.invalidateQueries({ queryKey: ['clock-feeds'] });
    },
  });
  return (
    <Dialog title={t('calendar')} sub={t('calendar_why')} onClose={onClose} shape="middle">
      <div className="grid gap-4">
        <MakeFeed />
        <RefusalNote error={revoke.error} words={areaWords} />
        <ul className="grid">
          {known.data?.rows.map(({ feedId, name, madeAt }) => (
            <li key={feedId} className="flex items-baseline gap-3 border-t border-line py-2">
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="text-sm text-ink-3">
                {t('feed_since', { day: figures.day(madeAt) })}
              </span>
              <button
                type="button"
                className="link text-sm"
                aria-label={`${t('feed_revoke')}: ${name}`}
                onClick={() => revoke.mutate(feedId)}
              >
                {t('feed_revoke')}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function MakeFeed() {
  const t = useWords(words);
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const make = useMutation({
    mutationFn: () => call(openClockFeed, { body: { name } }),
    onSuccess: () => {
      setName('');
      void queries.invalidateQueries({ queryKey: ['clock-feeds'] });
    },
  });
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() !== '') make.mutate();
  }
  const address = make.data && `${window.location.origin}${make.data.path}`;
  return (
    <form noValidate onSubmit={send} className="grid gap-3">
      <TextField
        label={t('feed_name')}
        name="name"
        autoComplete="off"
        value={name}
        error={missing ? t('feed_name_missing') : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <RefusalNote error={make.error} words={areaWords} />
      <div>
        <Button type="submit" tone="main" busy={make.isPending}>
          {t('feed_make')}
        </Button>
      </div>
      {address !== undefined && <Address address={address} />}
    </form>
  );
}

function Address({ address }: { address: string }) {
  const t = useWords(words);
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(address);
    say({ text: t('feed_copied') });
  }
  return (
    <div className="grid gap-2">
      <TextField label={t('feed_address')} name="address" readOnly value={address} />
      <div>
        <Button onClick={() => void copy()}>{t('feed_copy')}</Button>
      </div>
    </div>
  );
}
