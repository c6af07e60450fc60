import type { Classeur } from '../classeur/classeur';
import { ErreurOffice, introuvable, MembreInconnu, type CodeOffice } from '../classeur/erreurs';
import type { Json } from '../classeur/modele';
import { charger } from './chargement';
import { Objet, type Retour } from './classe';
import { classe as objetClasseur } from './classes/classeur';
import { plage } from './classes/plage';
import { service, type Services } from './classes/services';
import {
  ACTION,
  CHEMIN,
  resumerAction,
  type ActionRequete,
  type CheminObjet,
  type InfoArguments,
  type Reponse,
  type Requete,
  type ResultatAction,
} from './requete';

/** Panne demandée par un test ; `action` : rang, à partir de 0, parmi les actions que montre le journal. */
export interface PanneAction {
  readonly action: number;
  readonly code: CodeOffice;
  readonly message: string;
}

export interface Gardes {
  readonly inconnu: (erreur: MembreInconnu) => void;
  /** Lève ApiNotFound pour un membre d'un ensemble trop récent. */
  readonly verifier: (classe: string, membre: string) => void;
}

export interface Contexte extends Gardes {
  readonly classeur: Classeur;
  readonly services: Services;
}

/** Exécute les actions dans l'ordre ; à la première erreur, ce qui est fait reste fait. */
export async function executer(
  requete: Requete,
  contexte: Contexte,
  panne: PanneAction | null,
): Promise<Reponse> {
  const execution = new Execution(requete, contexte);
  const resultats: ResultatAction[] = [];
  const traces: number[] = [];
  let utiles = 0;
  for (const [rang, action] of requete.Actions.entries()) {
    try {
      const utile = resumerAction(requete, action) !== null;
      if (utile) utiles += 1;
      if (utile && panne?.action === utiles - 1) throw new ErreurOffice(panne.code, panne.message);
      if (action.ActionType === ACTION.trace) traces.push(action.Id);
      const valeur = await execution.agir(action);
      if (valeur !== undefined) resultats.push({ ActionId: action.Id, Value: valeur });
    } catch (erreur) {
      const refus = traduire(erreur, contexte);
      return {
        Error: {
          Code: refus.code,
          Message: refus.message,
          Location: execution.lieu(action),
          ActionIndex: rang,
        },
        ProcessedResults: { Results: resultats, TraceIds: traces },
      };
    }
  }
  contexte.classeur.calculSuspendu = false;
  return { Results: resultats, TraceIds: traces };
}

function traduire(erreur: unknown, contexte: Contexte): { code: string; message: string } {
  if (erreur instanceof ErreurOffice) return erreur;
  if (erreur instanceof MembreInconnu) {
    contexte.inconnu(erreur);
    return { code: 'MembreInconnu', message: erreur.message };
  }
  // Un défaut de l'hôte lui-même : aussi bruyant qu'un membre inconnu.
  const detail = erreur instanceof Error ? erreur.message : String(erreur);
  contexte.inconnu(new MembreInconnu(detail));
  return { code: 'DefautHote', message: detail };
}

class Execution {
  private readonly resolus = new Map<number, Objet | null>();

  constructor(
    private readonly requete: Requete,
    private readonly contexte: Contexte,
  ) {}

  async agir(action: ActionRequete): Promise<Json | undefined> {
    // Un résultat pour chaque trace : c'est lui qui confirme l'ajout d'un écouteur d'événement.
    if (action.ActionType === ACTION.trace) return null;
    const objet = await this.resoudre(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instancier:
        return objet ? objet.identite() : null;
      case ACTION.charger:
        if (!objet) return null;
        await this.contexte.classeur.mettreAJour();
        return charger(objet, action.QueryInfo ?? {}, this.contexte.verifier);
      case ACTION.methode: {
        if (!objet) return { _IsNull: true };
        this.contexte.verifier(objet.classe, action.Name);
        this.noter(objet, action.Name);
        const retour = await objet.appeler(action.Name, await this.arguments(action.ArgumentInfo));
        return retour instanceof Objet ? retour.identite() : (retour as Json | undefined);
      }
      case ACTION.ecrire:
        if (!objet) return undefined;
        this.contexte.verifier(objet.classe, action.Name);
        this.noter(objet, action.Name);
        objet.ecrire(action.Name, this.valeur(action));
        return undefined;
      case ACTION.modifier:
        for (const [nom, valeur] of Object.entries(action.ObjectState ?? {})) {
          const membre = nom.charAt(0).toUpperCase() + nom.slice(1);
          if (objet) this.noter(objet, membre);
          objet?.ecrire(membre, valeur);
        }
        return undefined;
      default:
        throw new MembreInconnu(`action de type ${action.ActionType} (${action.Name})`);
    }
  }

  private noter({ classe }: Objet, membre: string): void {
    this.contexte.classeur.annulation.noterMembre(`${classe}.${membre}`);
  }

  /** « Range.Values », comme debugInfo.errorLocation. */
  lieu(action: ActionRequete): string {
    const objet = this.resolus.get(action.ObjectPathId);
    const chemin = this.requete.ObjectPaths[String(action.ObjectPathId)];
    if (action.Name === '') return chemin?.Name ?? '';
    return `${objet?.classe ?? chemin?.Name ?? ''}.${action.Name.charAt(0).toLowerCase()}${action.Name.slice(1)}`;
  }

  private valeur(action: ActionRequete): Json {
    return action.ArgumentInfo?.Arguments?.[0] ?? null;
  }

  private async arguments(info: InfoArguments | undefined): Promise<(Json | Objet)[]> {
    const liste: (Json | Objet)[] = [];
    for (const [rang, valeur] of (info?.Arguments ?? []).entries()) {
      const reference = info?.ReferencedObjectPathIds?.[rang];
      liste.push(typeof reference === 'number' && reference !== 0 ? await this.resoudre(reference) : valeur);
    }
    return liste;
  }

  private async resoudre(id: number): Promise<Objet | null> {
    const deja = this.resolus.get(id);
    if (deja !== undefined) return deja;
    const chemin = this.requete.ObjectPaths[String(id)];
    if (!chemin) throw new MembreInconnu(`chemin d'objet ${id}`);
    const objet = await this.suivre(chemin);
    this.resolus.set(id, objet);
    return objet;
  }

  private async suivre(chemin: CheminObjet): Promise<Objet | null> {
    switch (chemin.ObjectPathType) {
      case CHEMIN.classeur:
        return objetClasseur(this.contexte.classeur);
      case CHEMIN.nouvelObjet:
        return service(chemin.Name, this.contexte.services);
      case CHEMIN.nul:
        return null;
      case CHEMIN.reference: {
        const gardee = this.contexte.classeur.references.get(chemin.Name);
        if (!gardee) throw new ErreurOffice('InvalidReference', `La référence ${chemin.Name} n'existe plus.`);
        return plage({ ...gardee, classeur: this.contexte.classeur, reference: chemin.Name });
      }
    }
    const parent = await this.resoudre(chemin.ParentObjectPathId ?? 0);
    if (!parent) return null;
    const args = await this.arguments(chemin.ArgumentInfo);
    if (chemin.ObjectPathType === CHEMIN.methode) this.noter(parent, chemin.Name);
    switch (chemin.ObjectPathType) {
      case CHEMIN.propriete:
        this.contexte.verifier(parent.classe, chemin.Name);
        return parent.lien(chemin.Name);
      case CHEMIN.indexeur:
        return exiger(
          parent.indexer((args[0] ?? null) as Json),
          `${parent.classe}[${JSON.stringify(args[0])}]`,
        );
      case CHEMIN.methode:
        return this.methode(parent, chemin.Name, args);
      default:
        throw new MembreInconnu(`chemin de type ${chemin.ObjectPathType} (${chemin.Name})`);
    }
  }

  private async methode(parent: Objet, nom: string, args: readonly (Json | Objet)[]): Promise<Objet | null> {
    if (nom.startsWith('GetUsedRange') || nom.startsWith('GetSpill'))
      await this.contexte.classeur.mettreAJour();
    this.contexte.verifier(parent.classe, nom);
    const retour: Retour = await parent.appeler(nom, args);
    if (retour instanceof Objet) return retour;
    if (nom.endsWith('OrNullObject')) return null;
    throw introuvable(
      `${parent.classe}.${nom}(${args.map((a) => JSON.stringify(a instanceof Objet ? a.classe : a)).join(', ')})`,
    );
  }
}

function exiger(objet: Objet | null, quoi: string): Objet {
  if (!objet) throw introuvable(quoi);
  return objet;
}
