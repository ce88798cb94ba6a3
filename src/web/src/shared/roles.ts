import { useQuery } from '@tanstack/react-query';
import { peopleQuery } from '@/features/people/queries';
import { useLanguage } from './i18n/language';

const ROLES: Record<string, readonly [en: string, de: string]> = {
  SUS: ['Start-up specialist', 'Start-up-Spezialist'], SUL: ['Start-up lead', 'Start-up-Leitung'], WFD: ['Process owner', 'Prozessverantwortung'], CTM: ['Study manager', 'Studienmanagement'], CRA: ['Monitor (CRA)', 'Monitor (CRA)'],
  CTA: ['Study associate', 'Studienassistenz'], REG: ['Regulatory', 'Regulatory'], CON: ['Contracts', 'Verträge'], BUD: ['Budget', 'Budget'], LEG: ['Legal', 'Recht'], FEA: ['Feasibility', 'Feasibility'], SPO: ['Sponsor', 'Sponsor'],
  QP: ['Qualified person', 'Sachkundige Person'], MED: ['Medical monitor', 'Medizinische Leitung'], QA: ['Quality', 'Qualität'], TRA: ['Translation', 'Übersetzung'], PI: ['PI', 'PI'], SI: ['Sub-investigator', 'Sub-Investigator'], SC: ['Coordinator', 'Koordination'],
  SAD: ['Site contract office', 'Vertragsbüro des Zentrums'], PHA: ['Pharmacist', 'Apotheke'], LAB: ['Laboratory', 'Labor'], EC: ['Ethics committee', 'Ethikkommission'], RA: ['Authority', 'Behörde'], ADM: ['Administrator', 'Administration'],
  RRO: ['IP release officer', 'IP-Freigabe'], ISG: ['Institution signatory', 'Zeichnungsberechtigt'], SSG: ['Sponsor signatory', 'Zeichnung Sponsor'], LRE: ['EU legal representative', 'Gesetzlicher Vertreter EU'],
};

/** A role code in words; a code that is not known stays as it is. */
export const roleWord = (code: string, language: 'en' | 'de' = 'en'): string => ROLES[code]?.[language === 'de' ? 1 : 0] ?? code;

/** Who owns something, in words: a role, or the name of a person as far as one may read it. */
export function useOwnerName(): (owner: string | null | undefined) => string | null {
  const { language } = useLanguage();
  const people = useQuery(peopleQuery).data;
  return (owner) => {
    if (!owner) return null;
    if (ROLES[owner]) return roleWord(owner, language);
    const key = owner.replace(/^person\//, '');
    return people?.find((p) => p.key === key)?.name ?? owner;
  };
}
