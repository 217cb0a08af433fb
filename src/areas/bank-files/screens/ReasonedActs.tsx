/** A reason, and the buttons that need it; the server says no when it is missing. */
import { useRef, useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as uiWords } from '#web/ui/words.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Act = { name: string; run: (reason: string) => void };
type Props = { permission: string; acts: readonly Act[]; error: unknown; busy: boolean };

export function ReasonedActs({ permission, acts, error, busy }: Props) {
  const t = useWords(words);
  const ui = useWords(uiWords);
  const because = useMay()(permission);
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState(false);
  function act(run: Act['run']): void {
    const field = form.current?.querySelector('input');
    const reason = field?.value.trim() ?? '';
    setMissing(reason === '');
    if (reason === '') field?.focus();
    else run(reason);
  }
  return (
    <form
      ref={form}
      className="grid gap-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        const [only, ...others] = acts;
        if (only && others.length === 0 && because === undefined) act(only.run);
      }}
    >
      <TextField label={t('reason')} name="reason" error={missing ? ui('required') : undefined} />
      <RefusalNote error={error} words={areaWords} />
      <div className="flex gap-2">
        {acts.map(({ name, run }) => (
          <Button key={name} because={because} busy={busy} onClick={() => act(run)}>
            {name}
          </Button>
        ))}
      </div>
    </form>
  );
}
