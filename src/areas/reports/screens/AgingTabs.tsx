/** The views of the aging, one beside the other. */
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { words } from './words.ts';

export function AgingTabs() {
  const t = useWords(words);
  const views = [
    { to: paths.aging, name: t('aging') },
    { to: paths.review, name: t('review') },
    { to: paths.compare, name: t('compare') },
    { to: paths.over60, name: t('over60') },
  ];
  return <Tabs label={t('views')} views={views} />;
}
