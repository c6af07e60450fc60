/**
 * Lire le classeur de l'agent en deux échanges : les noms des feuilles et la feuille Projets, puis toutes les autres ;
 * un troisième, quand il y a de quoi préciser (`precisions.ts`).
 * Excel sur le web refuse une réponse de plus de 5 Mo, et plus de 5 millions de cellules reviennent vides sans erreur :
 * une fenêtre borne chaque feuille, et ce qui n'est pas venu ainsi se relit par blocs (`blocs.ts`).
 */
import { seLit, FEUILLES_AGENT } from '../../dossier/feuilles';
import type { ClasseurLu } from '../../dossier/formes/grille';
import { lireParBlocs } from './blocs';
import { estPassager } from './erreurs';
import { demanderEtat, lireEtat, type EtatClasseur } from './etat';
import { demanderFeuille, recueillir } from './feuille';
import { preciser } from './precisions';
import { versFeuille, type FeuilleBrute } from './valeurs';

interface ClasseurBrut {
  readonly etat: EtatClasseur;
  readonly feuilles: readonly FeuilleBrute[];
}

export async function lireClasseurExcel(
  contexte: Excel.RequestContext,
): Promise<{ classeur: ClasseurLu; etat: EtatClasseur }> {
  const { etat, feuilles } = await lireBrut(contexte);
  const precise = await preciser(contexte, etat, feuilles);
  const visibilites = new Map(etat.feuilles.map(({ nom, visibilite }) => [nom, visibilite]));
  const lues = feuilles.map((feuille) =>
    versFeuille(feuille, {
      ...precise(feuille.nom),
      visibilite: visibilites.get(feuille.nom) ?? 'visible',
    }),
  );
  const { dates1904, calculManuel } = etat;
  return { etat, classeur: { feuilles: lues, dates1904, ...(calculManuel && { calculManuel }) } };
}

async function lireBrut(contexte: Excel.RequestContext): Promise<ClasseurBrut> {
  const { etat, projets } = await commencer(contexte);
  const noms = etat.feuilles.map(({ nom }) => nom).filter((nom) => seLit(nom));
  const lues = new Map<string, FeuilleBrute>(projets ? [[projets.nom, projets]] : []);
  const manquent = (): string[] => noms.filter((nom) => !lues.has(nom));
  const garder = (feuilles: readonly FeuilleBrute[]): void => {
    for (const feuille of feuilles) lues.set(feuille.nom, feuille);
  };
  garder(await lireEntieres(contexte, manquent()));
  garder(await lireParBlocs(contexte, manquent()));
  // les feuilles de Clas ont leur place dans le bilan de lecture, et rien à lire
  return { etat, feuilles: etat.feuilles.map(({ nom }) => lues.get(nom) ?? { nom, blocs: [], fusions: [] }) };
}

interface Debut {
  readonly etat: EtatClasseur;
  readonly projets: FeuilleBrute | null;
}

/** La plus grosse feuille est demandée d'avance, sous son nom habituel : elle ne pèse plus sur le second échange. */
async function commencer(contexte: Excel.RequestContext): Promise<Debut> {
  const lire = demanderEtat(contexte);
  const demande = demanderFeuille(contexte.workbook.worksheets.getItemOrNullObject(FEUILLES_AGENT.projets));
  try {
    await contexte.sync();
  } catch (erreur) {
    if (estPassager(erreur)) throw erreur;
    return { etat: await lireEtat(contexte), projets: null };
  }
  const etat = lire();
  const nom = etat.feuilles.find((f) => f.nom.toLowerCase() === FEUILLES_AGENT.projets.toLowerCase())?.nom;
  return { etat, projets: nom === undefined ? null : recueillir(nom, demande) };
}

/** Les feuilles qui tiennent dans un seul échange ; les autres manquent au résultat. */
async function lireEntieres(
  contexte: Excel.RequestContext,
  noms: readonly string[],
): Promise<FeuilleBrute[]> {
  if (noms.length === 0) return [];
  const demandes = noms.map((nom) => ({
    nom,
    demande: demanderFeuille(contexte.workbook.worksheets.getItem(nom)),
  }));
  try {
    await contexte.sync();
  } catch (erreur) {
    // Réponse trop grosse, plus de 512 fusions : tout se relit prudemment.
    if (estPassager(erreur)) throw erreur;
    return [];
  }
  return demandes.flatMap(({ nom, demande }) => recueillir(nom, demande) ?? []);
}
