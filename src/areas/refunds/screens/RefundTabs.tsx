/** The views of refunds, side by side. */
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { words } from './words.ts';

export function RefundTabs() {
  const t = useWords(words);
  return (
    <Tabs
      label={t('refunds')}
      views={[
        { to: paths.refunds, name: t('credits') },
        { to: paths.refundsUnderWay, name: t('under_way') },
        { to: paths.refundFiles, name: t('files') },
        { to: paths.refundsUnclaimed, name: t('unclaimed') },
      ]}
    />
  );
}
