import type { Kind } from '@/shared/api/records';
import type { Act } from '../types';
import { contractActs } from './contract';
import { documentActs } from './document';
import { siteActs } from './site';
import { countryActs, studyActs } from './study';
import { submissionActs } from './submission';
import { taskActs } from './task';

const BY_KIND: Partial<Record<Kind, readonly Act[]>> = {
  sites: siteActs, documents: documentActs, submissions: submissionActs, contracts: contractActs, tasks: taskActs, studies: studyActs, countries: countryActs,
};

/** The acts that the server allows here, in the order of the work. */
export function actsOf(kind: Kind, allowed: readonly string[] | undefined): Act[] {
  return (BY_KIND[kind] ?? []).filter((act) => allowed === undefined || allowed.includes(act.type));
}
