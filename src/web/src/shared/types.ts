import type { IsoDate } from './dates';

/** How something stands; each has one shape, one colour and a word. */
export type Tone = 'late' | 'risk' | 'ok' | 'acc' | 'quiet' | 'none';

/** Who holds the ball. */
export type Party = 'us' | 'site' | 'authority' | 'sponsor' | 'nobody';

/** Whom a step waits on and since when; the server counted the days. */
export interface Waiting {
  party: Party;
  who: string;
  /** Business days in the calendar of the country. 0 = today. */
  businessDays: number;
  since?: IsoDate | null;
  /** The server's judgement, so that thresholds live in one place. */
  level?: 'ok' | 'risk' | 'late';
  what?: string;
}

/** How far a date lies from its plan; positive is late. */
export interface Slip { businessDays: number; level: 'late' | 'risk' | 'ok' | 'early' }

/** Baseline is frozen, planned is the commitment, forecast is the model, actual happened. */
export interface FourDates {
  baseline?: IsoDate | null;
  planned?: IsoDate | null;
  forecast?: IsoDate | null;
  actual?: IsoDate | null;
}
