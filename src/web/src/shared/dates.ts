const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A calendar date without a zone, as the API writes it: `2026-03-12`. */
export type IsoDate = string;

/** `2026-03-12` becomes `12-Mar-2026`; the same in every language, because it is never ambiguous. */
export function formatDate(date: IsoDate): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  const month = match && MONTHS[Number(match[2]) - 1];
  return match && month ? `${match[3]}-${month}-${match[1]}` : date;
}

/** An instant in the reader's own zone: `12-Mar-2026 14:05`. */
export function formatInstant(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(at.getDate())}-${MONTHS[at.getMonth()]}-${at.getFullYear()} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Reads what people type: `12-Mar-2026`, `12 mar 2026`, `2026-03-12`. Anything ambiguous is refused. */
export function parseDate(text: string): IsoDate | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named = /^(\d{1,2})[-\s.]([A-Za-z]{3})[A-Za-z]*[-\s.](\d{4})$/.exec(trimmed);
  if (!named) return null;
  const month = MONTHS.findIndex((m) => m.toLowerCase() === named[2]!.toLowerCase());
  return month < 0 ? null : real(Number(named[3]), month + 1, Number(named[1]));
}

function real(year: number, month: number, day: number): IsoDate | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists ? at.toISOString().slice(0, 10) : null;
}

/** Days from a fixed origin; for drawing only, never for deciding. */
export function dayNumber(date: IsoDate): number {
  return Math.round(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000);
}

export function fromDayNumber(day: number): IsoDate {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

export const monthName = (index: number) => MONTHS[index] ?? '';
