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

/** Le seul texte d'une ligne que rien n'identifie : « TOTAL » juste à gauche des nombres, sous un avis ou une date. */
function seulTexte(ligne: Candidate): ColonneLue | undefined {
  const [texte, autre] = ligne.pleines.filter(
    (c) => typeof ligne.cellule(c) === 'string' && !LIBRES.has(c.cle),
  );
  const identifiee = ligne.pleines.some((c) => c !== texte && IDENTITES.has(c.cle));
  return !texte || autre || identifiee || NUMERIQUES.has(texte.definition.type) ? undefined : texte;
}

/** Les rangs des colonnes où un mot dit le total ; la première du tableau en est, lue ou non. */
function colonnesQuiLeDisent(ligne: Candidate): readonly number[] {
  const { pleines, rangees } = ligne;
  const motsAdmis = pleines.length === 1 ? MOTS_D_UN_LIBELLE_SEUL : MOTS_DU_LIBELLE;
  const sansNumero = estVide(ligne.numero);
  const seul = sansNumero ? seulTexte(ligne) : undefined;
  const candidates = pleines.filter(
    (c) => LIBELLES.has(c.cle) || (sansNumero && NOMS_DE_LIGNE.has(c.cle)) || c === seul,
  );
  return [...candidates.map(({ i }) => i), rangees.premiere].filter((i) =>
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
  const titres = ligne.pleines.filter((c) => {
    const formule = ligne.formule(c) ?? '';
    return !AGREGAT.test(formule) && !ADDITION.test(formule);
  });
  if (titres.length === ligne.pleines.length) return false;
  const [titre, autre] = titres;
  if (titre === undefined) return true;
  const enTitre = LIBELLES.has(titre.cle) || titre.i === ligne.rangees.premiere;
  return autre === undefined && enTitre && ligne.estTexte(titre) && !ligne.numeroConnu;
}

export function estTotal(ligne: Candidate): boolean {
  const mots = colonnesQuiLeDisent(ligne);
  if (mots.length === 0) return queDesAgregats(ligne);
  return !ligne.numeros.estUneFiche(ligne.l) && queDesNombres(ligne, mots);
}
