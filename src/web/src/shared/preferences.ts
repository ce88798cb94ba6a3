/** Choices kept on this device only; a browser that forbids storage simply forgets them. */
export function readPreference<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
  try {
    const stored = localStorage.getItem(`startup.${name}`) as T | null;
    return stored !== null && allowed.includes(stored) ? stored : otherwise;
  } catch {
    return otherwise;
  }
}

export function writePreference(name: string, value: string): void {
  try {
    localStorage.setItem(`startup.${name}`, value);
  } catch {
    // Storage may be switched off: the choice holds until the page is closed.
  }
}
