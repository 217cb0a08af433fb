/** Invented customers; any likeness to a real firm is chance. */
const places = [
  ['Austin', 'TX', '78701'],
  ['El Paso', 'TX', '79901'],
  ['Tucson', 'AZ', '85701'],
  ['Fresno', 'CA', '93721'],
  ['Tampa', 'FL', '33602'],
  ['Newark', 'NJ', '07102'],
  ['Duluth', 'MN', '55802'],
  ['Portland', 'ME', '04101'],
  ['Boise', 'ID', '83702'],
  ['Omaha', 'NE', '68102'],
] as const;

const firsts = [
  'Harbor',
  'Cobalt',
  'Willow',
  'Meridian',
  'Granite',
  'Juniper',
  'Lakeview',
  'Copper',
  'Summit',
  'Prairie',
  'Sterling',
  'Canyon',
  'Beacon',
  'Orchard',
  'Falcon',
  'Tidewater',
] as const;
const spanishFirsts = [
  'Norte',
  'Río Claro',
  'Sierra',
  'Del Valle',
  'La Estrella',
  'Peña',
  'Costa Azul',
  'San Ángel',
] as const;
const trades = [
  'Machine Works',
  'Dental Group',
  'Foods',
  'Logistics',
  'Schools',
  'Roofing',
  'Printing',
  'Clinic',
  'Hardware',
  'Farms',
  'Textiles',
  'Energy',
] as const;
const spanishTrades = [
  'Distribución',
  'Alimentos',
  'Transportes',
  'Materiales',
  'Muebles',
  'Suministros',
] as const;
const people = [
  ['Dana', 'Whitfield'],
  ['Omar', 'Haddad'],
  ['Priya', 'Raman'],
  ['Lee', 'Okafor'],
  ['Nora', 'Lindqvist'],
  ['Sam', 'Carver'],
] as const;
const spanishPeople = [
  ['Lucía', 'Muñoz'],
  ['Andrés', 'Peña'],
  ['Ximena', 'Torres'],
  ['Raúl', 'Ibáñez'],
] as const;

export type InventedName = {
  readonly name: string;
  readonly language: 'en' | 'es';
  readonly person: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
};

function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new RangeError('an empty list has nothing to pick');
  return found;
}

/** The n-th invented customer; about one in five works in Spanish. Names do not repeat below 96. */
export function inventName(index: number): InventedName {
  const spanish = index % 5 === 3;
  const round = Math.floor(index / 5);
  const [city, state, postalCode] = at(places, index * 7);
  const [given, family] = spanish ? at(spanishPeople, round) : at(people, index);
  const name = spanish
    ? `${at(spanishFirsts, round)} ${at(spanishTrades, round + Math.floor(round / 8))}`
    : `${at(firsts, index)} ${at(trades, index + Math.floor(index / 16))}`;
  const number = Math.floor(index / 96);
  return {
    name: number === 0 ? name : `${name} ${number + 1}`,
    language: spanish ? 'es' : 'en',
    person: `${given} ${family}`,
    city,
    state,
    postalCode,
  };
}
