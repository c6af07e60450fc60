/** À qui va un courrier, et sous quel nom il s'écrit. */
import type { CalculProjet, CleMontant } from '../../calcul/montants';
import { estRefuse } from '../../controle/contexte';
import { montantConnu } from './montantConnu';

const reste = (calcul: CalculProjet, cle: CleMontant): boolean => montantConnu(calcul, cle)?.gt(0) ?? false;

/** Les dossiers que chaque choix concerne. */
export const DESTINATAIRES = {
  agrees: ({ agree }: CalculProjet) => agree,
  refuses: ({ projet }: CalculProjet) => estRefuse(projet),
  solde: (calcul: CalculProjet) => calcul.agree && reste(calcul, 'resteAPayer'),
  indu: (calcul: CalculProjet) => reste(calcul, 'resteARecouvrer'),
  tous: () => true,
} as const satisfies Record<string, (calcul: CalculProjet) => boolean>;

export type Destinataires = keyof typeof DESTINATAIRES;
export const estDestinataire = (choix: string): choix is Destinataires => Object.hasOwn(DESTINATAIRES, choix);

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
