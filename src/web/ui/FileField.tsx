/**
 * A field for files: its button and what was chosen speak the reader's language, which the
 * browser's own control does not.
 */
import { useState } from 'react';
import { FieldFrame } from './Field.tsx';
import { useWords } from './say.ts';
import { words } from './words.ts';

type Props = {
  label: string;
  hint?: string;
  error?: string | undefined;
  accept: string;
  /** Several files at once. */
  multiple?: boolean;
  onFiles: (files: readonly File[]) => void;
};

export function FileField({ label, hint, error, accept, multiple, onFiles }: Props) {
  const t = useWords(words);
  const [names, setNames] = useState<readonly string[]>([]);
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <span className="flex flex-wrap items-center gap-3">
          <label
            htmlFor={id}
            className="inline-flex min-h-[32px] cursor-pointer items-center rounded-md border border-line-strong bg-surface px-2.5 font-[550] hover:bg-sunk has-[+input:focus-visible]:outline-2"
          >
            {t(multiple ? 'choose_files' : 'choose_file')}
          </label>
          <input
            id={id}
            type="file"
            accept={accept}
            multiple={multiple}
            aria-describedby={describedBy}
            aria-invalid={error !== undefined || undefined}
            className="sr-only"
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              setNames(files.map(({ name }) => name));
              if (files.length > 0) onFiles(files);
            }}
          />
          <span className="min-w-0 truncate text-sm text-ink-2">
            {names.length === 0 ? t('no_file') : names.join(', ')}
          </span>
        </span>
      )}
    </FieldFrame>
  );
}
