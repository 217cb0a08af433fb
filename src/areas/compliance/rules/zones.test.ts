/** Where a person may be, and the tables that say it. */
import { describe, expect, test } from 'vitest';
import { type Whereabouts, candidateZones, countryOf, isZone, stateCode } from './zones.ts';

const nowhere: Whereabouts = { told: null, country: null, state: null, phone: '' };
const [eastern, central, pacific] = ['America/New_York', 'America/Chicago', 'America/Los_Angeles'];

describe('the zones of a person', () => {
  test.each<[says: string, known: Partial<Whereabouts>, zones: readonly string[]]>([
    ['nothing known is no zone', {}, []],
    ['what was told decides alone', { told: central, state: 'CA', phone: '2125550100' }, [central]],
    ['a zone that no clock knows is not one', { told: 'Mars/Olympus' }, []],
    [
      'the address first, then the number',
      { state: 'CA', phone: '212-555-0100' },
      [pacific, eastern],
    ],
    ['a state in two zones is in both', { state: 'TN' }, [eastern, central]],
    ['a number with its country code', { phone: '+1 415 555 0100' }, [pacific]],
    ['a number of another plan says nothing', { phone: '+44 20 7946 0000' }, []],
    ['a foreign country', { country: 'DE' }, ['Europe/Berlin']],
    ['a country nobody wrote down', { country: 'KZ' }, []],
    ['Georgia the country is not Georgia the state', { country: 'GE', state: 'GA' }, []],
  ])('%s', (_, known, zones) => {
    expect(candidateZones({ ...nowhere, ...known })).toEqual(zones);
  });

  test('a state without a country is in the United States', () => {
    expect(countryOf(null, 'tx')).toBe('US');
    expect(countryOf('usa', null)).toBe('US');
    expect(countryOf('uk', null)).toBe('GB');
    expect(countryOf('', 'Bavaria')).toBe('');
    expect(stateCode('Ontario')).toBeUndefined();
  });

  test('a zone is one that clocks are known for', () => {
    expect(isZone('America/Boise')).toBe(true);
    expect(isZone('Eastern')).toBe(false);
  });
});
