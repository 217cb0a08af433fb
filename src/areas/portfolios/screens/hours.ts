/** Hours of a day as one types them, `6`, `6.5`, `6,5` or `6:30`, and the minutes they are. */

/** The minutes of a typed time of at most a day, or undefined when it cannot be read. */
export function minutesIn(text: string): number | undefined {
  const match = /^(\d{1,2})(?:(?::([0-5]\d))|[.,](\d{1,2}))?$/u.exec(text.trim());
  if (match === null) return undefined;
  const [, hours = '0', minutes, part] = match;
  const beyond = part === undefined ? Number(minutes ?? 0) : partOfHour(part);
  const all = Number(hours) * 60 + beyond;
  return all <= 1440 ? all : undefined;
}

/** `5` is half an hour, `25` a quarter. */
function partOfHour(digits: string): number {
  return Math.round((Number(digits.padEnd(2, '0')) * 60) / 100);
}

/** As it is shown: `6`, or `6:30` where it is not whole. */
export function hoursOf(minutes: number): string {
  const rest = minutes % 60;
  const hours = String(Math.floor(minutes / 60));
  return rest === 0 ? hours : `${hours}:${String(rest).padStart(2, '0')}`;
}
