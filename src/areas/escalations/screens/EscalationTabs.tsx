/** What was handed up, and the accounts with a plan of action, side by side. */
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { words } from './words.ts';

export function EscalationTabs() {
  const t = useWords(words);
  return (
    <Tabs
      label={t('tabs')}
      views={[
        { to: paths.escalations, name: t('escalations') },
        { to: paths.actionPlans, name: t('action_plans') },
      ]}
    />
  );
}
