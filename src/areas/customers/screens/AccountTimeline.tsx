/** Everything that happened on the account, newest first, one kind or all. */
import { useState } from 'react';
import { Menu } from '#web/ui/Menu.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { Timeline } from '#web/ui/Timeline.tsx';
import { useTimeline } from './account-data.ts';
import { useMoments } from './activity.ts';
import { words } from './words.ts';

const kinds = ['note', 'promise', 'work', 'posting', 'status', 'contact'] as const;

export function AccountTimeline({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const why = useWhy();
  const [kind, setKind] = useState('');
  const list = useTimeline(accountId, kind || undefined);
  const moments = useMoments();
  const on = kinds.find((known) => known === kind);
  return (
    <section>
      <div className="mb-2 flex items-center justify-between">
        <h2>{t('happened')}</h2>
        <Menu
          label={t('filter')}
          on={kind}
          onPick={setKind}
          choices={[
            { value: '', name: t('kind_all') },
            ...kinds.map((value) => ({ value, name: t(`kind_${value}`) })),
          ]}
          className="no-print rounded-sm text-sm text-ink-2 hover:text-ink"
        >
          {on === undefined ? t('kind_all') : t(`kind_${on}`)} ▾
        </Menu>
      </div>
      {list.error !== null ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <Bones lines={8} gap={12} />
      ) : list.rows.length === 0 ? (
        <p className="text-sm text-ink-3">{t('happened_none')}</p>
      ) : (
        <Timeline moments={moments(list.rows)} />
      )}
      {list.paging.hasMore && (
        <button type="button" className="link no-print mt-3 text-sm" onClick={list.paging.loadMore}>
          {t('earlier')}
        </button>
      )}
    </section>
  );
}
