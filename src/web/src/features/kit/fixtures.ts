import type { SiteRow } from '@/shared/api/records';
import type { Party, Waiting } from '@/shared/types';
import type { HistoryEntry } from '@/ui/HistoryItem';
import type { Phase } from '@/ui/PhaseProgress';
import type { Round } from '@/ui/RoundLedger';

const COUNTRIES = [['PL', 'Poland', 'Szpital'], ['CZ', 'Czechia', 'Nemocnice'], ['FR', 'France', 'Centre hospitalier'], ['US', 'United States', 'Medical Center'], ['IT', 'Italy', 'Ospedale']] as const;
const STEPS = ['Answer contract round 3', 'Review returned documents', 'Send regulatory packet', 'Hospital resolution', 'Confirm initiation visit'];
const PARTIES: Party[] = ['site', 'us', 'authority', 'sponsor'];

/** Invented sites, the same on every run. */
export const kitSites: SiteRow[] = Array.from({ length: 2000 }, (_, i): SiteRow => {
  const [iso, country, word] = COUNTRIES[i % COUNTRIES.length]!;
  const slip = ((i * 7) % 31) - 6;
  return {
    key: `kit.${i}`, code: `${iso}-${String(Math.floor(i / 5) + 1).padStart(2, '0')}`, name: `${word} no. ${i + 1}`, city: 'Sampleton', country: iso, countryName: country,
    study: 'kit', pi: `Dr. Person ${i}`, status: 'in-start-up', statusWord: i % 9 === 0 ? 'Activated' : 'In start-up', nextStep: STEPS[i % STEPS.length]!,
    waitingOn: PARTIES[i % PARTIES.length]!, waitingName: ['Coordinator', 'Legal', 'Ethics committee', 'Sponsor'][i % 4]!, waitingBusinessDays: (i * 3) % 24,
    planned: `2027-0${(i % 8) + 1}-14`, forecast: `2027-0${(i % 8) + 1}-2${i % 9}`, actual: null, slipBusinessDays: slip, version: 1,
  };
});

export const kitWaiting: Waiting[] = [
  { party: 'us', who: 'Legal, J. Hartwell', businessDays: 11, level: 'risk' },
  { party: 'site', who: 'Finance office', businessDays: 17, level: 'late' },
  { party: 'authority', who: 'Ethics committee', businessDays: 3, level: 'ok' },
  { party: 'sponsor', who: 'Sponsor approval', businessDays: 0, level: 'ok' },
];

export const kitPhases: Phase[] = [
  { name: 'Selection', share: 1 }, { name: 'Documents', share: 1 }, { name: 'Ethics and authority', share: 0.7 },
  { name: 'Contract', share: 0.4, late: true }, { name: 'Initiation', share: 0 },
];

export const kitRounds: Round[] = [
  { round: 1, step: 'Contract draft', with: 'site', from: '2026-09-17', to: '2026-10-06', businessDays: 13, level: 'risk' },
  { round: 1, step: 'Our answer', with: 'us', from: '2026-10-06', to: '2026-10-15', businessDays: 7 },
  { round: 2, step: 'Site comments', with: 'site', from: '2026-10-15', to: '2026-11-09', businessDays: 17, level: 'late' },
  { round: 3, step: 'Our answer', with: 'us', from: '2026-11-09', businessDays: 11, level: 'risk' },
];

export const kitHistory: HistoryEntry[] = [
  { id: '1', what: 'Planned contract executed', old: '04-Dec-2026', new: '11-Dec-2026', who: 'Marta Zielak', reason: 'director on leave until 07-Dec', at: '2026-11-19T15:40:00Z', icon: 'cal' },
  { id: '2', what: 'Contract comments received', who: 'Monika Sadowska', onBehalfOf: 'Contracts office', at: '2026-11-09T13:12:00Z', icon: 'mail' },
];
