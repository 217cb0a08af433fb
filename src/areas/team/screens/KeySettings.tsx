/** Single letters: on or off, and moved to where the reader's fingers or machine want them. */
import { useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { CheckField } from '#web/ui/Field.tsx';
import { type Letter, letters } from '#web/ui/grammar.ts';
import { setKeymap, useKeymap } from '#web/ui/keymap.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function KeySettings() {
  const t = useWords(words);
  const keymap = useKeymap();
  return (
    <section aria-labelledby="keys">
      <h2 id="keys" className="mb-2">
        {t('keys')}
      </h2>
      <CheckField
        checked={keymap.letters}
        onChange={({ target }) => setKeymap({ ...keymap, letters: target.checked })}
        label={t('letters')}
      />
      <p className="mb-3 text-sm text-ink-3">{t('letters_hint')}</p>
      {keymap.letters && (
        <details>
          <summary className="link mb-2 w-max">{t('own_letters')}</summary>
          <OwnLetters />
        </details>
      )}
    </section>
  );
}

function OwnLetters() {
  const t = useWords(words);
  const keymap = useKeymap();
  const grammar = useWords(letters);
  const [taken, setTaken] = useState<string | null>(null);
  function move(letter: Letter, wanted: string): void {
    const own = wanted.toLowerCase();
    const rest = Object.fromEntries(
      Object.entries(keymap.moved).filter(([name]) => name !== letter),
    );
    const owner = ownerOf(own, rest, letter);
    if (owner !== undefined) {
      setTaken(t('letter_taken', { letter: own, phrase: grammar(owner) }));
      return;
    }
    setTaken(null);
    setKeymap({
      ...keymap,
      moved: own === letter || own === '' ? rest : { ...rest, [letter]: own },
    });
  }
  return (
    <>
      {taken !== null && (
        <p role="alert" className="mb-2 text-sm text-late">
          {taken}
        </p>
      )}
      <ul className="grid gap-1.5 sm:grid-cols-2">
        {letterNames.map((letter) => (
          <li key={letter} className="flex items-center gap-3">
            <input
              aria-label={t('letter_for', { phrase: grammar(letter) })}
              value={keymap.moved[letter] ?? letter}
              onChange={({ target }) => move(letter, target.value.slice(-1))}
              className="w-10 rounded-md border border-line-strong bg-surface py-1 text-center font-mono"
            />
            <span>{grammar(letter)}</span>
          </li>
        ))}
      </ul>
      <Button
        className="mt-3"
        onClick={() => {
          setTaken(null);
          setKeymap({ ...keymap, moved: {} });
        }}
      >
        {t('letters_reset')}
      </Button>
    </>
  );
}

// The catalogue's own keys are exactly its letters.
const letterNames = Object.keys(letters) as Letter[];

/** The command that already has the letter, or undefined. */
function ownerOf(
  own: string,
  moved: Readonly<Record<string, string>>,
  letter: Letter,
): Letter | undefined {
  return letterNames.find((name) => name !== letter && (moved[name] ?? name) === own);
}
