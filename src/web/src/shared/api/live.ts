import { onlineManager, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { refreshLines } from './siteLines';

/** One row changed, within the caller's scope. */
export interface Change { kind: string; key: string; version?: number; study?: string | null; country?: string | null; site?: string | null }

type State = 'connected' | 'connecting' | 'offline';
let state: State = 'connecting';
const listeners = new Set<() => void>();

function setState(next: State): void {
  if (next === state) return;
  state = next;
  listeners.forEach((listener) => listener());
}

export function useConnection(): State {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => state);
}

/** The site whose line a change touches, if it is one site's. */
export const siteOf = (change: Change): string | null => (change.kind === 'sites' ? change.key : (change.site ?? null));

/** Which questions a change makes stale; only those on the screen are asked again. */
export function staleKeys(change: Change): readonly (readonly string[])[] {
  const { kind, key, study, site } = change;
  const keys: string[][] = [[kind, key], ['history', kind, key]];
  if (site) keys.push(['sites', site], ['register', site]);
  if (study) keys.push(['study-summary', study]);
  // Of a change at one site its line is asked for, not the whole list; see Invalidator.
  if (study && !siteOf(change)) keys.push(['site-list', study]);
  if (kind === 'studies') keys.push(['study-list'], ['study-summary', key]);
  if (kind === 'sites') keys.push(['register', key]);
  if (kind === 'tasks' || kind === 'documents' || kind === 'submissions' || kind === 'contracts') keys.push(['work']);
  if (kind === 'notes') keys.push(['work'], ['notes']);
  if (kind === 'views') keys.push(['views']);
  if (kind === 'mail') keys.push(['mail']);
  if (kind === 'people') keys.push(['people-list']);
  if (kind === 'processes') keys.push(['study-list']);
  if (kind === 'plans') keys.push(['blocked'], ['work']);
  return keys;
}

/** Collects changes for a moment, so that a bulk act asks each question once. */
export class Invalidator {
  private pending = new Map<string, readonly string[]>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly client: Pick<QueryClient, 'invalidateQueries'>;
  private readonly wait: number;
  private readonly lines: (study: string, sites: readonly string[]) => void;
  private sites = new Map<string, Set<string>>();

  constructor(client: Pick<QueryClient, 'invalidateQueries'>, wait = 400, lines: (study: string, sites: readonly string[]) => void = () => undefined) {
    this.client = client;
    this.wait = wait;
    this.lines = lines;
  }

  add(change: Change): void {
    for (const key of staleKeys(change)) this.pending.set(key.join('\n'), key);
    const site = siteOf(change);
    if (change.study && site) this.sites.set(change.study, (this.sites.get(change.study) ?? new Set()).add(site));
    this.timer ??= setTimeout(() => this.flush(), this.wait);
  }

  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const keys = [...this.pending.values()];
    this.pending.clear();
    const sites = [...this.sites];
    this.sites.clear();
    for (const queryKey of keys) void this.client.invalidateQueries({ queryKey });
    for (const [study, changed] of sites) this.lines(study, [...changed]);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

/** Server-sent events into the query cache. After a gap everything on the screen is asked again. */
export function useLive(enabled: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!enabled || typeof EventSource === 'undefined') return;
    const invalidator = new Invalidator(client, 250, (study, sites) => void refreshLines(client, study, sites));
    const source = new EventSource('/api/v1/events');
    let lost = false;
    const take = (event: MessageEvent<string>) => {
      try {
        invalidator.add(JSON.parse(event.data) as Change);
      } catch {
        // A heartbeat or an unknown form: the next question brings the truth.
      }
    };
    source.onopen = () => {
      setState('connected');
      if (lost) void client.invalidateQueries();
      lost = false;
    };
    source.onmessage = take;
    source.addEventListener('change', take as EventListener);
    source.addEventListener('changed', take as EventListener);
    source.onerror = () => {
      lost = true;
      setState(onlineManager.isOnline() ? 'connecting' : 'offline');
    };
    const offOnline = onlineManager.subscribe((online) => setState(online ? 'connecting' : 'offline'));
    return () => {
      offOnline();
      invalidator.stop();
      source.close();
    };
  }, [client, enabled]);
}
