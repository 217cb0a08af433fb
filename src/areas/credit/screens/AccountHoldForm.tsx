/** A whole account held for new orders, or let go again: never without a reason. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { holdAccount, type WireAccountHold } from '#areas/credit/contract/holds.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { accountId: string; act: WireAccountHold['act']; onClose: () => void };

export function AccountHoldForm({ accountId, act, onClose }: Props) {
  const t = useWords(words);
  const [missing, setMissing] = useState(false);
  const [unread, setUnread] = useState(false);
  const [untilOn, setUntilOn] = useState<string | null>(null);
  const holds = act === 'hold';
  const title = t(holds ? 'hold_account' : 'end_hold');
  const send = useMutation({
    mutationFn: (reason: string) =>
      call(holdAccount, { params: { accountId }, body: { act, untilOn, reason } }),
    onSuccess: ({ held }) => {
      say({ text: t(held ? 'held_now' : 'hold_ended') });
      onClose();
    },
  });
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const said = new FormData(event.currentTarget).get('reason');
    const reason = typeof said === 'string' ? said.trim() : '';
    const until = event.currentTarget.querySelector<HTMLInputElement>('[data-field=untilOn]');
    // A day that nobody can read is not the same as none: the hold would stand for good.
    const isUnread = untilOn === null && (until?.value ?? '') !== '';
    setMissing(reason === '');
    setUnread(isUnread);
    if (isUnread) until?.focus();
    else if (reason === '') event.currentTarget.querySelector('input')?.focus();
    else send.mutate(reason);
  }
  return (
    <Dialog title={title} onClose={onClose} shape="middle">
      <form noValidate onSubmit={submit} className="grid gap-3.5">
        <TextField
          label={t('hold_reason')}
          name="reason"
          autoFocus
          autoComplete="off"
          maxLength={500}
          error={missing ? t('say_why') : undefined}
        />
        {holds && (
          <>
            <DayField
              label={t('hold_until')}
              name="untilOn"
              error={unread ? t('until_unread') : undefined}
              onDay={(day) => setUntilOn(day ?? null)}
            />
            <p className="text-sm text-ink-2 text-pretty">{t('hold_until_none')}</p>
          </>
        )}
        <RefusalNote error={send.error} words={areaWords} />
        <Button type="submit" tone={holds ? 'danger' : 'main'} busy={send.isPending}>
          {title}
        </Button>
      </form>
    </Dialog>
  );
}
