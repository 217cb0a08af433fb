/** The ages of what is owed as one small bar; the figures stand in its label and near it. */
import { useFigures } from './figures.ts';
import { bucketColour, useBucketName } from './buckets.ts';
import { words } from './words.ts';
import { useWords } from './say.ts';

type Props = { buckets: readonly string[]; labels: readonly string[]; currency: string };

export function AgeBar({ buckets, labels, currency }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const name = useBucketName();
  // A share of a bar is a picture, not an amount; a float is precise enough to draw it.
  const parts = buckets.map((amount, index) => ({
    index,
    amount,
    size: Math.max(0, Number(amount)),
  }));
  const whole = parts.reduce((sum, part) => sum + part.size, 0);
  const owed = parts.filter((part) => part.size > 0);
  const said = owed
    .map((part) => `${name(labels[part.index] ?? '')} ${figures.amount(part.amount, currency)}`)
    .join(', ');
  const label = owed.length === 0 ? t('nothing_owed') : t('age_bar', { parts: said });
  return (
    <span
      role="img"
      aria-label={label}
      title={said}
      className="flex h-2 w-full overflow-hidden rounded-[3px] bg-sunk"
    >
      {owed.map((part) => (
        <i
          key={part.index}
          className={`age-part block h-full ${bucketColour(part.index)}`}
          style={{ width: `${(part.size / whole) * 100}%` }}
        />
      ))}
    </span>
  );
}
