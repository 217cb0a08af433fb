/** The two views of the packs: what sends itself, and what the over-60 report asks for. */
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { words } from './words.ts';

export function PackTabs() {
  const t = useWords(words);
  const views = [
    { to: paths.packs, name: t('schedules') },
    { to: paths.packsLate, name: t('over60') },
  ];
  return <Tabs label={t('packs')} views={views} />;
}
