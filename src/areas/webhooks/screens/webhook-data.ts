/** Asking for the endpoints, and again after each change. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { changeWebhook, webhookDeliveries, webhooks } from '#areas/webhooks/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';

const key = ['webhooks'] as const;

export function useWebhooks() {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => call(webhooks, { signal }) });
}

export function useDeliveries(endpointId: string) {
  return useQuery({
    queryKey: [...key, endpointId],
    queryFn: ({ signal }) =>
      call(webhookDeliveries, { params: { endpointId }, query: { limit: 100 }, signal }),
  });
}

export function useWebhooksChanged(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: key });
}

export function useChange(endpointId: string) {
  const changed = useWebhooksChanged();
  return useMutation({
    mutationFn: (body: BodyOf<typeof changeWebhook>) =>
      call(changeWebhook, { params: { endpointId }, body }),
    onSuccess: changed,
  });
}
