/** The views of write-offs, one beside the other. */
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { words } from './words.ts';

export function WriteOffTabs() {
  const t = useWords(words);
  const views = [
    { to: paths.writeOffs, name: t('register') },
    { to: paths.smallBalances, name: t('small') },
    { to: paths.agencies, name: t('agencies') },
  ];
  return <Tabs label={t('views')} views={views} />;
}
