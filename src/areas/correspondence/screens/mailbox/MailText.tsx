/** The words of a mail as text, with the place marked that its intent was read from. */
import type { WireFinding } from '#areas/correspondence/contract/mailbox.ts';

const look =
  'max-h-[46vh] overflow-auto rounded-md border border-line bg-sunk p-3 text-sm ' +
  'whitespace-pre-wrap [overflow-wrap:anywhere]';

type Props = { body: string; findings: readonly WireFinding[] };

export function MailText({ body, findings }: Props) {
  return (
    <p className={look}>
      {pieces(body, findings).map(({ at, text, marked }) =>
        marked ? (
          <mark key={at} className="rounded-sm bg-warn-soft text-ink">
            {text}
          </mark>
        ) : (
          <span key={at}>{text}</span>
        ),
      )}
    </p>
  );
}

type Piece = { at: number; text: string; marked: boolean };

/** The body cut at the places of the findings; places that overlap are one. */
function pieces(body: string, findings: readonly WireFinding[]): Piece[] {
  const places = findings
    .filter(({ where, from, to }) => where !== 'subject' && to > from)
    .toSorted((a, b) => a.from - b.from);
  const cut: Piece[] = [];
  let at = 0;
  for (const { from, to } of places) {
    if (to <= at) continue;
    const start = Math.max(at, from);
    if (start > at) cut.push({ at, text: body.slice(at, start), marked: false });
    cut.push({ at: start, text: body.slice(start, to), marked: true });
    at = to;
  }
  return [...cut, { at, text: body.slice(at), marked: false }];
}
