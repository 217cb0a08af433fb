/** The views of what was said to customers: contacts, permits, and the rules of both. */
import { paths } from '#web/paths.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function ContactTabs() {
  const t = useWords(words);
  return (
    <Tabs
      label={t('views')}
      views={[
        { to: paths.contactLog, name: t('contact_log') },
        { to: paths.permitLog, name: t('blocked_log') },
        { to: paths.contactRules, name: t('contact_rules') },
      ]}
    />
  );
}
