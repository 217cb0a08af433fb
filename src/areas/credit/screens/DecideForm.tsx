/** One's word on one order or many: the reason is asked for, the rest may be said. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  askRelease,
  decideOrder,
  decideOrders,
  type WireHold,
} from '#areas/credit/contract/holds.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export type Act = 'release' | 'reject' | 'forward' | 'recheck' | 'hold' | 'ask';

type Props = { act: Act; orders: readonly WireHold[]; onClose: () => void };
type Said = { reason: string; evidence: string; to: string; reviewOn: string | null };

export function DecideForm({ act, orders, onClose }: Props) {
  const t = useWords(words);
  const [missing, setMissing] = useState(false);
  const [reviewOn, setReviewOn] = useState<string | null>(null);
  const send = useSend({ act, orders, onClose });
  const single = orders.length === 1;
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const said = form.get(name);
      return typeof said === 'string' ? said.trim() : '';
    };
    const reason = text('reason');
    setMissing(reason === '');
    if (reason === '') event.currentTarget.querySelector('input')?.focus();
    else send.mutate({ reason, evidence: text('evidence'), to: text('to'), reviewOn });
  }
  const which = single ? (orders[0]?.order ?? '') : t('marked', { count: orders.length });
  const title = `${t(act)}: ${which}`;
  return (
    <Dialog
      title={title}
      sub={single ? orders[0]?.name : undefined}
      onClose={onClose}
      shape="middle"
    >
      <form noValidate onSubmit={submit} className="grid gap-3.5">
        <TextField
          label={t('reason')}
          name="reason"
          autoFocus
          autoComplete="off"
          error={missing ? t('reason') : undefined}
        />
        {act === 'forward' && <TextField label={t('to_whom')} name="to" autoComplete="off" />}
        {single && (act === 'release' || act === 'ask') && (
          <TextField label={t('evidence')} name="evidence" autoComplete="off" />
        )}
        {act !== 'recheck' && act !== 'ask' && (
          <DayField
            label={t('review_on')}
            name="reviewOn"
            onDay={(day) => setReviewOn(day ?? null)}
          />
        )}
        <RefusalNote error={send.error} words={areaWords} />
        <Button type="submit" tone={act === 'reject' ? 'danger' : 'main'} busy={send.isPending}>
          {t(act)}
        </Button>
      </form>
    </Dialog>
  );
}

/** One order by itself; several alike, each answered by itself. */
function useSend({ act, orders, onClose }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  return useMutation({
    mutationFn: async ({ reason, evidence, to, reviewOn }: Said): Promise<string> => {
      const [only, ...others] = orders;
      if (only === undefined) return t('nothing_marked');
      const params = { orderId: only.orderId };
      if (act === 'ask') {
        await call(askRelease, { params, body: { reason, evidence } });
        return t('asked_for');
      }
      if (others.length === 0 || act === 'forward' || act === 'hold') {
        const body = { act, reason, reviewOn, evidence, to: to === '' ? null : to };
        const { noticeBy } = await call(decideOrder, { params, body });
        const done = t('done', { count: 1 });
        return noticeBy === null ? done : `${done} ${t('tell_by', { day: figures.day(noticeBy) })}`;
      }
      const orderIds = orders.map(({ orderId }) => orderId);
      const many = await call(decideOrders, { body: { orderIds, act, reason, reviewOn } });
      const left = many.rows.filter(({ refused }) => refused !== null);
      if (left.length === 0) return t('done', { count: many.done });
      return t('not_all', { done: many.done, left: left.length, why: left[0]?.refused ?? '' });
    },
    onSuccess: (text) => {
      say({ text });
      onClose();
    },
  });
}
