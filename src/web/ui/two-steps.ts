/** A write over many in two steps: tried out and shown first, then done as it was shown. */
import { useMutation } from '@tanstack/react-query';

type Steps<Asking, Answer> = {
  /** What the write would answer; it changes nothing. */
  readonly attempt: (asking: Asking) => Promise<Answer>;
  readonly write: (asking: Asking) => Promise<Answer>;
  /** Nothing is worth showing first: it is done at once. */
  readonly straight: boolean;
  readonly onDone: (answer: Answer) => void;
};

/** `send` tries what it is given first, and does it when the same is sent again. */
export function useTwoSteps<Asking, Answer>(steps: Steps<Asking, Answer>) {
  const { straight } = steps;
  const trial = useMutation({ mutationFn: steps.attempt });
  const write = useMutation({ mutationFn: steps.write, onSuccess: steps.onDone });
  const shown = trial.isSuccess ? trial.variables : undefined;
  const send = (asking: Asking): void => {
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
