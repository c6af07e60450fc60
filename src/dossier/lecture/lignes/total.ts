/** Une ligne de total : un mot le dit à côté de nombres, ou des agrégats la remplissent. */
import { NUMERIQUES } from '../../colonnes/colonne';
import { avantPourCent, lireNombre } from '../../../valeurs/nombre';
import { estVide } from '../../../valeurs/texte';
import { estIllisible } from '../../../valeurs/valeur';
import type { Candidate } from './candidate';
import { IDENTITES, LIBELLES, LIBRES, NOMS_DE_LIGNE } from './champs';
import { diTotal, MOTS_D_UN_LIBELLE_SEUL, MOTS_DU_LIBELLE } from './motsDeTotal';
import { estTraits } from './notes';
import type { ColonneLue } from './rangees';

const AGREGAT =
  /^=\s*\+?(?:_xlfn\.)?(?:SUM|SUMIFS?|SUBTOTAL|AGGREGATE|COUNT|COUNTA|COUNTIFS?|AVERAGE|AVERAGEIFS?|SUMPRODUCT|MIN|MAX)\(/i;
const ADDITION = /^=\s*\+?\$?[A-Z]{1,3}\$?\d+(?:\s*\+\s*\$?[A-Z]{1,3}\$?\d+)+$/i;

/** Un nombre, un pourcentage, ou le tiret qui dit qu'il n'y en a pas : à côté d'un « Total », rien d'autre n'est saisi. */
const estUnNombreEcrit = (v: string): boolean =>
  estTraits(v) || lireNombre(avantPourCent(v) ?? v).etat !== 'illisible';

const nommentLaLigne = ({ pleines }: Candidate): readonly ColonneLue[] => {
  const noms = pleines.filter(({ cle }) => NOMS_DE_LIGNE.has(cle));
  const nus = pleines.every((c) => noms.includes(c) || NUMERIQUES.has(c.definition.type));
  return nus ? noms : [];
};

/** Le seul texte d'une ligne que rien n'identifie : « TOTAL » juste à gauche des nombres, sous un avis ou une date. */
function seulTexte(ligne: Candidate): readonly ColonneLue[] {
  const [texte, autre] = ligne.pleines.filter(
    (c) => typeof ligne.cellule(c) === 'string' && !LIBRES.has(c.cle),
  );
  if (!texte || autre || NUMERIQUES.has(texte.definition.type)) return [];
  return ligne.pleines.some((c) => c !== texte && IDENTITES.has(c.cle)) ? [] : [texte];
}

/** Le mot d'un total se dit dans la première colonne du tableau, lue ou non, et dans celles qui nomment un dossier. */
const porteUnLibelle = ({ rangees }: Candidate, { cle, i }: ColonneLue): boolean =>
  LIBELLES.has(cle) || i === rangees.premiere;

/** Les rangs des colonnes où un mot dit le total. */
function colonnesQuiLeDisent(ligne: Candidate): readonly number[] {
  const { pleines, rangees } = ligne;
  const motsAdmis = pleines.length === 1 ? MOTS_D_UN_LIBELLE_SEUL : MOTS_DU_LIBELLE;
  // le libellé d'une écriture ne dit un total que si aucun compte n'est mouvementé
  const sansCompte = !pleines.some(({ cle }) => cle === 'compte' || cle === 'dossier');
  const sansNumero = rangees.dossier !== undefined && estVide(ligne.numero);
  const candidates = [
    ...pleines.filter((c) => porteUnLibelle(ligne, c) || (sansCompte && c.cle === 'libelle')),
    ...(sansNumero ? [...nommentLaLigne(ligne), ...seulTexte(ligne)] : []),
  ].map(({ i }) => i);
  return [...new Set([...candidates, rangees.premiere])].filter((i) =>
    diTotal(ligne.cellule({ i }), motsAdmis),
  );
}

/** À côté du mot, rien que des nombres. */
const queDesNombres = (ligne: Candidate, mots: readonly number[]): boolean =>
  ligne.pleines.every((c) => {
    const v = ligne.cellule(c);
    if (mots.includes(c.i) || LIBRES.has(c.cle) || typeof v === 'number' || diTotal(v)) return true;
    // « #REF! » : la somme d'une colonne ôtée
    if (estIllisible(v)) return true;
    return ligne.formule(c) !== undefined || (typeof v === 'string' && estUnNombreEcrit(v));
  });

/** Rien que des agrégats, ou avec eux le titre de ce qu'ils totalisent (« SECTEUR NORD »). */
function queDesAgregats(ligne: Candidate): boolean {
  if (ligne.rangees.feuille.formules.size === 0) return false;
  const titres = ligne.pleines.filter((c) => {
    const f = ligne.formule(c);
    return f === undefined || !(AGREGAT.test(f) || ADDITION.test(f));
  });
  if (titres.length === ligne.pleines.length) return false;
  const [titre] = titres;
  return (
    titre === undefined ||
    (titres.length === 1 && porteUnLibelle(ligne, titre) && ligne.estTexte(titre) && !ligne.numeroConnu)
  );
}

export function estTotal(ligne: Candidate): boolean {
  const mots = colonnesQuiLeDisent(ligne);
  if (mots.length === 0) return queDesAgregats(ligne);
  return !ligne.numeros.estUneFiche(ligne.l) && queDesNombres(ligne, mots);
}
