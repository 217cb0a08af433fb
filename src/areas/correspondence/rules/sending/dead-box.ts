/** Did the server say that there is no such box? RFC 3463 §3.2: the address is what is wrong. */
const dead = /\b(5\.1\.(?:1|2|3|6|10))\b/u;

/** The status that says so; undefined where another thing went wrong, which may pass. */
export function deadBox(detail: string): string | undefined {
  return dead.exec(detail)?.[1];
}
