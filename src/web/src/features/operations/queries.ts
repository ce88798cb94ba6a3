import { get } from '@/shared/api/client';

export interface Hold { name: string; since: string; reason: string }
export interface Waiting { messages: number; mails: number; undeliverable: number; timers: number; messageLag: number; timerLag: number; horizonAge: number; clockApart: number }
export interface Member { address: string; machine: string; status: string; since: string; alive: string; here: boolean; actors: number }
export interface Relay { name: string; owner: string; since: string; looked: string; carried: number }
export interface Operations {
  version: string; nature: string; database: string; machine: string; process: number; started: string; actors: number; memory: number;
  notReady: string[]; waiting: Waiting | null; mailHeld: Hold | null; cluster: { members: Member[]; relays: Relay[] } | null;
}
export interface HeldMailPage { held: Hold | null; items: { id: string; target: string; source: string; template: string | null; to: string | null; due: string; attempts: number }[] }

export const operationsQuery = { queryKey: ['operations'], queryFn: ({ signal }: { signal: AbortSignal }) => get<Operations>('/operations', signal), refetchInterval: 5_000 };
export const heldMailQuery = { queryKey: ['operations', 'held-mail'], queryFn: ({ signal }: { signal: AbortSignal }) => get<HeldMailPage>('/operations/held-mail', signal), refetchInterval: 10_000 };
