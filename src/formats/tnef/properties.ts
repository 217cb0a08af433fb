/**
 * The property list inside TNEF ([MS-OXTNEF] 2.1.3.3): a type, an id, a value, padded to four.
 *
 * Only texts and bytes are handed on. A list that does not add up ends where it stops making
 * sense; what came before stays.
 */
export type Property = {
  readonly id: number;
  readonly kind: 'narrow' | 'wide' | 'bytes';
  readonly value: Uint8Array;
};

const mostProperties = 5000;
/** Above this an id stands for a name that follows. */
const firstNamed = 0x80_00;
const guidBytes = 16;
const several = 0x10_00;

/** Bytes of a value of fixed length, padding included. */
const fixed: Readonly<Record<number, number>> = {
  0x01: 0,
  0x02: 4,
  0x03: 4,
  0x04: 4,
  0x05: 8,
  0x06: 8,
  0x07: 8,
  0x0a: 4,
  0x0b: 4,
  0x14: 8,
  0x40: 8,
  0x48: 16,
};
const kinds: Readonly<Record<number, Property['kind']>> = {
  0x0d: 'bytes',
  0x1e: 'narrow',
  0x1f: 'wide',
  0x01_02: 'bytes',
};

class Ended extends Error {}

export function readProperties(data: Uint8Array): Property[] {
  const found: Property[] = [];
  const cursor = new Cursor(data);
  try {
    const count = Math.min(cursor.number(), mostProperties);
    for (let read = 0; read < count; read += 1) found.push(...readOne(cursor));
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
  }
  return found;
}

function readOne(cursor: Cursor): Property[] {
  const type = cursor.short();
  const id = cursor.short();
  if (id >= firstNamed) skipName(cursor);
  const plain = type & ~several;
  const kind = kinds[plain];
  const width = fixed[plain];
  if (kind === undefined && width === undefined) throw new Ended();
  if (kind === undefined) {
    const times = (type & several) === 0 ? 1 : cursor.number();
    cursor.take((width ?? 0) * times);
    return [];
  }
  const values: Property[] = [];
  for (let left = cursor.number(); left > 0; left -= 1) {
    const value = cursor.padded(cursor.number());
    // An object begins with the id of its interface.
    values.push({ id, kind, value: plain === 0x0d ? value.subarray(guidBytes) : value });
  }
  return values;
}

function skipName(cursor: Cursor): void {
  cursor.take(guidBytes);
  const spelled = cursor.number() === 1;
  if (spelled) cursor.padded(cursor.number());
  else cursor.number();
}

class Cursor {
  readonly #data: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(data: Uint8Array) {
    this.#data = data;
    this.#view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  }

  take(length: number): Uint8Array {
    const end = this.#at + length;
    if (length < 0 || end > this.#data.length) throw new Ended();
    const taken = this.#data.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  padded(length: number): Uint8Array {
    const taken = this.take(length);
    // The last value of a list may come without its padding.
    this.#at = Math.min(this.#at + ((4 - (length % 4)) % 4), this.#data.length);
    return taken;
  }

  short(): number {
    this.take(2);
    return this.#view.getUint16(this.#at - 2, true);
  }

  number(): number {
    this.take(4);
    return this.#view.getUint32(this.#at - 4, true);
  }
}
