/** localStorage that never throws: it may be full, forbidden, or not there. */
export const PREFIX = 'pymemlab:';

export function load(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

export function save(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, value);
  } catch {
    // The page works on; only the next visit will not know.
  }
}
