/** Whether mails go out, by which server, and what is paused; who may pauses and resumes here. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sending, steerSending } from '#areas/correspondence/contract/sending.ts';
import { useState } from 'react';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { SenderForm } from './SenderForm.tsx';
import { words } from './words.ts';

export function SendingBand() {
  const t = useWords(words);
  const may = useMay();
  const [sender, setSender] = useState(false);
  const queries = useQueryClient();
  const asked = useQuery({
    queryKey: ['outbox', 'sending'],
    queryFn: ({ signal }) => call(sending, { signal }),
  });
  const steer = useMutation({
    mutationFn: ({ scope, act }: { scope: string; act: 'paused' | 'resumed' }) =>
      call(steerSending, { body: { scope, act, reason: t('steer_reason') } }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['outbox'] }),
  });
  if (asked.data === undefined) return null;
  const { mail, stands } = asked.data;
  const held = stands.filter(({ act }) => act !== 'resumed');
  const forbidden = may('messages.steer');
  return (
    <div className="mb-3 grid gap-1.5 text-sm">
      <p className={`flex flex-wrap items-center gap-2 ${mail ? 'text-ink-2' : 'text-warn'}`}>
        {mail
          ? t('sends_by', { provider: mail.provider, count: mail.perMinute })
          : t('no_mail_server')}
        {!held.some(({ scope }) => scope === 'email') && (
          <Button
            because={forbidden}
            onClick={() => steer.mutate({ scope: 'email', act: 'paused' })}
          >
            {t('pause_email')}
          </Button>
        )}
        <Button because={forbidden} onClick={() => setSender(true)}>
          {t('sender')}
        </Button>
      </p>
      {held.map(({ scope, act, actor, reason }) => (
        <p key={scope} className="flex flex-wrap items-center gap-2 text-warn">
          {t(act === 'paused' ? 'paused' : 'stopped', { scope, actor, reason })}
          <Button because={forbidden} onClick={() => steer.mutate({ scope, act: 'resumed' })}>
            {t('resume')}
          </Button>
        </p>
      ))}
      <RefusalNote error={steer.error} words={areaWords} />
      {sender && <SenderForm onClose={() => setSender(false)} />}
    </div>
  );
}
