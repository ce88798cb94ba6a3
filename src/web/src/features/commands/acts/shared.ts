import type { ActField } from '../types';

export const on: ActField = { name: 'on', label: ['On', 'Am'], kind: 'date', initial: 'today' };
export const due: ActField = { name: 'due', label: ['Target', 'Ziel'], kind: 'date' };
export const file: ActField = { name: 'file', label: ['File', 'Datei'], kind: 'file' };
export const reasonCode = (options: NonNullable<ActField['options']>, required = true): ActField => ({ name: 'reasonCode', label: ['Reason', 'Grund'], kind: 'choice', options, required });
export const track: ActField = { name: 'track', label: ['Track', 'Spur'], kind: 'choice', required: true, initial: 'contract', options: [['contract', 'Contract text', 'Vertragstext'], ['budget', 'Site budget', 'Zentrumsbudget']] };
export const other: readonly [string, string, string] = ['other', 'Other, see reason', 'Anderes, siehe Grund'];
