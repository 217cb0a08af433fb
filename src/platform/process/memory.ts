/**
 * Memory given back between the parts of a long work.
 *
 * Left to itself the collector lets garbage grow to a multiple of what lives, because the
 * machine has room; a work that promises flat memory says when a part is done with.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/** Collects what nobody holds any more; takes some tens of milliseconds. */
export function giveMemoryBack(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    // V8's own function, which takes nothing and answers nothing.
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
