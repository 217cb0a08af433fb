/** The command palette of the desk: its commands, its places, and accounts by anything known. */
import { useState } from 'react';
import { Palette } from '../ui/Palette.tsx';
import { useAccountFinder } from './account-finder.ts';

type Props = { mode: 'find' | 'all'; onClose: () => void };

export function DeskPalette({ mode, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const found = useAccountFinder(typed);
  return <Palette mode={mode} typed={typed} onType={setTyped} found={found} onClose={onClose} />;
}
