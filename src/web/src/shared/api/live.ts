import { onlineManager, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';

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

/** Which questions a change makes stale; only those on the screen are asked again. */
export function staleKeys(change: Change): readonly (readonly string[])[] {
  const keys: string[][] = [[change.kind, change.key], ['search']];
  if (change.site) keys.push(['site', change.site], ['register', change.site]);
  if (change.study) keys.push(['sites', change.study], ['study', change.study], ['countries', change.study]);
  if (change.kind === 'site') keys.push(['site', change.key]);
  if (change.kind === 'study') keys.push(['studies'], ['study', change.key]);
  if (change.kind === 'task') keys.push(['work']);
  if (change.kind === 'person') keys.push(['people']);
  if (change.kind === 'process') keys.push(['import', change.key], ['studies']);
  if (change.kind === 'workflow') keys.push(['blocked']);
  return keys;
}

/** Collects changes for a moment, so that a bulk act asks each question once. */
export class Invalidator {
  private pending = new Map<string, readonly string[]>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly client: Pick<QueryClient, 'invalidateQueries'>;
  private readonly wait: number;

  constructor(client: Pick<QueryClient, 'invalidateQueries'>, wait = 400) {
    this.client = client;
    this.wait = wait;
  }

  add(change: Change): void {
    for (const key of staleKeys(change)) this.pending.set(key.join('\n'), key);
    this.timer ??= setTimeout(() => this.flush(), this.wait);
  }

  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const keys = [...this.pending.values()];
    this.pending.clear();
    for (const queryKey of keys) void this.client.invalidateQueries({ queryKey });
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
    const invalidator = new Invalidator(client);
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
