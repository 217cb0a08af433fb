/**
 * A browser for the tests and the screenshots: headless, quiet, without background traffic.
 *
 *     const browser = await launchBrowser();
 *     const page = await browser.newPage();
 */
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from './browser-binary.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Starts a browser of its own; close it when done. Throws when none can be found. */
export async function launchBrowser(): Promise<Browser> {
  const binary = findBrowser();
  return chromium.launch({
    executablePath: binary.path,
    args: flags,
    env: { ...definedVariables(process.env), ...binary.env },
  });
}

function definedVariables(env: NodeJS.ProcessEnv): Record<string, string> {
  const defined: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (value !== undefined) defined[name] = value;
  return defined;
}
