/** A write over many in two steps: tried out and shown first, then done as it was shown. */
import { useMutation } from '@tanstack/react-query';
import { type Answer, type AnyRoute, type Asking, call, tryOut } from '#web/api.ts';

/** `send` tries what it is given first, and does it when the same is sent again. */
export function useTwoSteps<R extends AnyRoute>(
  route: R,
  { straight, onDone }: { straight: boolean; onDone: (answer: Answer<R>) => void },
) {
  const trial = useMutation({
    mutationFn: (asking: Asking<R>) => tryOut(route, asking),
  });
  const write = useMutation({
    mutationFn: (asking: Asking<R>) => call(route, asking),
    onSuccess: onDone,
  });
  const shown = trial.isSuccess ? trial.variables : undefined;
  const send = (asking: Asking<R>): void => {
    const same = shown !== undefined && JSON.stringify(shown) === JSON.stringify(asking);
    if (straight || same) write.mutate(asking);
    else trial.mutate(asking);
  };
  return {
    send,
    /** What the trial would have answered, until something else is filled in. */
    would: trial.data,
    /** Something was changed: the trial says nothing any more. */
    forget: () => trial.reset(),
    error: write.error ?? trial.error,
    busy: write.isPending || trial.isPending,
  };
}
