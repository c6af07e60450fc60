/**
 * L'adresse d'office.js, en un seul endroit : la page, la politique de sécurité et les essais la prennent ici.
 * Microsoft a changé de domaine en septembre 2026 ; l'ancien reste permis, car une redirection ou un proxy peut y mener.
 */
const NOUVELLE = 'https://officeapis.public.onecdn.static.microsoft/1/office.js';
const ANCIENNE = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** Un nuage privé d'Office a son propre domaine : CLAS_OFFICE_JS donne l'adresse de son office.js. */
const choisie = process.env.CLAS_OFFICE_JS;
if (choisie !== undefined && !/^https:\/\/[^\s"'<>;,]+\/office\.js$/.test(choisie))
  throw new Error(`CLAS_OFFICE_JS : « ${choisie} » doit commencer par https:// et finir par /office.js.`);

/** Celle que charge la page, puis celles qui doivent répondre aussi. */
export const ADRESSES_OFFICE = choisie === undefined ? [NOUVELLE, ANCIENNE] : [choisie, NOUVELLE, ANCIENNE];
export const ADRESSE_OFFICE = choisie ?? NOUVELLE;

/** Les dossiers où office.js va chercher le reste de lui-même. */
export const DOSSIERS_OFFICE = ADRESSES_OFFICE.map((adresse) => adresse.slice(0, -'office.js'.length));

export const ORIGINES_OFFICE = [...new Set(ADRESSES_OFFICE.map((adresse) => new URL(adresse).origin))];
