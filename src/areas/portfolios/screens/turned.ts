/** A set with one member turned over: in where it was out, out where it was in. */

export function turned<Member>(before: ReadonlySet<Member>, one: Member): ReadonlySet<Member> {
  const after = new Set(before);
  if (!after.delete(one)) after.add(one);
  return after;
}
