/**
 * Which documents a mail names, whole numbers only: 1004 is never found inside 10045.
 *
 * A number is known again without its prefix, its leading zeros and its signs, as people write
 * it. Amounts, dates, telephone and check numbers are no references; a short number counts only
 * as it is written on the invoice, or behind a word for a document.
 */
export type Named<ItemId extends string = string> = {
  readonly itemId: ItemId;
  readonly number: string;
  /** The customer's own order number; empty without one. */
  readonly reference: string;
};

export type Citation<ItemId extends string = string> = {
  readonly itemId: ItemId;
  readonly from: number;
  readonly to: number;
};

/** Shorter runs of digits name nothing by themselves. */
const shortest = 4;

/** What looks like a number and names no document. */
const others: readonly RegExp[] = [
  /\b(?:19|20)\d{2}-\d{2}-\d{2}\b/gu,
  /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/gu,
  /(?:[$€£]|\b(?:USD|EUR|MXN|CAD|GBP) ?)\s?[\d.,']*\d/giu,
  /(?<![\d.,])\d[\d.,]*[.,]\d{2}(?!\d)/gu,
  new RegExp(
    String.raw`\b(?:check|cheque|ck|chk|trace|confirmation|tel|phone|fax|cell|ext|acct|account|` +
      String.raw`cuenta|routing)\s*(?:no\.?|number|num\.?|n[uú]mero|#)?\s*[.:#]?\s*\d[\d -]*`,
    'giu',
  ),
  /\+\d[\d ().-]{7,}/gu,
  /\(\d{3}\)\s?\d{3}[-. ]\d{4}/gu,
  /\b\d{3}[-.]\d{3}[-.]\d{4}\b/gu,
  /https?:\/\/\S+/giu,
  /\S+@\S+/gu,
];
const documentWord = new RegExp(
  String.raw`(?:invoices?|inv|bills?|facturas?|fact|documents?|documentos?|credit memos?|no|num|` +
    String.raw`n[uú]mero|#|po|p\.o\.|orden|pedido|order)\s*[.:#]*\s*(?:no\.?|number|#)?\s*$`,
  'iu',
);

const orderWord = new RegExp(
  String.raw`\b(?:po|p\.o\.|purchase order|order|orden(?: de compra)?|pedido|oc)\s*` +
    String.raw`(?:no\.?|number|#|:)?\s*$`,
  'iu',
);

/** Every item that the text names, in the order in which it does. */
export function citedIn<ItemId extends string>(
  text: string,
  items: readonly Named<ItemId>[],
): Citation<ItemId>[] {
  if (items.length === 0) return [];
  const plain = others.reduce(
    (rest, pattern) => rest.replaceAll(pattern, (found) => ' '.repeat(found.length)),
    text,
  );
  const book = indexOf(items);
  const found = new Map<ItemId, Citation<ItemId>>();
  for (const word of wordsOf(plain)) {
    for (const itemId of meant(word, plain, book)) {
      if (!found.has(itemId)) found.set(itemId, { itemId, from: word.from, to: word.to });
    }
  }
  return [...found.values()];
}

type Word = { readonly text: string; readonly from: number; readonly to: number };

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}/_.#-]*[\p{L}\p{N}])?/gu)]
    .filter(([word]) => /\d/u.test(word))
    .map(({ 0: word, index }) => ({ text: word, from: index, to: index + word.length }));
}

type Book<ItemId> = {
  readonly wholes: ReadonlyMap<string, readonly ItemId[]>;
  readonly cores: ReadonlyMap<string, readonly ItemId[]>;
  /** By the digits of the customer's order number. */
  readonly orders: ReadonlyMap<string, readonly ItemId[]>;
};

function indexOf<ItemId extends string>(items: readonly Named<ItemId>[]): Book<ItemId> {
  const wholes = new Map<string, ItemId[]>();
  const cores = new Map<string, ItemId[]>();
  const orders = new Map<string, ItemId[]>();
  const add = (map: Map<string, ItemId[]>, key: string, itemId: ItemId): void => {
    if (key !== '') map.set(key, [...(map.get(key) ?? []), itemId]);
  };
  for (const { itemId, number, reference } of items) {
    add(wholes, whole(number), itemId);
    if (reference !== '') {
      add(wholes, whole(reference), itemId);
      add(orders, coreOf(reference), itemId);
    }
    const core = coreOf(number);
    if (core.length >= shortest) add(cores, core, itemId);
  }
  return { wholes, cores, orders };
}

function meant<ItemId extends string>(
  word: Word,
  text: string,
  { wholes, cores, orders }: Book<ItemId>,
): readonly ItemId[] {
  const letters = whole(word.text);
  const exact = wholes.get(letters);
  const strong = letters.length >= shortest || /\p{L}/u.test(letters);
  if (exact && (strong || documentWord.test(text.slice(0, word.from)))) return exact;
  if (orderWord.test(text.slice(0, word.from))) return orders.get(coreOf(word.text)) ?? [];
  if (!strong) return [];
  // A list such as 4471/4480: each of its parts is a number.
  return word.text
    .split(/[/_#]/u)
    .flatMap((part) => wholes.get(whole(part)) ?? byCore(part, cores));
}

function byCore<ItemId>(part: string, cores: Book<ItemId>['cores']): readonly ItemId[] {
  const core = coreOf(part);
  // Letters around it must be a prefix, as in INV4471 or FAC-4471; behind it nothing stands.
  if (core.length < shortest || !/^(?:\p{L}{0,5}[-. ]?)?\d+$/u.test(part)) return [];
  return cores.get(core) ?? [];
}

function whole(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
    .replace(/^0+(?=\d)/u, '');
}

/** The longest run of digits without its zeros. */
function coreOf(number: string): string {
  const runs = number.match(/\d+/gu) ?? [];
  const longest = runs.reduce((best, run) => (run.length >= best.length ? run : best), '');
  return longest.replace(/^0+/u, '');
}

/** Words of a text that may be numbers of documents, for a look into the whole book. */
export function numbersIn(text: string): string[] {
  const plain = others.reduce(
    (rest, pattern) => rest.replaceAll(pattern, (found) => ' '.repeat(found.length)),
    text,
  );
  const words = wordsOf(plain).map(({ text: word }) => word.toUpperCase());
  return [...new Set(words.filter((word) => whole(word).length >= shortest))].slice(0, 200);
}
