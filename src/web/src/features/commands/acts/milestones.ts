/** Milestones of a site as people choose among them; the server knows what each means and refuses others. */
export const SITE_MILESTONES: readonly (readonly [code: string, en: string, de: string])[] = [
  ['SI-020', 'CDA sent', 'CDA gesendet'], ['SI-030', 'CDA fully executed', 'CDA unterzeichnet'], ['SI-040', 'Feasibility questionnaire sent', 'Fragebogen gesendet'], ['SI-050', 'Feasibility questionnaire returned', 'Fragebogen zurück'],
  ['SI-060', 'Qualification visit scheduled', 'Qualifikationsbesuch vereinbart'], ['SI-070', 'Qualification visit', 'Qualifikationsbesuch'], ['SI-080', 'Qualification report final', 'Qualifikationsbericht fertig'], ['SI-090', 'Site selected', 'Zentrum ausgewählt'],
  ['SI-100', 'Start-up package sent', 'Start-up-Paket gesendet'], ['SI-110', 'Essential documents complete', 'Dokumente vollständig'], ['SI-120', 'Contract sent', 'Vertrag gesendet'], ['SI-130', 'First site comments received', 'Erste Kommentare des Zentrums'],
  ['SI-140', 'Site budget agreed', 'Zentrumsbudget vereinbart'], ['SI-150', 'Contract text agreed', 'Vertragstext vereinbart'], ['SI-160', 'Contract executed', 'Vertrag unterzeichnet'], ['SI-170', 'Local ethics submission', 'Lokale Ethik eingereicht'],
  ['SI-180', 'Local ethics approval', 'Lokale Ethik genehmigt'], ['SI-190', 'Hospital authorisation', 'Genehmigung der Klinik'], ['SI-200', 'Site-specific ICF approved', 'Zentrums-ICF genehmigt'], ['SI-210', 'Initiation visit scheduled', 'Initiierungsbesuch vereinbart'],
  ['SI-220', 'Initiation visit', 'Initiierungsbesuch'], ['SI-230', 'Training and delegation complete', 'Schulung und Delegation vollständig'], ['SI-240', 'System access live', 'Systemzugänge aktiv'], ['SI-250', 'IP release', 'IP-Freigabe'],
  ['SI-260', 'IP and supplies at site', 'IP und Material am Zentrum'], ['SI-270', 'Site activated', 'Zentrum aktiviert'], ['SI-280', 'First participant at site', 'Erste teilnehmende Person'],
];
