/**
 * Le bilan national : les remontées des Caf, réunies. Un second fichier de la même Caf ou une autre année
 * scolaire que celle du premier fichier accepté est refusé, avec sa raison ; rien ne se corrige d'office.
 */
import { CAFS, type Caf, cafDesignee } from '../../cafs';
import { comparerTextes } from '../../../valeurs/ordre';
import { anneeScolaire } from '../../../reglement/annee';
import { somme } from '../../../valeurs/montant';
import { clesIdentite } from '../remontee/identite';
import type { TotauxRemontee } from '../remontee/presentation';
import type { RemonteeLue } from '../remontee/relecture';

/** Un fichier : sa remontée, ou la raison pour laquelle il n'a pas pu être lu. */
export interface Entree {
  readonly fichier: string;
  readonly remontee?: RemonteeLue | undefined;
  readonly raison?: string | undefined;
}

export interface Accepte {
  readonly fichier: string;
  readonly remontee: RemonteeLue;
}

interface Refus {
  readonly fichier: string;
  readonly raison: string;
}

export interface Bilan {
  /** `null` quand aucun fichier n'est accepté. */
  readonly annee: number | null;
  /** Par code puis nom de Caf. */
  readonly acceptes: readonly Accepte[];
  /** Dans l'ordre donné. */
  readonly refuses: readonly Refus[];
  readonly totaux: TotauxRemontee;
  /** Caf qui n'ont pas de fichier accepté. */
  readonly manquantes: readonly Caf[];
}

const additionner = (totaux: readonly TotauxRemontee[]): TotauxRemontee => {
  const nombre = (
    cle: 'projets' | 'collectifs' | 'collectifsBonusEnfants' | 'collectifsBonusParents',
  ): number => totaux.reduce((n, t) => n + t[cle], 0);
  const montant = (cle: 'bonusEnfants' | 'bonusParents' | 'bonusAccordes' | 'bonusVerses') =>
    somme(totaux.map((t) => t[cle]));
  return {
    projets: nombre('projets'),
    collectifs: nombre('collectifs'),
    collectifsBonusEnfants: nombre('collectifsBonusEnfants'),
    collectifsBonusParents: nombre('collectifsBonusParents'),
    bonusEnfants: montant('bonusEnfants'),
    bonusParents: montant('bonusParents'),
    bonusAccordes: montant('bonusAccordes'),
    bonusVerses: montant('bonusVerses'),
  };
};

const cleTri = ({ remontee: r }: Accepte): string =>
  `${r.caf ?? ''} ${cafDesignee(r)?.nom ?? r.nomCaf ?? ''} ${r.codeOrganisme ?? ''}`;
const parCaf = (a: Accepte, b: Accepte): number => comparerTextes(cleTri(a), cleTri(b));

export function consolider(entrees: readonly Entree[]): Promise<Bilan> {
  const acceptes: Accepte[] = [];
  const refuses: Refus[] = [];
  const fichierDe = new Map<string, string>();
  let annee: number | null = null;
  for (const { fichier, remontee, raison } of entrees) {
    const refuser = (motif: string): void => void refuses.push({ fichier, raison: motif });
    if (!remontee) {
      refuser(raison ?? 'Fichier illisible.');
      continue;
    }
    const cles = clesIdentite(remontee);
    const premier = cles.map((cle) => fichierDe.get(cle)).find((f) => f !== undefined);
    if (cles.length === 0)
      refuser(
        'Caf émettrice inconnue : demander un fichier où son code (et, dans le 64, son nom) est saisi.',
      );
    else if (annee !== null && remontee.annee !== annee)
      refuser(
        `Année scolaire ${anneeScolaire(remontee.annee)}, alors que le bilan porte sur ${anneeScolaire(annee)} : le consolider à part.`,
      );
    else if (premier !== undefined)
      refuser(
        `Second fichier de la même Caf (${cafDesignee(remontee)?.nom ?? remontee.nomCaf ?? remontee.caf ?? ''}), déjà lue dans « ${premier} » : n’en garder qu’un.`,
      );
    else {
      annee ??= remontee.annee;
      for (const cle of cles) fichierDe.set(cle, fichier);
      acceptes.push({ fichier, remontee });
    }
  }
  const presentes = new Set(acceptes.map(({ remontee }) => cafDesignee(remontee)));
  return Promise.resolve({
    annee,
    acceptes: acceptes.sort(parCaf),
    refuses,
    totaux: additionner(acceptes.map(({ remontee }) => remontee.totaux)),
    manquantes: CAFS.filter((caf) => !presentes.has(caf)),
  });
}
