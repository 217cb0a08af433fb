/** The last three things that happened, for the context strip. */
import { Bones } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/say.ts';
import { Timeline } from '#web/ui/Timeline.tsx';
import { useTimeline } from './account-data.ts';
import { useMoments } from './activity.ts';
import { words } from './words.ts';

export function LastTouches({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const touches = useTimeline(accountId, undefined, 3);
  const moments = useMoments();
  return (
    <section>
      <h2 className="mb-1.5">{t('last_touches')}</h2>
      {touches.loading ? (
        <Bones lines={4} />
      ) : touches.rows.length === 0 ? (
        <p className="text-sm text-ink-3">{t('happened_none')}</p>
      ) : (
        <Timeline moments={moments(touches.rows.slice(0, 3))} />
      )}
    </section>
  );
}
