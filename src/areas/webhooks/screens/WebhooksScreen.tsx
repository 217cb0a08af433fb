/** Other programs that are told of news: each as it stands, one more added. */
import { useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { EndpointCard } from './EndpointCard.tsx';
import { EndpointForm } from './EndpointForm.tsx';
import { useWebhooks } from './webhook-data.ts';
import { words } from './words.ts';

export function WebhooksScreen() {
  const t = useWords(words);
  const why = useWhy();
  const forbidden = useMay()('webhooks.manage');
  const [adding, setAdding] = useState(false);
  const found = useWebhooks();
  return (
    <Page
      title={t('webhooks')}
      sub={t('sub')}
      actions={
        <Button tone="main" because={forbidden} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      }
    >
      {found.isError ? (
        <Failed why={why(found.error)} onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <Bones lines={6} />
      ) : found.data.rows.length === 0 ? (
        <Empty title={t('none')} why={t('none_why')} />
      ) : (
        <ul className="grid gap-3">
          {found.data.rows.map((endpoint) => (
            <EndpointCard key={endpoint.endpointId} endpoint={endpoint} />
          ))}
        </ul>
      )}
      {adding && <EndpointForm onClose={() => setAdding(false)} />}
    </Page>
  );
}
