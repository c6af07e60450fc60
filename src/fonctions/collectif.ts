/** Conditions d'un collectif et clé du Siret (Circ. § 2.1). */
import { eligibilite as regle } from '../reglement/eligibilite';
import { siretValide } from '../valeurs/siret';
import { lireEntierOuRien, lireHeures, lireOuiNon, lireTexteLibre } from './arguments';

/**
 * Éligibilité d'un collectif : « Éligible », tous les motifs de refus, ou « À compléter » et ce qui manque.
 * @customfunction CLAS.ELIGIBILITE
 * @param enfants Enfants accueillis en même temps (places), et non le cumul de l'année.
 * @param [rural] Milieu rural : oui ou non. Omis : non.
 * @param [handicap] Accueil d'un enfant en situation de handicap : oui ou non. Omis : non.
 * @param [intervenants] Nombre d'intervenants présents.
 * @param [seances] Séances par semaine.
 * @param [duree] Durée d'une séance : 1,5, « 1 h 30 » ou une heure d'Excel (1:30).
 * @param [semaines] Semaines d'activité dans l'année.
 * @param [derogation] Séance unique actée sur l'agrément, faute de locaux : oui ou non. Omis : non.
 * @exemple =CLAS.ELIGIBILITE(10;;;2;2;1,5;27) → Éligible
 * @exemple =CLAS.ELIGIBILITE(13;;;2;2;1,5;27) → 13 enfants : 12 au maximum
 * @exemple =CLAS.ELIGIBILITE(10;;;;2;1,5) → À compléter : intervenants, semaines
 * @source Circ. 2021-006, § 2.1
 */
export function eligibilite(
  enfants: unknown,
  rural?: unknown,
  handicap?: unknown,
  intervenants?: unknown,
  seances?: unknown,
  duree?: unknown,
  semaines?: unknown,
  derogation?: unknown,
): string {
  const { statut, motifs, manquants } = regle({
    enfants: lireEntierOuRien('enfants', enfants),
    rural: lireOuiNon('milieu rural', rural),
    handicap: lireOuiNon('handicap', handicap),
    intervenants: lireEntierOuRien('intervenants', intervenants),
    seances: lireEntierOuRien('séances', seances),
    duree: lireHeures('durée', duree),
    semaines: lireEntierOuRien('semaines', semaines),
    derogation: lireOuiNon('dérogation', derogation),
  });
  if (statut === 'inéligible') return motifs.map((motif) => motif.texte).join(' ; ');
  return statut === 'éligible' ? 'Éligible' : `À compléter : ${manquants.join(', ')}`;
}

/**
 * Vrai si le Siret a quatorze chiffres et une clé juste (règle particulière de La Poste comprise).
 * @customfunction CLAS.SIRET
 * @param texte Siret, en texte ; les espaces sont admises.
 * @exemple =CLAS.SIRET("356 000 000 00048") → VRAI
 * @exemple =CLAS.SIRET("12345678900012") → FAUX
 * @source Insee, clé de contrôle du Siret
 */
export function siret(texte: unknown): boolean {
  return siretValide(lireTexteLibre('Siret', texte));
}
