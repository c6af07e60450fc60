/** À qui va un courrier, ce qui l'empêche, et sous quel nom il s'écrit. */
import { s } from '../../../valeurs/pluriel';
import type { CalculProjet, CleMontant } from '../../calcul/montants';
import { estRefuse } from '../../controle/contexte';
import type { Examen } from '../../examiner';
import { cleProjet, depassement, direBlocage, empechements } from './empechements';

const reste = (calcul: CalculProjet, cle: CleMontant): boolean =>
  calcul.montants[cle].montant?.gt(0) ?? false;

/** Les dossiers que chaque choix concerne. */
export const DESTINATAIRES = {
  agrees: ({ agree }: CalculProjet) => agree,
  refuses: ({ projet, ecarte }: CalculProjet) => estRefuse(projet) && !ecarte,
  solde: (calcul: CalculProjet) => calcul.agree && reste(calcul, 'resteAPayer'),
  indu: (calcul: CalculProjet) => !calcul.ecarte && reste(calcul, 'resteARecouvrer'),
  tous: () => true,
} as const satisfies Record<string, (calcul: CalculProjet) => boolean>;

export type Destinataires = keyof typeof DESTINATAIRES;
export const estDestinataire = (choix: string): choix is Destinataires => Object.hasOwn(DESTINATAIRES, choix);

/** Un dossier concerné, et ce qui le retient : un courrier ne part pas sur un dossier qui a une anomalie bloquante. */
export interface Destinataire {
  readonly calcul: CalculProjet;
  readonly motif: string | null;
}

export function destinatairesDe(examen: Examen, pour: Destinataires): Destinataire[] {
  const empeches = empechements(examen);
  return examen.calculs.filter(DESTINATAIRES[pour]).map((calcul) => {
    const ou = empeches.get(cleProjet(calcul.projet));
    const motif = ou !== undefined ? direBlocage(ou) : pour === 'indu' ? null : depassement(calcul);
    return { calcul, motif };
  });
}

/** Un courrier non fait : le dossier est retenu, ou le modèle cite des montants inconnus. */
export interface Laisse {
  readonly dossier: string;
  readonly inconnus: readonly string[];
  readonly motif?: string;
}

const CITES_MAX = 3;

/** « 4 courriers non faits : A-1 ({psDue} inconnu) ; A-7 (anomalie bloquante en Projets!V8 (C-FIN-01)) ; … » */
export function direLaisses(laisses: readonly Laisse[]): string | null {
  if (laisses.length === 0) return null;
  const cites = laisses
    .slice(0, CITES_MAX)
    .map(
      ({ dossier, inconnus, motif }) =>
        `${dossier} (${motif ?? `${inconnus.map((n) => `{${n}}`).join(', ')} inconnu${s(inconnus.length)}`})`,
    )
    .join(' ; ');
  return `${laisses.length} courrier${s(laisses.length)} non fait${s(laisses.length)} : ${cites}${laisses.length > CITES_MAX ? ' ; …' : '.'}`;
}

const LONGUEUR_MAX = 80;

/** « A-12 Les Petits Loups.docx » : sans signe qu'un disque refuse, et jamais deux fois le même. */
export function nomDeCourrier({ projet }: CalculProjet, pris: Set<string>): string {
  const base =
    `${projet.dossier ?? ''} ${projet.gestionnaire ?? ''}`
      // eslint-disable-next-line no-control-regex -- les caractères de contrôle n'ont pas place dans un nom
      .replace(/[<>:"/\\|?*\u0000-\u001f]/g, '-')
      .replace(/\s+/g, ' ')
      .replace(/^[. ]+|[. ]+$/g, '')
      .slice(0, LONGUEUR_MAX)
      .trim() || `ligne ${projet.ligne}`;
  let nom = `${base}.docx`;
  for (let n = 2; pris.has(nom.toLowerCase()); n++) nom = `${base} (${n}).docx`;
  pris.add(nom.toLowerCase());
  return nom;
}
