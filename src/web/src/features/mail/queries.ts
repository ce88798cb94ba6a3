import { infiniteQueryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import type { Page } from '@/shared/api/records';
import type { IsoDate } from '@/shared/dates';

export interface Letter {
  key: string; template: string; status: 'sent' | 'withheld' | 'refused'; at: string; to: string | null; toName: string | null; toEmail: string | null; study: string | null; country: string | null; site: string | null; siteCode: string | null;
  task: string | null; taskTitle: string | null; answeredOn: IsoDate | null; answeredBy: string | null; waitingBusinessDays: number | null; code: string | null;
}
export interface LetterFilter { study?: string; site?: string; status?: string; template?: string }

export const lettersQuery = (filter: LetterFilter) =>
  infiniteQueryOptions({
    queryKey: ['mail', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: '100' });
      if (filter.study) query.set('study', filter.study);
      if (filter.site) query.set('site', filter.site);
      if (filter.status) query.set('status', filter.status);
      if (filter.template) query.set('type', filter.template);
      if (pageParam) query.set('cursor', pageParam);
      return get<Page<Letter>>(`/mail?${query}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
