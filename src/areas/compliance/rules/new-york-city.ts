/**
 * Is it in the City of New York, whose 6 RCNY 5-77 binds there and nowhere else?
 *
 * The rule a newcomer would break: hardly anybody in the city writes "New York" on an envelope.
 * Four of the five boroughs have names of their own, Queens writes the names of its
 * neighborhoods, and the ZIP code says it whatever the town is called.
 */
const boroughs = [
  'new york',
  'new york city',
  'nyc',
  'ny',
  'manhattan',
  'brooklyn',
  'bronx',
  'the bronx',
  'queens',
  'staten island',
];

/** The post towns of Queens, as the Postal Service names them (Publication 65). */
const queens = [
  'arverne',
  'astoria',
  'bayside',
  'bellerose',
  'breezy point',
  'briarwood',
  'cambria heights',
  'college point',
  'corona',
  'douglaston',
  'east elmhurst',
  'elmhurst',
  'far rockaway',
  'flushing',
  'forest hills',
  'fresh meadows',
  'glen oaks',
  'hollis',
  'howard beach',
  'jackson heights',
  'jamaica',
  'kew gardens',
  'little neck',
  'long island city',
  'maspeth',
  'middle village',
  'oakland gardens',
  'ozone park',
  'queens village',
  'rego park',
  'richmond hill',
  'ridgewood',
  'rockaway beach',
  'rockaway park',
  'rockaway point',
  'rosedale',
  'saint albans',
  'south ozone park',
  'south richmond hill',
  'springfield gardens',
  'st albans',
  'sunnyside',
  'whitestone',
  'woodhaven',
  'woodside',
];

const names: ReadonlySet<string> = new Set([...boroughs, ...queens]);

/** Does a town of the State of New York lie in the city, by its name? */
export function isNewYorkCity(town: string): boolean {
  const plain = town
    .toLowerCase()
    .replaceAll(/[^a-z]+/gu, ' ')
    .trim()
    .replace(/ n ?y$/u, '');
  return names.has(plain);
}

/** Manhattan 100–102, Staten Island 103, the Bronx 104, Queens and Brooklyn 111–114 and 116. */
export function isNewYorkCityZip(postalCode: string): boolean {
  return /^(?:10[0-4]\d\d|11[1-46]\d\d|1100[45]|00083)(?:-?\d{4})?$/u.test(postalCode.trim());
}
