/** Ce qui a été examiné, avant tout résultat : fichier, Caf, année, jour, volume. */
import { nomConnu, type IdentiteCaf } from '../../dossier/cafs';
import type { Examen } from '../../dossier/examiner';
import { dateFrancaise } from '../../valeurs/date';
import { anneeScolaire } from '../../reglement/annee';
import type { Ecran } from '../ecran';
import { pluriel } from '../../dossier/affichage/pluriel';
import { s } from '../../valeurs/pluriel';
import { dire, enumerer, inoffensif } from '../texte';

/** « Caf du Loiret (45) » */
export const nommerCaf = (identite: Pick<IdentiteCaf, 'caf' | 'nomCaf'>): string =>
  identite.caf === null ? 'Caf non renseignée' : `${nomConnu(identite) ?? 'Caf'} (${identite.caf})`;

export function enTete(fichier: string, { lecture, au }: Examen, ecran: Ecran): string {
  const { parametres, projets, collectifs, versements } = lecture;
  const volumes = [pluriel(projets.lignes.length, 'projet')];
  if (collectifs) volumes.push(pluriel(collectifs.lignes.length, 'collectif'));
  if (versements) volumes.push(pluriel(versements.lignes.length, 'versement'));
  const qui = `${nommerCaf(parametres)}, année scolaire ${anneeScolaire(parametres.annee)}`;
  const nombre = [projets, collectifs, versements].reduce((n, lues) => n + (lues?.lignes.length ?? 0), 0);
  const quoi = `${enumerer(volumes)}, examiné${s(nombre)} au ${dateFrancaise(au)}`;
  return [ecran.teinter('gras', inoffensif(fichier)), ...[qui, quoi].map((ligne) => dire(ligne, ecran))].join(
    '\n',
  );
}
