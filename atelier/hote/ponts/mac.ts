import type { Hote } from '../hote';
import { garderReglages, infoHote, type Identite } from './identite';

/** Ce que la page envoie au WebView ; `callbackId` manque quand elle n'attend pas de réponse. */
interface Message {
  readonly methodId: number;
  readonly params: unknown;
  readonly callbackId?: string;
}

interface FenetreMac {
  name: string;
  OSF?: {
    ScriptMessaging: Record<
      'agaveHostCallback' | 'agaveHostEventCallback',
      (id: string, charge: unknown) => void
    >;
  };
}

const METHODES = { executer: 1, inscrire: 2, desinscrire: 3, reglages: 4, contexte: 5 } as const;

/** Le contexte est une liste : l'ordre est celui d'AppContextProperties dans la bibliothèque. */
function contexte(hote: Hote, excel: Identite): unknown[] {
  const reglages = [[...hote.classeur.reglages.keys()], [...hote.classeur.reglages.values()]];
  const [reference, type, majeure, mineure, revision, sequence, droits] = ['clas', 1, 16, 0, 0, 0, 1];
  const [liaisons, ouverture, niveau, jeton, ensembles, correlation] = [0, 0, 0, '', '', ''];
  const [tactile, commerce, message, affichage] = [false, true, '', 0];
  return [
    ...[reglages, reference, type, majeure, mineure, revision, sequence, droits, excel.langue, excel.langue],
    ...[liaisons, excel.document, ouverture, niveau, jeton, ensembles, correlation, excel.instance],
    ...[tactile, commerce, excel.matrice, message, excel.version, affichage],
  ];
}

const deroulee = (charge: unknown): unknown =>
  typeof charge === 'object' && charge !== null && 'toArray' in charge
    ? (charge as { toArray(): unknown }).toArray()
    : charge;

/** Excel pour Mac : la bibliothèque (excel-mac-16.00.js) envoie des messages au WebView, qui la rappelle. */
export function pontMac(fenetre: object, hote: Hote, excel: Identite): void {
  const page = fenetre as FenetreMac;
  page.name = JSON.stringify({ hostInfo: infoHote('Mac', '16.00', excel.langue) });
  const recevoir = ({ methodId, params, callbackId }: Message): void => {
    const rappeler = (charge: unknown): void => {
      if (callbackId !== undefined) page.OSF?.ScriptMessaging.agaveHostCallback(callbackId, charge);
    };
    const { id, targetId, apiArgs, keys, values } = params as {
      id: number;
      targetId: string;
      apiArgs: readonly unknown[];
      keys: string[];
      values: string[];
    };
    switch (methodId) {
      case METHODES.contexte:
        return rappeler(contexte(hote, excel));
      case METHODES.executer:
        return hote.executer(id, apiArgs, (reponse) => rappeler([deroulee(reponse)]));
      case METHODES.inscrire:
        return hote.inscrire(
          id,
          targetId,
          (type, charge) => {
            if (callbackId !== undefined)
              page.OSF?.ScriptMessaging.agaveHostEventCallback(callbackId, [deroulee(charge), type]);
          },
          (code) => rappeler([code]),
        );
      case METHODES.desinscrire:
        return hote.desinscrire(id, targetId, (code) => rappeler([code]));
      case METHODES.reglages:
        return rappeler([garderReglages(hote, keys, values)]);
      default:
        return hote.surprise(`message ${methodId} du Mac`);
    }
  };
  const postMessage = (texte: string): void => queueMicrotask(() => recevoir(JSON.parse(texte) as Message));
  Object.defineProperty(fenetre, 'webkit', {
    value: { messageHandlers: { Agave: { postMessage } } },
    configurable: true,
  });
}
