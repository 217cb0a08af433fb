/** When an item will be paid: its day in a list, and the day with its interval and reasons. */
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { useAccountForecast } from './account-forecast.ts';
import { useReasons } from './say-reason.ts';
import { words } from './words.ts';

type Props = { accountId: string; itemId: string };

/** The middle day; its interval and reasons are one look away, and whole in the item's panel. */
export function PredictedDay({ accountId, itemId }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const sayReasons = useReasons();
  const item = useAccountForecast(accountId).data?.items.find((each) => each.itemId === itemId);
  if (item === undefined) return null;
  const [p10, p90] = [figures.day(item.p10), figures.day(item.p90)];
  const title = `${t('interval', { p10, p90 })} · ${sayReasons(item.reasons)}`;
  return (
    <span className="text-sm text-ink-2" title={title}>
      {figures.day(item.p50)}
    </span>
  );
}

export function PredictedItem({ accountId, itemId }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const sayReasons = useReasons();
  const item = useAccountForecast(accountId).data?.items.find((each) => each.itemId === itemId);
  if (item === undefined) return null;
  const [p10, p90] = [figures.day(item.p10), figures.day(item.p90)];
  return (
    <section aria-label={t('predicted_title')}>
      <h3 className="mb-1 flex items-center gap-2">
        {t('predicted_title')} {item.lowHistory && <Tag>{t('low_history')}</Tag>}
      </h3>
      <KeyValue
        plain
        facts={[
          { name: t('predicted'), value: figures.longDay(item.p50) },
          { name: t('band'), value: t('interval', { p10, p90 }) },
          { name: t('p_late'), value: figures.percent(item.late * 100) },
          { name: t('p_late30'), value: figures.percent(item.late30 * 100) },
          { name: t('why'), value: sayReasons(item.reasons) },
        ]}
      />
    </section>
  );
}
