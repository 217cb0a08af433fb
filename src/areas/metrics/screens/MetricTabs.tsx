/** The views of the figures, one beside the other. */
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { words } from './words.ts';

export function MetricTabs() {
  const t = useWords(words);
  const views = [
    { to: paths.metrics, name: t('metrics') },
    { to: paths.goals, name: t('goals') },
    { to: paths.activity, name: t('activity') },
    { to: paths.allowance, name: t('allowance') },
  ];
  return <Tabs label={t('views')} views={views} />;
}
