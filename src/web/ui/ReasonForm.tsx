/** A step that needs nothing but its reason: without one, nothing is sent. */
import type { z } from 'zod';
import { DialogForm, type DialogFormProps } from './DialogForm.tsx';
import { AreaField, TextField } from './Field.tsx';
import { useForm } from './read-form.ts';

type Props<Body> = Omit<DialogFormProps, 'onSubmit' | 'act' | 'children'> & {
  /** The name of the field. */
  label: string;
  /** What the step does, for who is about to take it. */
  why?: string;
  /** A reason of more than a line: Enter breaks the line, Ctrl+Enter sends it. */
  long?: boolean;
  /** Whose body the reason is. */
  route: { readonly body?: z.ZodType<Body> };
  act: DialogFormProps['act'] & { readonly mutate: (body: Body) => void };
};

export function ReasonForm<Body extends { reason: string }>(props: Props<Body>) {
  const { label, why, long = false, route, act, shape = 'middle', ...frame } = props;
  const { errors, onSubmit } = useForm(route, (body) => act.mutate(body));
  const field = { label, name: 'reason', autoFocus: true, error: errors['reason'] };
  return (
    <DialogForm {...frame} shape={shape} act={act} onSubmit={onSubmit}>
      {why !== undefined && <p className="text-ink-2 text-pretty">{why}</p>}
      {long ? <AreaField {...field} rows={2} /> : <TextField {...field} autoComplete="off" />}
    </DialogForm>
  );
}
