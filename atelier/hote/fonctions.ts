import type { Entree } from './classeur/evenements';
import type { Json } from './classeur/modele';
import {
  convertir,
  estOccupe,
  estTableau,
  lireEchec,
  lireResultat,
  type FonctionDeclaree,
  type Metadonnees,
} from './fonctionsEchanges';
import {
  estErreur,
  type AppelFonction,
  type Contenu,
  type FonctionsDeGrille,
  type ResultatFonction,
} from './grille/types';

/** Drapeau d'un appel dont les arguments peuvent être des erreurs. lib : _batchInvocationEntries */
const ERREURS_PERMISES = 4;

const OCCUPE: Contenu = { erreur: '#BUSY!' };

/**
 * Appelle les fonctions du complément par leur moteur authentique et garde leurs résultats :
 * elles sont pures, les mêmes arguments rendent le même résultat.
 */
export class FonctionsPersonnalisees implements FonctionsDeGrille {
  pretes = false;
  readonly appels: { readonly nom: string; readonly arguments: Json; readonly adresse: string }[] = [];
  private readonly declarees = new Map<string, FonctionDeclaree>();
  private readonly clesConnues = new WeakMap<AppelFonction, string>();
  private readonly resultatsConnus = new Map<string, ResultatFonction>();
  private readonly enCours = new Map<number, string>();
  /** Les clés de `enCours` : un appel déjà parti ne repart pas, et quarante mille ne se cherchent pas un à un. */
  private readonly attendues = new Set<string>();
  private aEnvoyer: Entree[] = [];
  private numero = 0;
  private erreurs = false;
  /** Le dernier résultat de chaque appel, là où il se fait : ce que garde la cellule pendant qu'elle recalcule. */
  private readonly montres = new Map<string, ResultatFonction>();
  private readonly ecouteurs: ((nom: string) => void)[] = [];

  /**
   * `vide` : une cellule vide arrive en 0 sur le bureau, en null sur le web.
   * `gardeAncienne` : un Excel récent laisse à la cellule son résultat d'avant pendant qu'elle recalcule
   * (office-js#4152, #6930) ; les autres montrent #OCCUPÉ! (generator-office#859).
   */
  constructor(
    private readonly envoyer: (entrees: readonly Entree[]) => void,
    private readonly apresResultats: () => void,
    private readonly vide: 0 | null,
    private readonly gardeAncienne: boolean,
  ) {}

  /** `erreurs` : allowErrorForDataTypeAny de functions.json ; une cellule en erreur parvient alors à la fonction. */
  declarer(liste: readonly FonctionDeclaree[], erreurs = false): void {
    this.erreurs = erreurs;
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

  appeler(appel: AppelFonction): ResultatFonction {
    const rendu = this.rendre(appel);
    if (!this.gardeAncienne) return rendu;
    const ici = `${appel.adresse} ${appel.nom.toUpperCase()}`;
    if (rendu === OCCUPE) return this.montres.get(ici) ?? OCCUPE;
    this.montres.set(ici, rendu);
    return rendu;
  }

  private rendre(appel: AppelFonction): ResultatFonction {
    const connue = this.clesConnues.get(appel);
    const deja = connue === undefined ? undefined : this.resultatsConnus.get(connue);
    if (deja !== undefined) return deja;
    const { nom, arguments: recus } = appel;
    const fonction = this.declarees.get(nom.toUpperCase());
    if (!fonction) return { erreur: '#NAME?' };
    // Ce qui dépend d'une valeur encore en calcul attend avec elle.
    if (
      recus.some(({ valeur }) =>
        estTableau(valeur) ? valeur.some((l) => l.some(estOccupe)) : estOccupe(valeur),
      )
    )
      return OCCUPE;
    const args = convertir(fonction, recus, this.vide, this.erreurs);
    // Une erreur que la fonction ne reçoit pas passe telle quelle dans la cellule.
    if (!args)
      return (
        (recus.map(({ valeur }) => valeur).find((v) => !estTableau(v) && estErreur(v)) as Contenu) ?? {
          erreur: '#VALUE!',
        }
      );
    const envoyes = JSON.stringify(args);
    const cle = `${fonction.id} ${envoyes}`;
    this.clesConnues.set(appel, cle);
    const connu = this.resultatsConnus.get(cle);
    if (connu !== undefined) return connu;
    if (!this.attendues.has(cle)) this.preparer(fonction, cle, args, envoyes, appel);
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
      this.attendues.delete(cle);
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
    envoyes: string,
    appel: AppelFonction,
  ): void {
    const { arguments: recus, adresse } = appel;
    this.numero += 1;
    this.enCours.set(this.numero, cle);
    this.attendues.add(cle);
    this.appels.push({ nom: fonction.name, arguments: args, adresse });
    const adresses =
      fonction.options?.requiresParameterAddresses === true ? recus.map((recu) => recu.adresse) : null;
    // les arguments, déjà écrits pour la clé, ne s'écrivent pas deux fois
    const [id, ici, autres] = [fonction.id, adresse, adresses].map((v) => JSON.stringify(v));
    this.aEnvoyer.push([
      1,
      1000,
      '',
      `[${this.numero},${id},${envoyes},${ici},${this.erreurs ? ERREURS_PERMISES : 0},${autres}]`,
    ]);
  }
}

export type { FonctionDeclaree, Metadonnees };
