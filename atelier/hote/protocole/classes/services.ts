import { MembreInconnu } from '../../classeur/erreurs';
import type { Json } from '../../classeur/modele';
import { definirClasse, type Objet } from '../classe';

/** Ce que la bibliothèque demande à l'hôte hors du classeur. */
export interface Services {
  /** Office.actions : le complément peut recevoir les commandes du ruban. */
  actionsPretes(): void;
  /** Le moteur de fonctions personnalisées est prêt à recevoir des appels. */
  fonctionsPretes(): void;
  resultats(liste: readonly Json[]): void;
  /** Office.addin.showAsTaskpane / hide : état du volet. */
  volet(etat: string): void;
  etatVolet(): string;
}

const interne = definirClasse<Services>({
  nom: 'AddinInternalService',
  methodes: { NotifyActionHandlerReady: (services) => services.actionsPretes() },
});

/** doc : office/dev/add-ins/excel/custom-functions-overview (le détail du transport n'est pas public) */
const fonctions = definirClasse<Services>({
  nom: 'CustomFunctions',
  methodes: {
    SetInvocationArrayResults: (services, args) => services.resultats(args.json(0) as Json[]),
    // 1 : reprise des envois trop gros ; 2 : intervalle court entre deux envois.
    _GetEnabledFeatures: () => [1, 2],
    _SetOsfControlContainerReadyForCustomFunctions: (services) => services.fonctionsPretes(),
  },
});

/** doc : office/office.addin#showAsTaskpane */
const execution = definirClasse<Services>({
  nom: 'AppRuntimeService',
  methodes: {
    GetAppRuntimeState: (services) => services.etatVolet(),
    SetAppRuntimeState: (services, args) => services.volet(args.texte(0)),
  },
});

/** Ce que la bibliothèque mesure d'elle-même : rien n'en sort d'ici. */
const telemetrie = definirClasse<Services>({
  nom: 'TelemetryService',
  methodes: { SendTelemetryEvent: () => undefined },
});

const TABLE: Readonly<Record<string, (services: Services) => Objet>> = {
  'Microsoft.AppRuntime.AppRuntimeService': execution,
  'Microsoft.ExcelServices.CustomFunctions': fonctions,
  'Microsoft.InternalService.AddinInternalService': interne,
  'Microsoft.Telemetry.TelemetryService': telemetrie,
};

export function service(nom: string, services: Services): Objet {
  const creer = TABLE[nom];
  if (!creer) throw new MembreInconnu(nom);
  return creer(services);
}
