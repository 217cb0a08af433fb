/** A key, written as the reader has it: on buttons, in help, in the status bar. */
import { shownKey, useKeymap } from './keymap.ts';

export function Kbd({ keys }: { keys: string }) {
  const keymap = useKeymap();
  if (!keymap.letters && keys.length === 1) return null;
  return <kbd className="kbd">{shownKey(keys, keymap)}</kbd>;
}
