/**
 * A payer's name as banks write it, made comparable: capitals, without accents and marks.
 *
 * It is compared whole. Banks cut names at 35 characters, so a cut name is another key than
 * the full one, and both may be taught.
 */
export function aliasOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/gu, ' ')
    .trim();
}
