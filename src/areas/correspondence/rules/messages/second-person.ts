/** What a person may not send alone, whatever their role. */
const withTwo: readonly string[] = ['final'];

/** A final demand that a person writes goes out once a second one has approved it. */
export function needsSecondPerson(templateKey: string | null): boolean {
  return templateKey !== null && withTwo.includes(templateKey);
}
