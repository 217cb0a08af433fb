/** A call as the screens ask for it: prepared, begun, taken, ended. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import {
  endCall,
  prepareCall,
  startCall,
  takeCall,
  type CallPrep,
} from '#areas/correspondence/contract/calls.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { type Asking, call } from '#web/api.ts';
import { useAccountChanged } from '#areas/customers/screens/index.ts';

const key = (accountId: string) => ['account', accountId, 'call'] as const;

export function usePrep(accountId: string | null) {
  return useQuery<CallPrep>({
    queryKey: key(accountId ?? ''),
    enabled: accountId !== null,
    queryFn: ({ signal }): Promise<CallPrep> =>
      call(prepareCall, { params: { accountId: accountId ?? '' }, signal }),
  });
}

export type Begun = { readonly callId: string; readonly at: number };

/** Asks the gate and dials; what is not allowed is not dialed, and the card says why. */
export function useStart(accountId: string, onBegun: (begun: Begun) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Asking<typeof startCall>['body']) =>
      call(startCall, { params: { accountId }, body }),
    onSuccess: ({ callId, dial }) => {
      void queries.invalidateQueries({ queryKey: key(accountId) });
      if (callId === null) return;
      if (dial !== null) openDialer(dial);
      onBegun({ callId, at: Date.now() });
    },
  });
}

/** The machine's own telephone or dialer takes it from here. */
function openDialer(link: string): void {
  const anchor = document.createElement('a');
  anchor.href = link;
  if (link.startsWith('https:')) anchor.target = '_blank';
  anchor.rel = 'noreferrer';
  anchor.click();
}

export function useTake(accountId: string) {
  return useMutation({
    mutationFn: (body: Asking<typeof takeCall>['body']) =>
      call(takeCall, { params: { accountId }, body }),
  });
}

type Ending = { callId: string; body: Asking<typeof endCall>['body'] };
export type EndBody = BodyOf<typeof endCall>;

export function useEnd(accountId: string, onEnded: () => void) {
  const changed = useAccountChanged();
  const ended = useCallback(() => {
    changed(accountId);
    onEnded();
  }, [accountId, changed, onEnded]);
  return useMutation({
    mutationFn: ({ callId, body }: Ending) =>
      call(endCall, { params: { accountId, callId }, body }),
    onSuccess: ended,
  });
}
