/** What customers contest, side by side: disputes, what they come of, complaints. */
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { words } from './words.ts';

export function CaseTabs() {
  const t = useWords(words);
  return (
    <Tabs
      label={t('views')}
      views={[
        { to: paths.disputes, name: t('disputes') },
        { to: paths.causes, name: t('causes') },
        { to: paths.complaints, name: t('complaints') },
      ]}
    />
  );
}
