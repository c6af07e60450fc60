/** Le peu de DOM qu'emploie l'amorce d'office.js : ajouter des scripts et dire que la page est prête. */
export interface DocumentMinimal {
  readyState: string;
  hasFocus(): boolean;
  querySelectorAll(): unknown[];
  getElementsByTagName(nom: string): unknown[];
  createElement(nom: string): Record<string, unknown>;
  getElementById(id: string): unknown;
  addEventListener(): void;
  removeEventListener(): void;
  surScript(charger: (adresse: string, termine: () => void) => void): void;
  ajouterScript(adresse: string): void;
  cookie: string;
  domain: string;
  body: unknown;
  head: unknown;
}

export function documentMinimal(): DocumentMinimal {
  const scripts: Record<string, unknown>[] = [];
  let charger: (adresse: string, termine: () => void) => void = () => undefined;
  const parent = {
    appendChild: (element: Record<string, unknown>) => {
      scripts.push(element);
      queueMicrotask(() =>
        charger(String(element['src']), () => (element['onload'] as (() => void) | undefined)?.()),
      );
      return element;
    },
  };
  return {
    readyState: 'complete',
    cookie: '',
    domain: 'localhost',
    hasFocus: () => true,
    querySelectorAll: () => [],
    body: parent,
    head: parent,
    getElementsByTagName: (nom) => (nom === 'script' ? scripts : nom === 'head' ? [parent] : []),
    // un lien sert à découper une adresse : la version web d'office.js y lit l'origine de ses messages
    createElement: (nom) =>
      nom === 'a'
        ? (new URL('about:blank') as unknown as Record<string, unknown>)
        : { tagName: nom.toUpperCase(), setAttribute: () => undefined, style: {} },
    getElementById: () => null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    surScript: (nouveau) => {
      charger = nouveau;
    },
    ajouterScript: (src) => void scripts.push({ src, getAttribute: () => src }),
  };
}
