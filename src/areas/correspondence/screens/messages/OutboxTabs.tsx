/** What goes out, and the words it goes out in: two views of one subject. */
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { words } from './tab-words.ts';

const views = [
  { to: paths.outbox, name: 'outbox' },
  { to: paths.templates, name: 'templates' },
] as const;

export function OutboxTabs() {
  const t = useWords(words);
  return <Tabs label={t('views')} views={views.map(({ to, name }) => ({ to, name: t(name) }))} />;
}
