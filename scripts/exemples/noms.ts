/** Des structures inventées, leurs Siret (faux Siren en 999, clés justes), et un hasard toujours le même. */
import { siretValide } from '../../src/valeurs/siret';

/** Complète d'un chiffre de contrôle par la clé de Luhn. */
function avecCle(chiffres: string): string {
  let somme = 0;
  for (let i = 0; i < chiffres.length; i++) {
    const chiffre = Number(chiffres[chiffres.length - 1 - i]) * (i % 2 === 0 ? 2 : 1);
    somme += chiffre > 9 ? chiffre - 9 : chiffre;
  }
  return `${chiffres}${(10 - (somme % 10)) % 10}`;
}

export function siret(rang: number, debut = '999'): string {
  const siren = avecCle(`${debut}${String((rang * 137 + 11) % 100_000).padStart(5, '0')}`);
  const complet = avecCle(`${siren}0001`);
  if (!siretValide(complet)) throw new Error(`Siret inventé à la clé fausse : ${complet}`);
  return complet;
}

/** Le même, clé décalée d'un. */
export const siretFaux = (rang: number): string => {
  const juste = siret(rang);
  return `${juste.slice(0, 13)}${(Number(juste.slice(13)) + 1) % 10}`;
};

/** Suite de nombres entiers, la même à chaque fois (générateur de Park et Miller). */
export class Hasard {
  constructor(private etat: number) {}

  /** Entier de `min` à `max`, bornes comprises. */
  entre(min: number, max: number): number {
    this.etat = (this.etat * 48_271) % 2_147_483_647;
    return min + (this.etat % (max - min + 1));
  }

  parmi<T>(liste: readonly T[]): T {
    return liste[this.entre(0, liste.length - 1)] as T;
  }

  /** Vrai `n` fois sur cent. */
  chance(n: number): boolean {
    return this.entre(1, 100) <= n;
  }
}

interface Structure {
  readonly nom: string;
  readonly type: 'association' | 'collectivité' | 'centre social' | 'entreprise';
  readonly commune: string;
  readonly rural?: true;
}

export const STRUCTURES: readonly Structure[] = [
  { nom: 'Association Le Fil d’Ariane', type: 'association', commune: 'Valbrune' },
  { nom: 'Centre social Les Tilleuls', type: 'centre social', commune: 'Valbrune' },
  { nom: 'Commune de Rocheclaire', type: 'collectivité', commune: 'Rocheclaire' },
  { nom: 'Association La Boussole', type: 'association', commune: 'Rocheclaire' },
  { nom: 'Centre social du Moulin', type: 'centre social', commune: 'Saint-Orens-le-Vieux' },
  { nom: 'Communauté de communes des Trois-Étangs', type: 'collectivité', commune: 'Fontbelle', rural: true },
  { nom: 'Association Grandir ensemble', type: 'association', commune: 'Valbrune' },
  { nom: 'Foyer rural de Charmaie', type: 'association', commune: 'Charmaie', rural: true },
  { nom: 'Maison de quartier des Aubiers', type: 'association', commune: 'Montaubrac' },
  { nom: 'Commune de Montaubrac', type: 'collectivité', commune: 'Montaubrac' },
  { nom: 'Association Passerelles', type: 'association', commune: 'Montaubrac' },
  { nom: 'Centre social Simone-Aubert', type: 'centre social', commune: 'Montaubrac' },
  { nom: 'Association Coup de pouce scolaire', type: 'association', commune: 'Villemoisson-sur-Orge-Neuve' },
  { nom: 'Commune de Beauvoir-en-Plaine', type: 'collectivité', commune: 'Beauvoir-en-Plaine', rural: true },
  { nom: 'Association L’Encrier', type: 'association', commune: 'Valbrune' },
  { nom: 'Maison des familles du Val', type: 'association', commune: 'Saint-Orens-le-Vieux' },
  { nom: 'Caisse des écoles de Lormeraie', type: 'collectivité', commune: 'Lormeraie' },
  { nom: 'Association Les Petits Curieux', type: 'association', commune: 'Lormeraie' },
  { nom: 'Familles rurales de Bellecombe', type: 'association', commune: 'Bellecombe-les-Prés', rural: true },
  { nom: 'Centre social L’Escale', type: 'centre social', commune: 'Lormeraie' },
  { nom: 'Association Soutien et Partage', type: 'association', commune: 'Rocheclaire' },
  { nom: 'Atelier coopératif des Halles', type: 'entreprise', commune: 'Montaubrac' },
];
