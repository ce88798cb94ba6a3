import type { ReactNode } from 'react';
import type { IsoDate } from '@/shared/dates';
import type { FourDates, Slip } from '@/shared/types';

export interface TimelineRow {
  id: string;
  label: ReactNode;
  /** The row in words, for whoever cannot see the drawing. */
  spoken: string;
  level: 0 | 1 | 2 | 3;
  /** From when the work runs; without it only the marks are drawn. */
  from?: IsoDate | null;
  dates: FourDates;
  /** Until when with caution (P80): the band after the forecast. */
  cautious?: IsoDate | null;
  slip?: Slip | null;
  /** Without slack: a day later here is a day later at the end. */
  critical?: boolean;
  /** Whether its rows below are shown; absent when there are none. */
  open?: boolean;
  /** Calendar of its days off. */
  country?: string | null;
  /** Its planned date may be moved. */
  movable?: boolean;
  /** Rows that it needs, for the arrows. */
  after?: string[];
}
