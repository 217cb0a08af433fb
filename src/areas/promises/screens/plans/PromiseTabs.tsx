/** What was agreed with customers, side by side: promises, plans, settlements, the outlook. */
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { words } from './words.ts';

export function PromiseTabs() {
  const t = useWords(words);
  return (
    <Tabs
      label={t('views')}
      views={[
        { to: paths.promises, name: t('promises') },
        { to: paths.plans, name: t('all_plans') },
        { to: paths.settlements, name: t('settlements') },
        { to: paths.promiseOutlook, name: t('outlook') },
      ]}
    />
  );
}
