/** The latest deliveries of an endpoint; one that did not arrive can be sent again. */
import { useMutation } from '@tanstack/react-query';
import { resendWebhook, type WireDelivery, type WireEndpoint } from '#areas/webhooks/contract.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { isOutsideEvent } from '../rules/outside-events.ts';
import { useDeliveries, useWebhooksChanged } from './webhook-data.ts';
import { words } from './words.ts';

const tones = { arrived: 'good', waiting: 'warn', given_up: 'late' } as const;

export function Deliveries({ endpoint }: { endpoint: WireEndpoint }) {
  const t = useWords(words);
  const why = useWhy();
  const { endpointId, name } = endpoint;
  const found = useDeliveries(endpointId);
  if (found.isPending) return <Bones lines={4} />;
  if (found.isError) return <Failed why={why(found.error)} onRetry={() => void found.refetch()} />;
  const { rows, cut } = found.data;
  if (rows.length === 0) return <p className="text-sm text-ink-2">{t('no_deliveries')}</p>;
  return (
    <>
      <WideTable label={t('deliveries_of', { name })} look="text-sm">
        <thead>
          <tr className="text-left text-ink-3">
            <th className="p-1.5">{t('at')}</th>
            <th className="p-1.5">{t('news')}</th>
            <th className="p-1.5 text-right">{t('tries')}</th>
            <th className="p-1.5">{t('last')}</th>
            <th className="p-1.5">
              <span className="sr-only">{t('again')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <DeliveryRow key={row.deliveryId} endpointId={endpointId} row={row} />
          ))}
        </tbody>
      </WideTable>
      {cut && <p className="text-sm text-ink-3">{t('cut', { count: rows.length })}</p>}
    </>
  );
}

function DeliveryRow({ endpointId, row }: { endpointId: string; row: WireDelivery }) {
  const t = useWords(words);
  const figures = useFigures();
  const changed = useWebhooksChanged();
  const { deliveryId, event, state, says, tries } = row;
  const at = figures.moment(row.at);
  const news = isOutsideEvent(event) ? t(event) : event;
  const again = useMutation({
    mutationFn: () => call(resendWebhook, { params: { endpointId, deliveryId }, body: {} }),
    onSuccess: () => {
      changed();
      say({ text: t('sent_again') });
    },
  });
  return (
    <tr className="border-t border-line">
      <td className="p-1.5 whitespace-nowrap">{at}</td>
      <td className="p-1.5">{news}</td>
      <td className="digits p-1.5 text-right">{tries}</td>
      <td className="p-1.5">
        <Tag tone={tones[state]}>{t(`delivery_${state}`)}</Tag> {says}
      </td>
      <td className="p-1.5 text-right">
        <button
          type="button"
          className="link"
          disabled={again.isPending}
          aria-label={t('again_of', { event: news, at })}
          onClick={() => again.mutate()}
        >
          {t('again')}
        </button>
      </td>
    </tr>
  );
}
