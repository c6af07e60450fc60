import type { Hote } from '../hote';
import { infoHote, type Identite } from './identite';

/** L'origine de la page d'Excel : l'une de celles auxquelles la bibliothèque se fie d'elle-même. */
const ORIGINE = 'https://excel.officeapps.live.com';
const CONVERSATION = 'clas-conversation';
const CONTROLE = 'clas-controle';

/** Message entre cadres (XDM), tel que la bibliothèque l'enveloppe. */
interface Message {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: Readonly<Record<string, unknown>>;
}

interface FenetreWeb {
  name: string;
  dispatchEvent(evenement: Event): boolean;
}

const REPONSE = 1;
const ACTIONS = { appeler: 0, inscrire: 1, desinscrire: 2 } as const;
const POUR_APPEL = 0;
const POUR_EVENEMENT = 1;

function contexte(hote: Hote, excel: Identite): Record<string, unknown> {
  return {
    _id: CONTROLE,
    _appName: 16,
    _appVersion: 16,
    _appMinorVersion: 0,
    _appUILocale: excel.langue,
    _dataLocale: excel.langue,
    _docUrl: `${ORIGINE}/${excel.document}`,
    _clientMode: hote.classeur.lectureSeule ? 0 : 1,
    _settings: [...hote.classeur.reglages],
    _reason: 0,
    _osfControlType: 0,
    _eToken: '',
    _correlationId: '',
    _appInstanceId: excel.instance,
    _requirementMatrix: excel.matrice,
    _hostFullVersion: excel.version,
    _initialDisplayMode: 0,
  };
}

const liste = (charge: unknown): readonly unknown[] =>
  (charge as { toArray(): readonly unknown[] }).toArray();

/** Excel sur le web : la bibliothèque (excel-web-16.00.js) écrit à la page qui l'encadre, et l'écoute. */
export function pontWeb(fenetre: object, hote: Hote, excel: Identite): void {
  const page = fenetre as FenetreWeb;
  page.name = JSON.stringify({
    hostInfo: infoHote('Web', '16.00', excel.langue),
    xdmInfo: [CONVERSATION, CONTROLE, ORIGINE].join('|'),
    serializerVersion: 1,
  });
  const parent = {
    postMessage: (texte: string) => queueMicrotask(() => recevoir(JSON.parse(texte) as Message)),
  };
  const envoyer = (demande: Message, genre: number, donnees: unknown): void => {
    const message = {
      _messageType: REPONSE,
      _responseType: genre,
      _errorCode: 0,
      _actionName: demande._actionName,
      _conversationId: demande._conversationId,
      _correlationId: demande._correlationId,
      _data: donnees,
    };
    const recu = Object.assign(new Event('message'), {
      data: JSON.stringify(message),
      origin: ORIGINE,
      source: parent,
    });
    page.dispatchEvent(recu);
  };

  /** Le web rend le code à part : des quatre parties d'une réponse, les trois dernières. */
  const executer = (demande: Message): void => {
    const { DdaMethod, ArrayData } = demande._data as {
      DdaMethod: { DispatchId: number };
      ArrayData?: readonly unknown[];
    };
    hote.executer(DdaMethod.DispatchId, [ArrayData], (reponse) =>
      envoyer(
        demande,
        POUR_APPEL,
        typeof reponse === 'number'
          ? { Version: 1, Error: reponse }
          : { Version: 1, Error: 0, Data: liste(reponse).slice(1) },
      ),
    );
  };

  function recevoir(demande: Message): void {
    const { eventDispId, targetId } = demande._data as { eventDispId: number; targetId: string };
    const fini = (code: number): void => envoyer(demande, POUR_APPEL, { Version: 1, Error: code });
    if (demande._actionType === ACTIONS.inscrire)
      hote.inscrire(
        eventDispId,
        targetId,
        (_, charge) => envoyer(demande, POUR_EVENEMENT, { ArrayData: liste(charge) }),
        fini,
      );
    else if (demande._actionType === ACTIONS.desinscrire) hote.desinscrire(eventDispId, targetId, fini);
    else if (demande._actionName === 'ContextActivationManager_getAppContextAsync')
      envoyer(demande, POUR_APPEL, contexte(hote, excel));
    // la page dit où elle en est (adresse, focus) sans attendre de réponse
    else if (demande._actionName === 'ContextActivationManager_notifyHost') return;
    else if (demande._actionName === 'executeMethod') executer(demande);
    else hote.surprise(`appel ${demande._actionName} du web`);
  }

  Object.defineProperty(fenetre, 'parent', { value: parent, configurable: true, writable: true });
}
