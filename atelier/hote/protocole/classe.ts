import { argumentInvalide, MembreInconnu } from '../classeur/erreurs';
import type { Json } from '../classeur/modele';

/** Arguments d'une méthode, lus avec leur type ; un argument absent vaut null. */
export class Arguments {
  constructor(
    private readonly liste: readonly (Json | Objet)[],
    private readonly membre: string,
  ) {}

  private en(rang: number): Json | Objet {
    return this.liste[rang] ?? null;
  }

  texte(rang: number): string {
    const valeur = this.en(rang);
    if (typeof valeur !== 'string') throw argumentInvalide(`${this.membre}, argument ${rang + 1}`);
    return valeur;
  }

  texteOuNul(rang: number): string | null {
    const valeur = this.en(rang);
    return valeur === null || valeur === '' ? null : this.texte(rang);
  }

  nombre(rang: number): number {
    const valeur = this.en(rang);
    if (typeof valeur !== 'number') throw argumentInvalide(`${this.membre}, argument ${rang + 1}`);
    return valeur;
  }

  vrai(rang: number): boolean {
    return this.en(rang) === true;
  }

  json(rang: number): Json {
    const valeur = this.en(rang);
    if (valeur instanceof Objet) throw argumentInvalide(`${this.membre}, argument ${rang + 1}`);
    return valeur;
  }

  objet(rang: number): Objet | null {
    const valeur = this.en(rang);
    return valeur instanceof Objet ? valeur : null;
  }
}

/** Un Objet, une valeur du protocole ou rien, peut-être plus tard : l'interprète trie. */
export type Retour = unknown;

/**
 * Table typée d'une classe d'Excel : tout ce qui n'y figure pas est un membre inconnu.
 * Noms du protocole, en PascalCase.
 */
export interface DescriptionClasse<T> {
  readonly nom: string;
  readonly lectures?: Readonly<Record<string, (cible: T) => Json>>;
  readonly ecritures?: Readonly<Record<string, (cible: T, valeur: Json) => void>>;
  readonly liens?: Readonly<Record<string, (cible: T) => Objet | null>>;
  readonly methodes?: Readonly<Record<string, (cible: T, args: Arguments) => Retour>>;
  /** Élément d'une collection par sa clé ; null : introuvable. */
  readonly indexer?: (cible: T, cle: Json) => Objet | null;
  readonly elements?: (cible: T) => readonly Objet[];
  /** Ce que rend l'instanciation : identifiant par lequel la bibliothèque redemandera l'objet. */
  readonly identite?: (cible: T) => { [cle: string]: Json };
}

/** Un objet de l'hôte : une classe et sa cible, scellées ensemble. */
export class Objet {
  private constructor(
    readonly classe: string,
    readonly cible: unknown,
    readonly lire: (nom: string) => Json,
    readonly ecrire: (nom: string, valeur: Json) => void,
    readonly lien: (nom: string) => Objet | null,
    readonly aLien: (nom: string) => boolean,
    readonly appeler: (nom: string, args: readonly (Json | Objet)[]) => Retour,
    readonly indexer: (cle: Json) => Objet | null,
    readonly elements: (() => readonly Objet[]) | null,
    readonly identite: () => { [cle: string]: Json },
    readonly scalaires: readonly string[],
  ) {}

  static sceller<T>(d: DescriptionClasse<T>, cible: T): Objet {
    const prendre = <F>(table: Readonly<Record<string, F>> | undefined, nom: string): F => {
      const membre = table && Object.hasOwn(table, nom) ? table[nom] : undefined;
      if (membre === undefined) throw new MembreInconnu(`${d.nom}.${nom}`);
      return membre;
    };
    return new Objet(
      d.nom,
      cible,
      (nom) => prendre(d.lectures, nom)(cible),
      (nom, valeur) => prendre(d.ecritures, nom)(cible, valeur),
      (nom) => prendre(d.liens, nom)(cible),
      (nom) => d.liens !== undefined && Object.hasOwn(d.liens, nom),
      (nom, args) => prendre(d.methodes, nom)(cible, new Arguments(args, `${d.nom}.${nom}`)),
      (cle) => {
        if (!d.indexer) throw new MembreInconnu(`${d.nom}[…]`);
        return d.indexer(cible, cle);
      },
      d.elements ? () => d.elements?.(cible) ?? [] : null,
      () => d.identite?.(cible) ?? {},
      Object.keys(d.lectures ?? {}),
    );
  }
}

const fabriques = new Map<string, (cible: never) => Objet>();

const descriptions: { nom: string; membres: readonly string[] }[] = [];

export function definirClasse<T>(description: DescriptionClasse<T>): (cible: T) => Objet {
  const { nom, lectures = {}, ecritures = {}, liens = {}, methodes = {} } = description;
  descriptions.push({
    nom,
    membres: [
      ...Object.keys(lectures).map((m) =>
        Object.hasOwn(ecritures, m) ? `${m} (lecture, écriture)` : `${m} (lecture)`,
      ),
      ...Object.keys(ecritures)
        .filter((m) => !Object.hasOwn(lectures, m))
        .map((m) => `${m} (écriture)`),
      ...Object.keys(liens),
      ...Object.keys(methodes).map((m) => `${m}()`),
    ],
  });
  const fabrique = (cible: T): Objet => Objet.sceller(description, cible);
  fabriques.set(nom, fabrique);
  return fabrique;
}

/** Un objet d'une classe connue par son seul nom. */
export function fabriquer(nom: string, cible: unknown): Objet {
  const fabrique = fabriques.get(nom);
  if (!fabrique) throw new MembreInconnu(nom);
  return fabrique(cible as never);
}

/** Inventaire de ce que l'hôte connaît, pour la documentation et les tests. */
export function membresConnus(): readonly { nom: string; membres: readonly string[] }[] {
  return descriptions;
}
