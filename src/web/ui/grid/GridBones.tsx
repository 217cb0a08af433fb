/** A grid on its way: the same head and row heights, so that nothing jumps when it arrives. */
import { words } from '../words.ts';
import { Bone } from '../states.tsx';
import { useWords } from '../say.ts';
import { useNarrow } from '../media.ts';

type Props = { rows?: number; rowHeight?: number; narrowHeight?: number };

export function GridBones({ rows = 12, rowHeight = 38, narrowHeight = 60 }: Props) {
  const t = useWords(words);
  const narrow = useNarrow();
  return (
    <div role="status" aria-label={t('loading')} className="grid-box">
      {!narrow && <div className="grid-head border-b border-line" />}
      {Array.from({ length: rows }, (_, index) => (
        <div
          key={index}
          className="flex items-center gap-6 border-b border-line px-3 last:border-b-0"
          style={{ height: narrow ? narrowHeight : rowHeight }}
        >
          <Bone width={`${18 + ((index * 7) % 9)}%`} />
          {!narrow && <Bone width={`${26 + ((index * 11) % 14)}%`} />}
          <span className="flex-1" />
          <Bone width="11%" />
          {!narrow && <Bone width="9%" />}
        </div>
      ))}
    </div>
  );
}
