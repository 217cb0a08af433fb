/** The schedules: when each is made next, to whom it goes, and what can be done about it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  schedules,
  sendNow,
  steerSchedule,
  subscribe,
  type WireSchedule,
} from '#areas/packs/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { Refused, useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function ScheduleList() {
  const t = useWords(words);
  const why = useWhy();
  const list = useQuery({
    queryKey: ['packs', 'schedules'],
    queryFn: ({ signal }) => call(schedules, { query: {}, signal }),
  });
  return (
    <section aria-label={t('schedules')}>
      <h2 className="mb-2 text-md font-[650]">{t('schedules')}</h2>
      {list.data?.mailSetUp === false && (
        <p className="mb-2 rounded-md bg-warn-soft p-3">{t('no_mail')}</p>
      )}
      {list.isPending && <Bones lines={4} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data?.rows.length === 0 && (
        <Empty title={t('no_schedules')} why={t('no_schedules_why')} />
      )}
      <ul className="grid gap-2">
        {list.data?.rows.map((row) => (
          <ScheduleCard key={row.scheduleId} row={row} />
        ))}
      </ul>
    </section>
  );
}

function ScheduleCard({ row }: { row: WireSchedule }) {
  const t = useWords(words);
  const figures = useFigures();
  const { next, last, failed } = row;
  return (
    <li className="grid gap-1.5 rounded-lg border border-line bg-surface p-4">
      <p className="flex flex-wrap items-baseline gap-3">
        <b className="font-[650]">{row.name}</b>
        <span className="text-sm text-ink-2">
          {row.title} · {row.company}
        </span>
        <span className="flex-1" />
        <Tag tone={row.state === 'active' ? 'good' : 'plain'}>
          {t(row.state === 'active' ? 'active' : 'paused')}
        </Tag>
      </p>
      <p className="text-sm">
        {row.rhythmText}
        {next && ` · ${t('next', { day: figures.day(next.on), hour: next.hour })}`}
        {last &&
          ` · ${t('last', { period: last.period.startsWith('asked/') ? last.asOf : last.period })}`}
      </p>
      <p className="text-sm text-ink-2">
        {t('to', { names: row.recipientsText })} · {t('owner_is', { name: row.owner })}
        {row.reviewDue && ` · ${t('review_due', { day: figures.day(row.reviewOn) })}`}
      </p>
      {failed && (
        <p role="status" className="text-sm text-late">
          {t('failed', { period: failed.period, detail: failed.detail })}
        </p>
      )}
      <Steering row={row} />
    </li>
  );
}

function Steering({ row }: { row: WireSchedule }) {
  const t = useWords(words);
  const forbidden = useMay()('packs.manage');
  const queries = useQueryClient();
  const { scheduleId, state, subscribed } = row;
  const params = { scheduleId };
  const done = (text: string) => ({
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['packs'] });
      say({ text });
    },
  });
  const send = useMutation({
    mutationFn: (again: boolean) => call(sendNow, { params, body: { again } }),
    ...done(t('sent')),
  });
  const wasSent = send.error instanceof Refused && send.error.code === 'packs.issued_already';
  const steer = useMutation({
    mutationFn: (body: { state: 'active' | 'paused' | 'retired'; reason: string }) =>
      call(steerSchedule, { params, body }),
    ...done(t('saved')),
  });
  const join = useMutation({
    mutationFn: () => call(subscribe, { params, body: { wanted: !subscribed } }),
    ...done(t('saved')),
  });
  const other =
    state === 'active'
      ? ({ state: 'paused', reason: t('paused_by_hand') } as const)
      : ({ state: 'active', reason: t('resumed_by_hand') } as const);
  return (
    <div className="no-print flex flex-wrap gap-2">
      <Button
        because={forbidden}
        busy={send.isPending}
        // What was sent already goes again only to whoever presses once more, knowing it.
        onClick={() => send.mutate(wasSent)}
      >
        {t(wasSent ? 'send_again' : 'send_now')}
      </Button>
      <Button because={forbidden} onClick={() => steer.mutate(other)}>
        {t(state === 'active' ? 'pause' : 'resume')}
      </Button>
      <Button
        tone="danger"
        because={forbidden}
        onClick={() => steer.mutate({ state: 'retired', reason: t('retired_by_hand') })}
      >
        {t('retire')}
      </Button>
      <Button onClick={() => join.mutate()}>{t(subscribed ? 'unsubscribe' : 'subscribe')}</Button>
      <RefusalNote error={send.error ?? steer.error ?? join.error} words={areaWords} />
    </div>
  );
}
