/** A secret that was just made: shown this once, to be copied to the other program. */
import { Button } from '#web/ui/Button.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function SecretNote({ secret, onDone }: { secret: string; onDone: () => void }) {
  const t = useWords(words);
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(secret);
    say({ text: t('copied') });
  }
  return (
    <div className="grid gap-3">
      <TextField label={t('secret')} name="secret" readOnly value={secret} />
      <div className="flex gap-2">
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        <Button tone="main" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}
