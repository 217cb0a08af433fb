/**
 * Whose a row is, told by the ids it brings and names, for a book too large to be held.
 *
 * A home is a customer, as a small number. An id is remembered by a hash of 52 bits in tables of
 * numbers, some twenty bytes each; two ids that share a hash only bring their customers into one
 * family, which costs a little room and never an answer.
 */

export type Homes = {
  /** The home of a customer's number, the same for the same number. */
  ofCustomer(number: string): number;
  /** Remembers where an id belongs; one that is at home elsewhere already joins the two. */
  settle(drawer: Drawer, externalId: string, home: number): void;
  /** Where an id belongs; undefined when no row so far brought it. */
  find(drawer: Drawer, externalId: string): number | undefined;
  join(one: number, other: number): void;
  /** The number that all homes of one family answer. */
  familyOf(home: number): number;
  /** How many homes there are. */
  count(): number;
};

export type Drawer = 'item' | 'receipt' | 'application';

const seeds: { readonly [D in Drawer]: number } = {
  item: 0x9e3779b9,
  receipt: 0x7f4a7c15,
  application: 0x165667b1,
};

export function makeHomes(): Homes {
  const customers = new Map<string, number>();
  const above: number[] = [];
  const table = makeTable();
  const familyOf = (home: number): number => {
    let head = home;
    for (let next = above[head] ?? head; next !== head; next = above[head] ?? head) head = next;
    above[home] = head;
    return head;
  };
  const join = (one: number, other: number): void => {
    const [first, second] = [familyOf(one), familyOf(other)];
    above[Math.max(first, second)] = Math.min(first, second);
  };
  return {
    ofCustomer(number) {
      const known = customers.get(number);
      if (known !== undefined) return known;
      const home = above.length;
      // Joined anew, because a cell would keep the whole piece of the file alive.
      customers.set(number.split('').join(''), home);
      above.push(home);
      return home;
    },
    settle(drawer, externalId, home) {
      const before = table.putOrFind(hash(seeds[drawer], externalId), home);
      if (before !== undefined && before !== home) join(before, home);
    },
    find: (drawer, externalId) => table.find(hash(seeds[drawer], externalId)),
    join,
    familyOf,
    count: () => above.length,
  };
}

/** A number of 52 bits that is never nil. */
function hash(seed: number, text: string): number {
  let high = seed;
  let low = ~seed;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x85ebca6b);
    low = Math.imul(low ^ code, 0xc2b2ae35);
    high ^= high >>> 13;
    low ^= low >>> 16;
  }
  return (high >>> 0) * 0x100000 + (low >>> 12) + 1;
}

type Table = {
  find(key: number): number | undefined;
  /** Puts a value unless the key is there; answers what stood there. */
  putOrFind(key: number, value: number): number | undefined;
};

function makeTable(): Table {
  let keys = new Float64Array(1 << 16);
  let values = new Int32Array(1 << 16);
  let used = 0;
  const placeOf = (key: number): number => {
    const mask = keys.length - 1;
    let at = (key ^ Math.floor(key / 0x100000)) & mask;
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & mask;
    return at;
  };
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    keys = new Float64Array(oldKeys.length * 2);
    values = new Int32Array(oldKeys.length * 2);
    for (const [index, key] of oldKeys.entries()) {
      if (key === 0) continue;
      const at = placeOf(key);
      keys[at] = key;
      values[at] = oldValues[index] ?? 0;
    }
  };
  return {
    find(key) {
      const at = placeOf(key);
      return keys[at] === 0 ? undefined : values[at];
    },
    putOrFind(key, value) {
      if (used * 4 > keys.length * 3) grow();
      const at = placeOf(key);
      if (keys[at] !== 0) return values[at];
      keys[at] = key;
      values[at] = value;
      used += 1;
      return undefined;
    },
  };
}
