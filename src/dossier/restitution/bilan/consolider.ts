/**
 * Le bilan national : les remontées des Caf, réunies. Un second fichier de la même Caf ou une autre année
 * scolaire que celle du premier fichier accepté est refusé, avec sa raison ; rien ne se corrige d'office.
 */
import { CAFS, type Caf, cafDesignee, nomConnu } from '../../cafs';
import { comparerTextes } from '../../../valeurs/ordre';
import { anneeScolaire } from '../../../reglement/annee';
import { cleIdentite } from '../remontee/identite';
import type { TotauxRemontee } from '../remontee/presentation';
import type { Remontee } from '../remontee/donnees';
import { additionner } from '../remontee/totaux';

/** Un fichier : sa remontée, ou la raison pour laquelle il n'a pas pu être lu. */
export interface Entree {
  readonly fichier: string;
  readonly remontee?: Remontee | undefined;
  readonly raison?: string | undefined;
}

export interface Accepte {
  readonly fichier: string;
  readonly remontee: Remontee;
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

const cleTri = ({ remontee: r }: Accepte): string => `${r.caf ?? ''} ${nomConnu(r) ?? ''}`;
const parCaf = (a: Accepte, b: Accepte): number => comparerTextes(cleTri(a), cleTri(b));

export function consolider(entrees: readonly Entree[]): Bilan {
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
    const cle = cleIdentite(remontee);
    const premier = cle === null ? undefined : fichierDe.get(cle);
    if (cle === null)
      refuser(
        'Caf émettrice inconnue : demander un fichier où son code (et, dans le 64, le nom de l’une des deux Caf) est saisi.',
      );
    else if (annee !== null && remontee.annee !== annee)
      refuser(
        `Année scolaire ${anneeScolaire(remontee.annee)}, alors que le bilan porte sur ${anneeScolaire(annee)} : le consolider à part.`,
      );
    else if (premier !== undefined)
      refuser(
        `Second fichier de la même Caf (${nomConnu(remontee) ?? ''}), déjà lue dans « ${premier} » : n’en garder qu’un.`,
      );
    else {
      annee ??= remontee.annee;
      fichierDe.set(cle, fichier);
      acceptes.push({ fichier, remontee });
    }
  }
  const presentes = new Set(acceptes.map(({ remontee }) => cafDesignee(remontee)));
  return {
    annee,
    acceptes: acceptes.sort(parCaf),
    refuses,
    totaux: additionner(acceptes.map(({ remontee }) => remontee.totaux)),
    manquantes: CAFS.filter((caf) => !presentes.has(caf)),
  };
}
