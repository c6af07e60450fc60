/** Écrire un conseil suivi : le classeur d'avant, celui d'après, et ce qui doit encore s'en dire. */
import type { Code } from '../../src/dossier/anomalies/catalogue';
import { COLONNES_JUSTIFICATIONS } from '../../src/dossier/colonnes/justifications';
import { collectif, feuille, projet, tableau, versement, type Ligne, type Reglages } from './fabrique';

export interface Conseil {
  readonly avant: Reglages;
  /** Le classeur une fois le conseil suivi. */
  readonly apres: Reglages;
  /** Ce qu'il reste à savoir, et qui ne bloque pas : un reversement laisse un trop-versé à suivre. */
  readonly reste?: readonly Code[];
  /** Le classeur de l'année d'avant, quand on les rapproche ; suivi ou non, lui aussi. */
  readonly precedent?: { readonly avant: Reglages; readonly apres: Reglages };
  /** Le conseil demande une explication : notée, l'alerte reste, justifiée. */
  readonly justifiee?: true;
}

export const p = (faute: Ligne, remede: Ligne, commun: Reglages = {}): Conseil => ({
  avant: { ...commun, projets: [projet(faute)] },
  apres: { ...commun, projets: [projet({ ...faute, ...remede })] },
});

export const TROIS = [{}, { collectif: 'Groupe 2' }, { collectif: 'Groupe 3' }];
export const c = (faute: Ligne, remede: Ligne): Conseil => {
  const avec = (change: Ligne): Reglages => {
    const collectifs = TROIS.map((l, i) => collectif({ ...l, ...(i === 0 ? change : {}) }));
    const enfants = collectifs.reduce((n, { enfants: e }) => n + (typeof e === 'number' ? e : 0), 0);
    return { projets: [projet({ enfants })], collectifs };
  };
  return { avant: avec(faute), apres: avec({ ...faute, ...remede }) };
};

export const v = (avant: readonly Ligne[], apres: readonly Ligne[], reste: readonly Code[] = []): Conseil => {
  const avec = (lignes: readonly Ligne[]): Reglages => ({
    versements: lignes.map(versement),
    au: '2022-06-30',
  });
  return { avant: avec(avant), apres: avec(apres), reste };
};

/** L'explication demandée, telle que le volet la note dans le classeur. */
export const justifier = (avant: Reglages, reference: string, champ: string, valeur: string): Conseil => ({
  avant,
  apres: {
    ...avant,
    autres: [
      feuille(
        'Justifications',
        tableau(COLONNES_JUSTIFICATIONS, [{ dossier: 'P-1', reference, champ, valeur, motif: 'expliqué' }]),
      ),
    ],
  },
  justifiee: true,
});
