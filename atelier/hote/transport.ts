import type { Classeur } from './classeur/classeur';
import { CODES_TRANSPORT, type AllerRetour, type Journal, type Panne } from './journal';
import { executer, type Gardes, type PanneAction } from './protocole/interprete';
import { estEntretien, estService, resumer, type Requete } from './protocole/requete';
import type { Services } from './protocole/classes/services';

/** Réponse de transport : un code d'échec, ou un tableau que la bibliothèque déroule. */
export type ReponseTransport = number | { toArray(): readonly [number, number, readonly string[], string] };

/** Drapeau de requête « elle écrit » : la bibliothèque le pose d'elle-même. */
const ECRIT = 1;

/** Drapeau de requête « attendre la fin de la saisie » (Excel.run, delayForCellEdit). */
const ATTENDRE_EDITION = 64;

/** doc : office/dev/add-ins/testing/application-specific-api-error-handling (InactiveWorkbook) */
const INACTIF: Panne = {
  action: 0,
  code: 'InactiveWorkbook',
  message: 'Un autre classeur est au premier plan.',
};

/** Pannes qui surviennent une fois la requête exécutée. */
const APRES: ReadonlySet<Panne> = new Set(['reponse-trop-grande', 'reponse-perdue']);

/** Ce qu'est Excel au moment d'une requête. */
export interface EtatExcel {
  readonly auPremierPlan: () => boolean;
  /** Depuis ExcelApi 1.19, ce que fait un complément s'annule ; avant, l'écriture vide la liste « Annuler ». */
  readonly annuleLesComplements: () => boolean;
}

export interface Options {
  readonly limiteOctets: number;
}

const encodeur = new TextEncoder();

/** Les requêtes du complément, une par une, dans l'ordre. */
export class Transport {
  private file: Promise<void> = Promise.resolve();
  private edition: { readonly fin: Promise<void>; readonly finir: () => void } | null = null;

  constructor(
    private readonly classeur: Classeur,
    private readonly services: Services,
    private readonly journal: Journal,
    private readonly options: Options,
    private readonly gardes: Gardes & EtatExcel,
    private readonly apresRequete: () => void,
  ) {}

  /** L'agent tape dans une cellule : Excel refuse les requêtes, ou les fait attendre. */
  commencerEdition(): void {
    if (this.edition) return;
    let finir = (): void => undefined;
    const fin = new Promise<void>((resoudre) => {
      finir = resoudre;
    });
    this.edition = { fin, finir };
  }

  get enEdition(): boolean {
    return this.edition !== null;
  }

  finirEdition(): void {
    this.edition?.finir();
    this.edition = null;
  }

  traiter(corps: string, drapeaux: number): Promise<ReponseTransport> {
    const requete = JSON.parse(corps) as Requete;
    // Les résultats des fonctions n'attendent pas : une requête peut les attendre elle-même.
    if (estService(requete)) return this.executer(requete, null, null);
    const reponse = this.file.then(() => this.traiterUne(requete, corps, drapeaux));
    this.file = reponse.then(
      () => undefined,
      () => undefined,
    );
    return reponse;
  }

  private async traiterUne(requete: Requete, corps: string, drapeaux: number): Promise<ReponseTransport> {
    if (estEntretien(requete)) return this.executer(requete, null, null);
    const octets = encodeur.encode(corps).length;
    const entree = this.journal.ouvrir(resumer(requete), octets);
    const panne = this.journal.prendrePanne(entree.numero);
    if (typeof panne === 'string' && !APRES.has(panne)) return refuser(entree, CODES_TRANSPORT[panne]);
    if (this.edition) {
      if ((drapeaux & ATTENDRE_EDITION) === 0) return refuser(entree, CODES_TRANSPORT.edition);
      await this.edition.fin;
    }
    if (octets > this.options.limiteOctets) return refuser(entree, CODES_TRANSPORT['requete-trop-grande']);
    if (!this.gardes.auPremierPlan()) return this.executer(requete, entree, INACTIF);
    // écouter vide aussi la liste « Annuler » des anciens Excel : office-js#2543
    const ecrit =
      (drapeaux & ECRIT) !== 0 || requete.Actions.some(({ Name }) => Name.startsWith('_Register'));
    if (ecrit) this.classeur.annulation.commencer();
    const reponse = await this.executer(requete, entree, panne);
    if (ecrit) this.classeur.annulation.finir(this.gardes.annuleLesComplements());
    return reponse;
  }

  private async executer(
    requete: Requete,
    entree: AllerRetour | null,
    panne: Panne | null,
  ): Promise<ReponseTransport> {
    const contexte = { classeur: this.classeur, services: this.services, ...this.gardes };
    const reponse = await executer(requete, contexte, versAction(panne));
    await this.classeur.mettreAJour();
    this.apresRequete();
    const texte = JSON.stringify(reponse);
    if (entree) {
      entree.octetsReponse = encodeur.encode(texte).length;
      entree.erreur = reponse.Error?.Code ?? null;
      // La requête a bien été exécutée : seule sa réponse ne passe pas.
      if (typeof panne === 'string') return refuser(entree, CODES_TRANSPORT[panne]);
      if (entree.octetsReponse > this.options.limiteOctets)
        return refuser(entree, CODES_TRANSPORT['reponse-trop-grande']);
    }
    return { toArray: () => [0, 200, [], texte] };
  }
}

function refuser(entree: AllerRetour, code: number): number {
  entree.erreur = String(code);
  return code;
}

function versAction(panne: Panne | null): PanneAction | null {
  if (panne === null || typeof panne === 'string') return null;
  return { action: panne.action, code: panne.code, message: panne.message ?? 'Panne demandée par le test.' };
}
