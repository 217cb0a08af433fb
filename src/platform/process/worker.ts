/**
 * Work that is looked for again and again: when somebody wakes it, and every so often anyhow.
 *
 * It never runs twice at once in one process. A failure is told and does not end it; the rule
 * is that `work` leaves nothing half done, so the next round simply tries again.
 */
export type Worker = {
  /** Looks for work now, or once more right after the round that runs. */
  wake(): void;
  /** Ends after the round that runs, if any. */
  stop(): Promise<void>;
};

export type Work = {
  /** Does some of the work; true when there may be more right away. */
  work(): Promise<boolean>;
  readonly everyMs: number;
  onError(error: unknown): void;
};

/** Starts the work; its first round begins at once. */
export function startWorker({ work, everyMs, onError }: Work): Worker {
  let stopped = false;
  let woken = true;
  let rouse: (() => void) | undefined;

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      const more = await work().catch((error: unknown) => {
        onError(error);
        return false;
      });
      if (more || woken || stopped) continue;
      await pause();
    }
  }
  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const running = run();
  const wake = (): void => {
    woken = true;
    rouse?.();
  };
  return {
    wake,
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
