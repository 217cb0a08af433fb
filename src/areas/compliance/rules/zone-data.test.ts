/** The tables of zones hold what they say: real zones, every state, no area code twice. */
import { expect, test } from 'vitest';
import { zonesOfAreaCode, zonesOfCountry, zonesOfState } from './zone-data.ts';
import { isZone } from './zones.ts';

test('every zone that is named is a real one', () => {
  const named = [
    ...zonesOfState.values(),
    ...zonesOfAreaCode.values(),
    ...Object.values(zonesOfCountry),
  ];
  expect(named.flat().filter((zone) => !isZone(zone))).toEqual([]);
  expect(named.filter((zones) => zones.length === 0)).toEqual([]);
});

test('every state, the District and the territories have their zones', () => {
  expect(zonesOfState.size).toBe(56);
});

test('an area code keeps within the zones of its state', () => {
  expect(zonesOfAreaCode.size).toBeGreaterThan(330);
  expect(zonesOfAreaCode.get('212')).toEqual(['America/New_York']);
  expect(zonesOfAreaCode.get('915')).toEqual(['America/Chicago', 'America/Denver']);
  expect(zonesOfAreaCode.get('850')).toEqual(['America/New_York', 'America/Chicago']);
  for (const code of ['448', '423', '729', '606']) {
    expect(zonesOfAreaCode.get(code)).toEqual(['America/New_York', 'America/Chicago']);
  }
  expect(zonesOfAreaCode.get('602')).toEqual(['America/Phoenix', 'America/Denver']);
  expect(zonesOfAreaCode.get('999')).toBeUndefined();
});
