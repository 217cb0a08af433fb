/** An amount in one named currency; understands `68,000`, `1.250,10` and `68k`. */
import { useState } from 'react';
import { decimalsOf, parseCurrency } from '#kernel/money.ts';
import { FieldFrame, inputLook } from './Field.tsx';
import { useFigures } from './figures.ts';
import { words } from './words.ts';
import { readAmount } from './plain-amount.ts';
import { useWords } from './say.ts';

type Props = {
  label: string;
  name: string;
  currency: string;
  /** A decimal string of the wire. */
  defaultValue?: string;
  error?: string | undefined;
  autoFocus?: boolean;
  /** What was read, as a decimal string; empty while it is no amount. */
  onAmount?: (amount: string) => void;
};

export function MoneyField(props: Props) {
  const { label, name, currency, defaultValue = '', error, autoFocus, onAmount } = props;
  const t = useWords(words);
  const figures = useFigures();
  const [text, setText] = useState(
    defaultValue === '' ? '' : figures.amount(defaultValue, currency),
  );
  const code = parseCurrency(currency);
  const read = (said: string) => readAmount(said, code === undefined ? 2 : decimalsOf(code));
  const amount = read(text);
  const example = figures.amount('1250.10', currency);
  const unread = text !== '' && amount === undefined ? t('amount_unread', { example }) : undefined;
  return (
    <FieldFrame label={label} error={error ?? unread}>
      {({ id, describedBy }) => (
        <span className="relative block">
          <input
            id={id}
            data-field={name}
            inputMode="decimal"
            autoComplete="off"
            value={text}
            // The field that the reader asked for by its key.
            autoFocus={autoFocus}
            onFocus={(event) => event.currentTarget.select()}
            onChange={({ target }) => {
              setText(target.value);
              onAmount?.(read(target.value) ?? '');
            }}
            onBlur={() => amount !== undefined && setText(figures.amount(amount, currency))}
            aria-describedby={describedBy}
            aria-invalid={(error ?? unread) !== undefined || undefined}
            className={`${inputLook} figures pr-14 text-right font-[600]`}
          />
          <span className="pointer-events-none absolute inset-y-0 right-3 grid place-items-center text-sm text-ink-3">
            {currency}
          </span>
          <input type="hidden" name={name} value={amount ?? ''} />
        </span>
      )}
    </FieldFrame>
  );
}
