import { dayNumber, fromDayNumber, type IsoDate } from '@/shared/dates';
import type { Scale } from './Drawing';

/** Where days off lie, for drawing: holidays of a country as the server named them; weekends where a day is wide enough to be seen. */
export function daysOff(scale: Scale, holidays: readonly { country: string; date: IsoDate }[]): (country: string | null | undefined) => [number, number][] {
  const known = new Map<string, [number, number][]>();
  const weekends: [number, number][] = [];
  if (scale.pixels >= 8) {
    const first = dayNumber(scale.dateAt(0));
    for (let day = first; day <= dayNumber(scale.dateAt(scale.width)); day++) if (new Date(day * 86_400_000).getUTCDay() === 6) weekends.push([scale.x(fromDayNumber(day)), scale.pixels * 2]);
  }
  return (country) => {
    const key = country ?? '';
    let bands = known.get(key);
    if (!bands) known.set(key, (bands = [...weekends, ...holidays.filter((h) => h.country === country && scale.pixels > 1.5).map((h): [number, number] => [scale.x(h.date), scale.pixels])]));
    return bands;
  };
}
