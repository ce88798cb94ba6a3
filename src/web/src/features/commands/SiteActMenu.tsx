import { useRight } from '@/shared/api/session';
import { ActMenu } from './ActMenu';
import { createActs } from './acts/create';
import type { Act, Target } from './types';

/** The acts at a site, and what can be entered there by hand. `next` = statuses that the server says are possible. */
export function SiteActMenu({ target, allowed, next, country, label }: { target: Target; allowed: readonly string[]; next: readonly string[]; country: string; label: string }) {
  const rights = { documents: useRight('recordStartUp'), submissions: useRight('recordSubmissions'), contracts: useRight('recordContracts'), tasks: useRight('assign') };
  const extra: Act[] = (['tasks', 'documents', 'submissions', 'contracts'] as const).filter((kind) => rights[kind]).map((kind) => ({
    ...createActs[kind], fixed: { scope: { site: target.key }, ...(kind === 'submissions' ? { jurisdiction: country } : {}) },
  }));
  return <ActMenu target={target} allowed={allowed} choices={{ 'site.advance.to': next }} extra={extra} label={label} primary />;
}
