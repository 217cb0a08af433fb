/**
 * When to stop: a signal, or the end of the npm that started us.
 *
 * npm runs a shell that runs a starter that runs the server, and passes nothing on when it
 * is stopped itself; so under npm a process looks who its parent is. The rule: stopping
 * happens once, however many signals arrive.
 */

/** Calls back once when the parent has ended; only under npm, where somebody is waiting. */
export function whenParentEnds(callback: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, 250);
  timer.unref();
}

/**
 * Calls back once at the first SIGINT, SIGTERM, SIGHUP or end of the parent; later ones are
 * swallowed. A terminal's Ctrl-C comes twice, from the terminal and from the starter.
 */
export function whenAskedToStop(callback: (why: string) => void): void {
  let asked = false;
  const once = (why: string): void => {
    if (asked) return;
    asked = true;
    callback(why);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => once(signal));
  whenParentEnds(() => once('the starting process ended'));
}
