/**
 * One question over the page: its fields, the no of the business, and the button that sends it.
 *
 * The fields are checked by `useForm`, in the reader's words; the browser's own checks are off.
 */
import type { FormEvent, ReactNode } from 'react';
import type { Catalogue } from '#kernel/words.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { RefusalNote } from './RefusalNote.tsx';

export type DialogFormProps = {
  /** The verb: it stands above the question and on the button that sends it. */
  title: string;
  /** The verb on the button, where it is another one. */
  verb?: string;
  /** What it is about, under the title. */
  sub?: ReactNode;
  shape?: 'sheet' | 'middle';
  tone?: 'main' | 'danger';
  /** The write that is sent. */
  act: { readonly error: unknown; readonly isPending: boolean };
  /** The area's own words for a no. */
  words: Catalogue;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  children: ReactNode;
};

export function DialogForm(props: DialogFormProps) {
  const { title, verb = title, sub, shape = 'sheet', tone = 'main', act, onClose } = props;
  return (
    <Dialog title={title} sub={sub} onClose={onClose} shape={shape}>
      <form noValidate onSubmit={props.onSubmit} className="grid gap-3.5">
        {props.children}
        <RefusalNote error={act.error} words={props.words} />
        <Button type="submit" tone={tone} busy={act.isPending}>
          {verb}
        </Button>
      </form>
    </Dialog>
  );
}
