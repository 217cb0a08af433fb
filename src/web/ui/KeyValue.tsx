/** Names and figures in two columns, the figures at the right edge. */
import type { ReactNode } from 'react';

export type Fact = { name: string; value: ReactNode } | null | false;

type Props = {
  facts: readonly Fact[];
  /** Words rather than figures: both columns start at the left. */
  plain?: boolean;
};

export function KeyValue({ facts, plain = false }: Props) {
  return (
    <dl className={`grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 ${plain ? 'text-sm' : ''}`}>
      {facts.map(
        (fact) =>
          fact !== null &&
          fact !== false && (
            <div key={fact.name} className="contents">
              <dt className="text-ink-3">{fact.name}</dt>
              <dd className={`figures min-w-0 break-words ${plain ? '' : 'text-right'}`}>
                {fact.value}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
