import { dayNumber, fromDayNumber, monthName } from '@/shared/dates';

export type Zoom = 'day' | 'week' | 'month' | 'year';
/** Pixels of one day at each zoom. */
export const PIXELS: Record<Zoom, number> = { day: 24, week: 9, month: 2.6, year: 0.9 };

export interface Tick { x: number; label: string; strong: boolean }

/** Where days stand, and how wide the whole is. Some days of room on both sides. */
export function makeScale(dates: readonly string[], today: string, zoom: Zoom) {
  const days = [...dates, today].map(dayNumber);
  const pixels = PIXELS[zoom];
  const room = Math.round(60 / pixels);
  const from = Math.min(...days) - room;
  const to = Math.max(...days) + Math.round(140 / pixels);
  return { x: (date: string) => (dayNumber(date) - from) * pixels, dateAt: (at: number) => fromDayNumber(Math.round(from + at / pixels)), pixels, width: Math.max(320, Math.round((to - from) * pixels)), ticks: ticksOf(from, to, pixels, zoom) };
}

function ticksOf(from: number, to: number, pixels: number, zoom: Zoom): Tick[] {
  const ticks: Tick[] = [];
  const start = new Date(from * 86_400_000);
  const step = zoom === 'year' ? 3 : 1;
  for (let month = 0; ; month++) {
    const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, 1));
    const day = dayNumber(first.toISOString());
    if (day > to) return ticks;
    if (day >= from && first.getUTCMonth() % step === 0)
      ticks.push({ x: (day - from) * pixels, label: first.getUTCMonth() === 0 || ticks.length === 0 ? `${monthName(first.getUTCMonth())} ${first.getUTCFullYear()}` : monthName(first.getUTCMonth()), strong: first.getUTCMonth() === 0 });
    if (zoom === 'day')
      for (let next = day + 1; next < Math.min(to, day + 31) && fromDayNumber(next).slice(0, 7) === fromDayNumber(day).slice(0, 7); next++) if (next >= from) ticks.push({ x: (next - from) * pixels, label: fromDayNumber(next).slice(8), strong: false });
    if (zoom === 'week')
      for (let next = day + 7; next < Math.min(to, day + 28); next += 7) if (next >= from) ticks.push({ x: (next - from) * pixels, label: fromDayNumber(next).slice(8), strong: false });
  }
}
