import { useQuery } from '@tanstack/react-query';
import { peopleQuery } from '@/features/people/queries';
import { codeWord } from './i18n/codes';
import { useLanguage } from './i18n/language';

/** A role code in words; a code that is not known stays as it is. */
export const roleWord = (code: string, language: 'en' | 'de' = 'en'): string => codeWord('role', code, language) ?? code;

/** Who owns something, in words: a role, or the name of a person as far as one may read it. */
export function useOwnerName(): (owner: string | null | undefined) => string | null {
  const { language } = useLanguage();
  const people = useQuery(peopleQuery).data;
  return (owner) => {
    if (!owner) return null;
    const role = codeWord('role', owner, language);
    if (role) return role;
    const key = owner.replace(/^person\//, '');
    return people?.find((p) => p.key === key)?.name ?? owner;
  };
}
