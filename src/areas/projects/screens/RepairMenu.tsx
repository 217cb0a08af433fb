/** What can be put right for many at once. */
import { Menu } from '#web/ui/Menu.tsx';
import { useWords } from '#web/ui/say.ts';
import type { FormName } from './QueueForm.tsx';
import { words } from './words.ts';

const repairs = ['fields', 'credits', 'duplicates', 'repairs', 'search'] as const;

export function RepairMenu({ onPick }: { onPick: (form: FormName) => void }) {
  const t = useWords(words);
  return (
    <Menu
      on=""
      choices={repairs.map((value) => ({ value, name: t(value) }))}
      onPick={(value) => {
        const picked = repairs.find((each) => each === value);
        if (picked !== undefined) onPick(picked);
      }}
      className="flex min-h-8 items-center gap-1.5 rounded-md border border-line-strong bg-surface px-2.5 font-[550] hover:bg-sunk"
    >
      {t('repair')} <span aria-hidden>▾</span>
    </Menu>
  );
}
