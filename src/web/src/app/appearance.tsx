import { useMantineColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { useCallback, useEffect, useState } from 'react';
import { readPreference, writePreference } from '@/shared/preferences';

export type Density = 'comfortable' | 'compact';

export function startDensity(): void {
  document.documentElement.dataset.density = readPreference<Density>('density', ['comfortable', 'compact'], 'comfortable');
}

/** Theme follows the system until the person chooses; density is kept on this device. */
export function useAppearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [density, setDensity] = useState<Density>(() => readPreference<Density>('density', ['comfortable', 'compact'], 'comfortable'));
  const still = useReducedMotion();
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  const chooseDensity = useCallback((next: Density) => {
    writePreference('density', next);
    document.documentElement.dataset.density = next;
    setDensity(next);
    dispatchEvent(new Event('resize'));
  }, []);
  return { colorScheme, setColorScheme, density, chooseDensity, still };
}
