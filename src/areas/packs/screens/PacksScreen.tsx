/** Packs: what there is, the schedules with their next turn, and the archive as it was sent. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { packKinds, sendToMe } from '#areas/packs/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { Archive } from './Archive.tsx';
import { PackTabs } from './PackTabs.tsx';
import { PreviewSheet } from './PreviewSheet.tsx';
import { ScheduleForm } from './ScheduleForm.tsx';
import { ScheduleList } from './ScheduleList.tsx';
import { words } from './words.ts';

type Kind = AnswerOf<typeof packKinds>['rows'][number];

export function PacksScreen() {
  const t = useWords(words);
  const why = useWhy();
  const forbidden = useMay()('packs.manage');
  const [adding, setAdding] = useState(false);
  const list = useQuery({
    queryKey: ['packs', 'kinds'],
    queryFn: ({ signal }) => call(packKinds, { signal }),
  });
  const kinds = list.data?.rows ?? [];
  return (
    <Page
      title={t('packs')}
      sub={t('packs_sub')}
      actions={
        <Button tone="main" because={forbidden} onClick={() => setAdding(true)}>
          {t('schedule')}
        </Button>
      }
    >
      <PackTabs />
      <div className="grid max-w-[1040px] gap-6">
        <ScheduleList />
        <section aria-label={t('kinds')}>
          <h2 className="mb-2 text-md font-[650]">{t('kinds')}</h2>
          {list.isPending && <Bones lines={6} />}
          {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
          <ul className="grid gap-2">
            {kinds.map((kind) => (
              <KindLine key={kind.kind} kind={kind} />
            ))}
          </ul>
        </section>
        <Archive />
      </div>
      {adding && <ScheduleForm kinds={kinds} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function KindLine({ kind }: { kind: Kind }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const [shown, setShown] = useState(false);
  const send = useMutation({
    mutationFn: (again: boolean) => call(sendToMe, { body: { kind: kind.kind, again } }),
    onSuccess: ({ already }) => {
      void queries.invalidateQueries({ queryKey: ['packs'] });
      say({ text: t(already ? 'sent_already' : 'sent') });
    },
  });
  // What was sent already goes again only to whoever presses once more, knowing it.
  const wasSent = send.data?.already ?? false;
  const chosen = kind.asks.length === 0 ? undefined : t('choose_first');
  const because = kind.sight === 'nothing' ? t('not_yours') : chosen;
  return (
    <li className="flex flex-wrap items-center gap-2 rounded-md border border-line bg-surface p-3">
      <div className="min-w-60 flex-1">
        <b className="font-[600]">{kind.title}</b>
        {kind.sight === 'own' && <span className="text-sm text-ink-2"> · {t('own_part')}</span>}
        <p className="text-sm text-ink-2">{kind.says}</p>
      </div>
      <Button because={because} onClick={() => setShown(true)}>
        {t('preview')}
      </Button>
      <Button because={because} busy={send.isPending} onClick={() => send.mutate(wasSent)}>
        {t(wasSent ? 'send_again' : 'send_me')}
      </Button>
      {shown && <PreviewSheet kind={kind} onClose={() => setShown(false)} />}
    </li>
  );
}
