/** The five boroughs by what people write on envelopes; the towns beside them are not the city. */
import { expect, test } from 'vitest';
import { isNewYorkCity, isNewYorkCityZip } from './new-york-city.ts';

test.each([
  ['New York', true],
  ['NYC', true],
  ['New York, NY', true],
  ['BROOKLYN', true],
  ['The Bronx', true],
  ['Staten Island', true],
  ['Long Island City', true],
  ['St. Albans', true],
  ['Yonkers', false],
  ['Albany', false],
  ['Brooklyn Park', false],
  ['', false],
])('the town %s', (town, inside) => {
  expect(isNewYorkCity(town)).toBe(inside);
});

test.each([
  ['10001', true],
  ['10314', true],
  ['10475-1234', true],
  ['11004', true],
  ['11201', true],
  ['11697', true],
  ['10501', false],
  ['11001', false],
  ['11501', false],
  ['1000', false],
])('the ZIP code %s', (postalCode, inside) => {
  expect(isNewYorkCityZip(postalCode)).toBe(inside);
});
