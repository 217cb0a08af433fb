/** Fields: the name above, the hint or the complaint below, both read out with the field. */
import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react';

export const inputLook =
  'w-full min-h-[34px] rounded-md border border-line-strong bg-surface px-2.5 text-ink ' +
  'placeholder:text-ink-3 hover:border-ink-3 aria-invalid:border-late max-sm:text-[16px]';

type FrameProps = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  children: (ids: { id: string; describedBy: string | undefined }) => ReactNode;
};

/** The label, the field and what is said about it. */
export function FieldFrame({ label, hint, error, children }: FrameProps) {
  const id = useId();
  const note = error ?? hint;
  const noteId = note === undefined ? undefined : `${id}-note`;
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm font-[550] text-ink-2">
        {label}
      </label>
      {children({ id, describedBy: noteId })}
      {note !== undefined && (
        <p
          id={noteId}
          role={error === undefined ? undefined : 'alert'}
          className={`text-sm ${error === undefined ? 'text-ink-3' : 'text-late'}`}
        >
          {note}
        </p>
      )}
    </div>
  );
}

type Common = { label: string; name: string; hint?: ReactNode; error?: string | undefined };
type TextProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'>;

/** One line of text. */
export function TextField({ label, name, hint, error, ...rest }: TextProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <input
          {...rest}
          id={id}
          name={name}
          data-field={name}
          aria-describedby={describedBy}
          aria-invalid={error !== undefined || undefined}
          className={inputLook}
        />
      )}
    </FieldFrame>
  );
}

type AreaProps = Common & { rows?: number; defaultValue?: string; autoFocus?: boolean };

/** A few lines of text; Ctrl+Enter sends the form. */
export function AreaField({ label, name, hint, error, rows = 4, ...rest }: AreaProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <textarea
          {...rest}
          id={id}
          name={name}
          data-field={name}
          rows={rows}
          aria-describedby={describedBy}
          aria-invalid={error !== undefined || undefined}
          className={`${inputLook} py-2`}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.currentTarget.form?.requestSubmit();
            }
          }}
        />
      )}
    </FieldFrame>
  );
}

export type Choice = { value: string; name: string };
type SelectProps = Common &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'id'> & {
    choices: readonly Choice[];
    /** The name of the empty choice, where none is allowed. */
    none?: string;
  };

/** One of a few; the machine's own list, which every phone and screen reader knows. */
export function SelectField(props: SelectProps) {
  const { label, name, hint, error, choices, none, ...rest } = props;
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <select
          {...rest}
          id={id}
          name={name}
          data-field={name}
          aria-describedby={describedBy}
          aria-invalid={error !== undefined || undefined}
          className={inputLook}
        >
          {none !== undefined && <option value="">{none}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

type CheckProps = InputHTMLAttributes<HTMLInputElement> & { label: ReactNode };

/** A yes or no. */
export function CheckField({ label, ...rest }: CheckProps) {
  return (
    <label className="flex items-center gap-2 py-1">
      <input type="checkbox" {...rest} className="size-4 shrink-0 accent-accent" />
      <span>{label}</span>
    </label>
  );
}
