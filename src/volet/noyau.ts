/**
 * Le cœur de la session : l'état, ses abonnés, et la règle de tout geste — un seul à la fois, dont l'échec
 * devient une phrase. Les gestes eux-mêmes sont dans les fichiers `gestes*.ts`.
 */
import type { PortExcel } from '../classeur/excel/port';
import { ErreurClasseur } from '../dossier/erreurs';
import type { Officiel } from '../dossier/restitution/blocage';
import { controler } from './controle';
import {
  ETAT_INITIAL,
  controleDe,
  reduire,
  type Annonce,
  type Controle,
  type Etat,
  type Evenement,
} from './etat';
import { bilan, sansDonnee } from './phrases';
import { creerVeille } from './veille';

export interface OptionsSession {
  readonly port: PortExcel;
  /** Le jour, « AAAA-MM-JJ » : le moteur n'a pas d'horloge. */
  readonly aujourdhui: () => string;
  /** Attente avant de recontrôler après une frappe, en ms. */
  readonly attente?: number;
}

export type Noyau = ReturnType<typeof creerNoyau>;

const IMPREVU = 'Clas a rencontré un imprévu. Réessayer ; si cela persiste, fermer et rouvrir le volet.';

/** La phrase d'un échec : celle d'une erreur connue se montre telle quelle. */
function phraseEchec(erreur: unknown): string {
  if (erreur instanceof ErreurClasseur) return erreur.message;
  console.error(erreur);
  return IMPREVU;
}

export function creerNoyau({ port, aujourdhui, attente = 700 }: OptionsSession) {
  let etat: Etat = ETAT_INITIAL;
  const abonnes = new Set<() => void>();
  const emettre = (evenement: Evenement): void => {
    etat = reduire(etat, evenement);
    for (const prevenir of abonnes) prevenir();
  };
  const dire = (ton: Annonce['ton'], texte: string): void =>
    emettre({ type: 'annonce', annonce: { ton, texte } });

  async function relire(): Promise<Controle | null> {
    const { situation, formules } = await controler(port, etat.designations, aujourdhui());
    emettre({ type: 'lu', situation, formules });
    return controleDe(etat);
  }

  const veille = creerVeille({
    port,
    attente,
    surChange: () => emettre({ type: 'change' }),
    recontroler: async () => {
      if (etat.tache !== null) return;
      const avant = controleDe(etat)?.examen.compte;
      await relire();
      const apres = controleDe(etat)?.examen.compte;
      if (apres && JSON.stringify(avant) !== JSON.stringify(apres)) dire('information', bilan(apres));
    },
  });

  /** Fait un geste ; `travail` rend ce qu'il faut en dire. */
  async function faire(tache: string, travail: () => Promise<string | null>): Promise<boolean> {
    if (etat.tache !== null) return false;
    emettre({ type: 'debut', tache });
    let echec: string | null = null;
    let texte: string | null = null;
    try {
      await veille.repos();
      texte = await travail();
    } catch (erreur) {
      echec = phraseEchec(erreur);
    }
    if (echec !== null) emettre({ type: 'fin', annonce: { ton: 'echec', texte: echec } });
    else emettre({ type: 'fin', annonce: texte === null ? null : { ton: 'succes', texte } });
    // une frappe pendant le geste attend encore son contrôle
    if (etat.perime) veille.relancer();
    return echec === null;
  }

  /** Relit avant d'écrire quoi que ce soit : ce qui part est ce que contient le classeur. */
  async function relirePourEcrire(): Promise<Controle> {
    const controle = await relire();
    if (controle === null) throw new ErreurClasseur(sansDonnee(etat.situation));
    return controle;
  }

  /** Rien d'officiel d'un classeur bloqué : la phrase est celle de toutes les portes. */
  async function exiger(objet: Officiel): Promise<Controle> {
    const controle = await relirePourEcrire();
    if (controle.examen.valide) return controle;
    const { phraseBlocage } = await import('./restitution');
    throw new ErreurClasseur(phraseBlocage(controle.examen, objet));
  }

  return {
    port,
    aujourdhui,
    etat: (): Etat => etat,
    sabonner: (prevenir: () => void): (() => void) => {
      abonnes.add(prevenir);
      return () => abonnes.delete(prevenir);
    },
    emettre,
    dire,
    faire,
    relire,
    relirePourEcrire,
    exiger,
    veille,
  };
}
