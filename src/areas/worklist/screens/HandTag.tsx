/** That a row was moved by hand, by whom and until when. */
import type { HandOnWire } from '#areas/worklist/contract.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './order-words.ts';

export function HandTag({ hand }: { hand: HandOnWire | null }) {
  const t = useWords(words);
  const text = useHandText();
  if (hand === null || !hand.moved) return null;
  return (
    <span className="pl-1.5" title={text(hand)}>
      <Tag tone={hand.pinned ? 'warn' : 'plain'}>
        {t(hand.pinned ? 'mark_pinned' : 'mark_moved')} · {hand.by}
      </Tag>
    </span>
  );
}

/** The whole sentence, as `why this rank` says it. */
export function useHandText(): (hand: HandOnWire) => string {
  const t = useWords(words);
  const figures = useFigures();
  return ({ by: name, moved, pinned, ...when }) => {
    const facts = { name, on: figures.moment(when.on), until: figures.moment(when.until) };
    return t(pinned ? 'by_pinned' : moved ? 'by_moved' : 'by_kept', facts);
  };
}
