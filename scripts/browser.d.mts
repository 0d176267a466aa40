/** Path of a Chrome or Chromium, or null. `CHROME_PATH` comes first. */
export function findBrowser(): string | null;
/** Finds a browser or, on Debian as root, installs one; null with a printed reason otherwise. */
export function ensureBrowser(): string | null;
