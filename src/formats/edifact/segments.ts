/**
 * The segments of an EDIFACT file, cut by the separators that the file itself declares.
 *
 *   UNA:+.? '   component, element, decimal mark, release, reserved, end of segment
 *
 * What follows the release character is text, a separator too. Line breaks are no content:
 * files are wrapped anywhere.
 */
export type Segment = {
  readonly tag: string;
  /** Place in the file, counted from 1; the declaration of separators does not count. */
  readonly record: number;
  /** Elements after the tag, each with its components. */
  readonly elements: readonly (readonly string[])[];
};

export type Segments = {
  readonly segments: readonly Segment[];
  /** The file ends inside this segment. */
  readonly torn: Segment | undefined;
};

type Separators = {
  readonly component: string;
  readonly element: string;
  readonly release: string;
  readonly end: string;
};

const usual: Separators = { component: ':', element: '+', release: '?', end: "'" };

/** Cuts the text; the declaration is used and left out. */
export function segmentsOf(text: string): Segments {
  const plain = text.replace(/^\uFEFF?\s*/u, '').replaceAll(/[\r\n]/gu, '');
  const declared = /^UNA(.)(.).(.).(.)/u.exec(plain);
  const separators: Separators = declared
    ? {
        component: declared[1] ?? ':',
        element: declared[2] ?? '+',
        // A blank declares that there is no release character.
        release: declared[3] === ' ' ? '' : (declared[3] ?? '?'),
        end: declared[4] ?? "'",
      }
    : usual;
  const segments: Segment[] = [];
  let open = beginning();
  let at = declared?.[0].length ?? 0;
  for (; at < plain.length; at += 1) {
    const character = plain[at] ?? '';
    if (character === separators.release && character !== '') {
      at += 1;
      open.text += plain[at] ?? '';
    } else if (character === separators.component) {
      endComponent(open);
    } else if (character === separators.element) {
      endElement(open);
    } else if (character === separators.end) {
      segments.push(segmentOf(open, segments.length + 1));
      open = beginning();
    } else if (open.text !== '' || character.trim() !== '' || open.elements.length > 0) {
      open.text += character;
    }
  }
  const rest = segmentOf(open, segments.length + 1);
  return { segments, torn: rest.tag === '' ? undefined : rest };
}

type Open = { elements: string[][]; components: string[]; text: string };

function beginning(): Open {
  return { elements: [], components: [], text: '' };
}

function endComponent(open: Open): void {
  open.components.push(open.text);
  open.text = '';
}

function endElement(open: Open): void {
  endComponent(open);
  open.elements.push(open.components);
  open.components = [];
}

function segmentOf(open: Open, record: number): Segment {
  endElement(open);
  const [[tag = ''] = [], ...elements] = open.elements;
  return { tag: tag.trim().toUpperCase(), record, elements };
}

/** A component of a segment by its places from 0; empty where nothing stands. */
export function part(segment: Segment | undefined, element: number, component = 0): string {
  return segment?.elements[element]?.[component]?.trim() ?? '';
}

/** The first segment of a tag whose first component is one of these codes. */
export function find(
  segments: readonly Segment[],
  tag: string,
  ...codes: readonly string[]
): Segment | undefined {
  for (const code of codes) {
    const found = segments.find((one) => one.tag === tag && part(one, 0) === code);
    if (found) return found;
  }
  return undefined;
}
