/** An endpoint as it stands: what it hears, how it answers, and what can be done with it. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { rotateWebhook, tryWebhook, type WireEndpoint } from '#areas/webhooks/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../words.ts';
import { Deliveries } from './Deliveries.tsx';
import { SecretNote } from './SecretNote.tsx';
import { useChange, useWebhooksChanged } from './webhook-data.ts';
import { words } from './words.ts';

export function EndpointCard({ endpoint }: { endpoint: WireEndpoint }) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  const { name, url, company, events, state, waiting } = endpoint;
  return (
    <li className="grid gap-2 rounded-md border border-line p-3.5">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-[600]">{name}</span>
        <Tag tone={state === 'on' ? 'good' : 'warn'}>{t(`state_${state}`)}</Tag>
        <span className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">{url}</span>
        <span className="text-ink-3">{company ?? t('every_company')}</span>
        {waiting > 0 && <span className="text-warn">{t('waiting', { count: waiting })}</span>}
      </p>
      <p className="text-sm text-ink-2">{events.map((event) => t(event)).join(' · ')}</p>
      <Actions endpoint={endpoint} open={open} onOpen={() => setOpen(!open)} />
      {open && <Deliveries endpoint={endpoint} />}
    </li>
  );
}

type ActionsProps = { endpoint: WireEndpoint; open: boolean; onOpen: () => void };

function Actions({ endpoint, open, onOpen }: ActionsProps) {
  const t = useWords(words);
  const { endpointId, name, state } = endpoint;
  const params = { endpointId };
  const changed = useWebhooksChanged();
  const change = useChange(endpointId);
  // What ends for good asks once.
  const [sure, setSure] = useState(false);
  const attempt = useMutation({ mutationFn: () => call(tryWebhook, { params, body: {} }) });
  const renew = useMutation({
    mutationFn: () => call(rotateWebhook, { params, body: { reason: t('renew') } }),
    onSuccess: changed,
  });
  const turn = (next: WireEndpoint['state']): void =>
    change.mutate({ state: next, reason: t(`state_${next}`) });
  const paused = state === 'paused';
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button
          busy={attempt.isPending}
          aria-label={t('test_of', { name })}
          onClick={() => attempt.mutate()}
        >
          {t('test')}
        </Button>
        <Button aria-expanded={open} aria-label={t('deliveries_of', { name })} onClick={onOpen}>
          {t('deliveries')}
        </Button>
        <Button
          busy={change.isPending}
          aria-label={t(paused ? 'resume_of' : 'pause_of', { name })}
          onClick={() => turn(paused ? 'on' : 'paused')}
        >
          {t(paused ? 'resume' : 'pause')}
        </Button>
        <Button
          busy={renew.isPending}
          aria-label={t('renew_of', { name })}
          onClick={() => renew.mutate()}
        >
          {t('renew')}
        </Button>
        <Button
          tone="danger"
          aria-label={sure ? undefined : t('end_of', { name })}
          onClick={() => (sure ? turn('ended') : setSure(true))}
        >
          {t(sure ? 'end_sure' : 'end')}
        </Button>
      </div>
      {attempt.data && (
        <p role="status" className={attempt.data.problem === null ? 'text-ink-2' : 'text-late'}>
          {attempt.data.says}
        </p>
      )}
      {renew.data && <SecretNote secret={renew.data.secret} onDone={() => renew.reset()} />}
      <RefusalNote error={attempt.error ?? change.error ?? renew.error} words={areaWords} />
    </>
  );
}
