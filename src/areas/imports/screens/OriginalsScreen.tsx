/** Original invoices and proofs of delivery on their way in, and those that wait for a person. */
import { OriginalsIntake } from '#areas/documents/screens/index.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWords } from '#web/ui/say.ts';
import { ImportTabs } from './ImportTabs.tsx';
import { words } from './words.ts';

export function OriginalsScreen() {
  const t = useWords(words);
  return (
    <Page title={t('imports')}>
      <ImportTabs />
      <OriginalsIntake />
    </Page>
  );
}
