import {
  estErreur,
  type AppelFonction,
  type Argument,
  type ArgumentRecu,
  type Contenu,
  type FonctionsDeGrille,
  type ResultatFonction,
} from './grille/types';
import type { Entree } from './classeur/evenements';
import type { Json } from './classeur/modele';

/** Description d'une fonction, comme dans functions.json. doc : office/dev/add-ins/excel/custom-functions-json */
export interface FonctionDeclaree {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly ParametreDeclare[];
  readonly result?: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: { readonly requiresParameterAddresses?: boolean; readonly requiresAddress?: boolean };
}

export interface ParametreDeclare {
  readonly name: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

const VALEUR: Contenu = { erreur: '#VALUE!' };
const OCCUPE: Contenu = { erreur: '#BUSY!' };

/** Codes d'échec du moteur authentique. */
const CODES: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};

/**
 * Appelle les fonctions du complément par leur moteur authentique et garde leurs résultats :
 * elles sont pures, les mêmes arguments rendent le même résultat.
 */
export class FonctionsPersonnalisees implements FonctionsDeGrille {
  pretes = false;
  readonly appels: { readonly nom: string; readonly arguments: Json; readonly adresse: string }[] = [];
  private readonly declarees = new Map<string, FonctionDeclaree>();
  private readonly resultatsConnus = new Map<string, ResultatFonction>();
  private readonly enCours = new Map<number, string>();
  private aEnvoyer: Entree[] = [];
  private numero = 0;
  private readonly ecouteurs: ((nom: string) => void)[] = [];

  /** `vide` : une cellule vide arrive en 0 sur le bureau, en null sur le web. */
  constructor(
    private readonly envoyer: (entrees: readonly Entree[]) => void,
    private readonly apresResultats: () => void,
    private readonly vide: 0 | null,
  ) {}

  declarer(liste: readonly FonctionDeclaree[]): void {
    for (const fonction of liste) {
      this.declarees.set(fonction.name.toUpperCase(), fonction);
      for (const ecouteur of this.ecouteurs) ecouteur(fonction.name);
    }
  }

  noms(): string[] {
    return [...this.declarees.values()].map(({ name }) => name);
  }

  surDeclaration(ecouteur: (nom: string) => void): void {
    this.ecouteurs.push(ecouteur);
    for (const nom of this.noms()) ecouteur(nom);
  }

  connait(nom: string): boolean {
    return this.declarees.has(nom.toUpperCase());
  }

  get enAttente(): number {
    return this.enCours.size + this.aEnvoyer.length;
  }

  appeler({ nom, arguments: recus, adresse }: AppelFonction): ResultatFonction {
    const fonction = this.declarees.get(nom.toUpperCase());
    if (!fonction) return { erreur: '#NAME?' };
    // Un tableau où une valeur est encore en calcul attend avec elle.
    if (recus.some(({ valeur }) => estTableau(valeur) && valeur.some((l) => l.some(estOccupe))))
      return OCCUPE;
    const args = convertir(fonction, recus, this.vide);
    if (!args) return VALEUR;
    const cle = JSON.stringify([fonction.id, args]);
    const connu = this.resultatsConnus.get(cle);
    if (connu !== undefined) return connu;
    if (![...this.enCours.values()].includes(cle)) this.preparer(fonction, cle, args, recus, adresse);
    return OCCUPE;
  }

  /** Les appels d'un même calcul partent ensemble, comme le fait Excel. */
  vider(): void {
    if (!this.pretes || this.aEnvoyer.length === 0) return;
    const lot = this.aEnvoyer;
    this.aEnvoyer = [];
    this.envoyer(lot);
  }

  marquerPretes(): void {
    this.pretes = true;
    this.vider();
  }

  recevoir(resultats: readonly Json[]): void {
    for (const resultat of resultats as readonly (readonly Json[])[]) {
      const [id, succes, valeur, code] = resultat;
      const cle = this.enCours.get(Number(id));
      if (cle === undefined) continue;
      this.enCours.delete(Number(id));
      this.resultatsConnus.set(
        cle,
        succes === true ? lireResultat(valeur ?? null) : lireEchec(valeur ?? null, Number(code)),
      );
    }
    this.apresResultats();
  }

  /** Rechargement du complément, ou recalcul forcé : rien n'est plus su. */
  oublier(): void {
    this.resultatsConnus.clear();
  }

  private preparer(
    fonction: FonctionDeclaree,
    cle: string,
    args: Json[],
    recus: readonly ArgumentRecu[],
    adresse: string,
  ): void {
    this.numero += 1;
    this.enCours.set(this.numero, cle);
    this.appels.push({ nom: fonction.name, arguments: args, adresse });
    const adresses =
      fonction.options?.requiresParameterAddresses === true ? recus.map((recu) => recu.adresse) : null;
    const message = [this.numero, fonction.id, args, adresse, 0, adresses];
    this.aEnvoyer.push([1, 1000, '', JSON.stringify(message)]);
  }
}

function estOccupe(contenu: Contenu): boolean {
  return estErreur(contenu) && contenu.erreur === '#BUSY!';
}

/** Arguments tels que les reçoit la fonction ; null : #VALUE! sans appel, comme Excel. */
function convertir(
  { parameters }: FonctionDeclaree,
  recus: readonly ArgumentRecu[],
  vide: 0 | null,
): Json[] | null {
  const args: Json[] = [];
  const repete = parameters.at(-1)?.repeating === true ? parameters.at(-1) : undefined;
  if (recus.length > parameters.length && !repete) return null;
  for (const [rang, parametre] of parameters.entries()) {
    if (parametre === repete) {
      const reste = recus.slice(rang).map((recu) => unArgument(parametre, recu, vide));
      if (reste.includes(undefined)) return null;
      args.push(reste as Json[]);
      continue;
    }
    const recu = recus[rang] ?? { valeur: null, omis: true, adresse: null };
    if (recu.omis) {
      if (parametre.optional !== true && recus[rang] === undefined) return null;
      args.push(parametre.optional === true ? null : vide);
      continue;
    }
    const converti = unArgument(parametre, recu, vide);
    if (converti === undefined) return null;
    args.push(converti);
  }
  return args;
}

function unArgument(parametre: ParametreDeclare, { valeur }: ArgumentRecu, vide: 0 | null): Json | undefined {
  const matrice = parametre.dimensionality === 'matrix';
  if (!estTableau(valeur)) {
    const scalaire = unScalaire(parametre.type ?? 'any', valeur, vide);
    return matrice && scalaire !== undefined ? [[scalaire]] : scalaire;
  }
  if (!matrice) return undefined;
  const lignes = valeur.map((ligne) =>
    ligne.map((contenu) => unScalaire(parametre.type ?? 'any', contenu, vide)),
  );
  return lignes.some((ligne) => ligne.includes(undefined)) ? undefined : (lignes as Json[][]);
}

function unScalaire(type: string, contenu: Contenu, vide: 0 | null): Json | undefined {
  if (estErreur(contenu)) return undefined;
  if (contenu === null)
    return type === 'string' && vide === 0 ? '' : type === 'boolean' && vide === 0 ? false : vide;
  switch (type) {
    case 'number': {
      if (typeof contenu === 'number') return contenu;
      if (typeof contenu === 'boolean') return contenu ? 1 : 0;
      const nombre = Number(contenu.replace(',', '.'));
      return contenu.trim() !== '' && Number.isFinite(nombre) ? nombre : undefined;
    }
    case 'string':
      return typeof contenu === 'boolean' ? (contenu ? 'VRAI' : 'FAUX') : String(contenu);
    case 'boolean':
      return typeof contenu === 'boolean' ? contenu : typeof contenu === 'number' ? contenu !== 0 : undefined;
    default:
      return contenu;
  }
}

function estTableau(valeur: Argument): valeur is readonly (readonly Contenu[])[] {
  return Array.isArray(valeur);
}

function lireEchec(valeur: Json, code: number): Contenu {
  const erreur = CODES[code] ?? '#VALUE!';
  return typeof valeur === 'string' && valeur !== '' ? { erreur, message: valeur } : { erreur };
}

function lireContenu(valeur: Json): Contenu {
  if (valeur === null) return 0;
  if (typeof valeur !== 'object') return valeur;
  if (Array.isArray(valeur)) return VALEUR;
  const erreur = valeur['code'] ?? valeur['basicValue'];
  if (valeur['type'] !== 'Error' || typeof erreur !== 'string') return VALEUR;
  return typeof valeur['message'] === 'string' ? { erreur, message: valeur['message'] } : { erreur };
}

function lireResultat(valeur: Json): ResultatFonction {
  if (!Array.isArray(valeur)) return lireContenu(valeur);
  const lignes = valeur.map((ligne) => (Array.isArray(ligne) ? ligne.map(lireContenu) : [VALEUR]));
  return lignes.length === 0 || lignes[0]?.length === 0 ? VALEUR : lignes;
}
