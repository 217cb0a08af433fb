/** A place to drop a file on, or to choose one with the keyboard. */
import { type DragEvent, useId, useState } from 'react';

type Props = {
  title: string;
  why: string;
  choose: string;
  accept: string;
  /** Several files at once. */
  multiple?: boolean;
  busy: string | null;
  onFiles: (files: readonly File[]) => void;
};

export function DropZone({ title, why, choose, accept, multiple, busy, onFiles }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0 && busy === null) onFiles(files);
  }
  return (
    // The label and its field are the keyboard's way; dropping is the mouse's.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`grid justify-items-center gap-1 rounded-lg border border-dashed px-6 py-9 text-center transition-colors ${over ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface'}`}
    >
      <p className="text-md font-[600]">{busy ?? title}</p>
      <p className="max-w-[56ch] text-ink-2 text-pretty">{why}</p>
      <label
        htmlFor={id}
        className="mt-2.5 inline-flex min-h-8 cursor-pointer items-center rounded-md border border-accent bg-accent px-3 font-[550] text-accent-ink hover:bg-accent-strong has-[+input:focus-visible]:outline-2"
      >
        {choose}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={busy !== null}
        className="sr-only"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}
