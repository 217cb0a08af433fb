/** The switches: which channels the strategies may use for which company; off is the default. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { channels, setChannel, type WireChannelSwitch } from '#areas/strategies/contract/runs.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

export function Channels() {
  const t = useWords(words);
  const forbidden = useMay()('strategies.switch');
  const [turning, setTurning] = useState<WireChannelSwitch | null>(null);
  const list = useQuery({
    queryKey: ['strategy-channels'],
    queryFn: ({ signal }) => call(channels, { signal }),
  });
  return (
    <section aria-label={t('channels')} className="mt-6 grid max-w-[960px] gap-2">
      <h2 className="text-md font-[650]">{t('channels')}</h2>
      <ul className="grid gap-1">
        {list.data?.rows.map((row) => (
          <li
            key={`${row.companyId} ${row.channel}`}
            className="flex flex-wrap items-center gap-3 border-t border-line py-1"
          >
            <b>{t(`channel_${row.channel}`)}</b>
            <span className="text-ink-2">{row.company}</span>
            <Tag tone={row.isOn ? 'good' : 'plain'}>{t(row.isOn ? 'is_on' : 'is_off')}</Tag>
            {row.isOn && row.onlyFor !== null && (
              <span className="text-sm">{t('canary', { strategies: row.onlyFor.join(', ') })}</span>
            )}
            <span className="figures text-sm text-ink-2">
              {t('waiting')}: {row.waiting}
            </span>
            <span className="flex-1 text-sm text-ink-3">{row.reason}</span>
            <Button because={forbidden} onClick={() => setTurning(row)}>
              {t(row.isOn ? 'switch_off' : 'switch_on')}
            </Button>
          </li>
        ))}
      </ul>
      {turning !== null && <SwitchForm row={turning} onClose={() => setTurning(null)} />}
    </section>
  );
}

function SwitchForm({ row, onClose }: { row: WireChannelSwitch; onClose: () => void }) {
  const t = useWords(words);
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [only, setOnly] = useState('');
  const named = only
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const turn = useMutation({
    mutationFn: () =>
      call(setChannel, {
        params: { companyId: row.companyId, channel: row.channel },
        body: { isOn: !row.isOn, onlyFor: named.length === 0 ? null : named, reason },
      }),
    onSuccess: () => {
      say({ text: t('switched') });
      void client.invalidateQueries({ queryKey: ['strategy-channels'] });
      onClose();
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    turn.mutate();
  };
  const channel = t(`channel_${row.channel}`);
  return (
    <Dialog
      title={t('switch_title', { channel, company: row.company })}
      onClose={onClose}
      shape="middle"
    >
      <form noValidate onSubmit={send} className="grid gap-3.5">
        <TextField
          label={t('reason')}
          name="reason"
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {!row.isOn && (
          <TextField
            label={t('only_for')}
            name="onlyFor"
            value={only}
            onChange={(event) => setOnly(event.target.value)}
          />
        )}
        <RefusalNote error={turn.error} words={words} />
        <Button type="submit" tone={row.isOn ? 'danger' : 'main'} busy={turn.isPending}>
          {t(row.isOn ? 'switch_off' : 'switch_on')}
        </Button>
      </form>
    </Dialog>
  );
}
