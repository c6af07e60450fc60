/** Le ruban du manifeste : ses groupes, ses boutons, ses icônes, ses infobulles ; rien n'est redit ici. */

export type Action =
  | { readonly type: 'volet' }
  /** Nom de la fonction à appeler dans le complément. */
  | { readonly type: 'fonction'; readonly nom: string };

interface Bouton {
  readonly nom: string;
  readonly aide: string;
  readonly icone: string;
  readonly action: Action;
}

interface Groupe {
  readonly nom: string;
  readonly boutons: readonly Bouton[];
}

const TAILLE_ICONE = '32';

const enfants = (parent: Element, nom: string): Element[] =>
  [...parent.children].filter(({ localName }) => localName === nom);
const tous = (parent: Document | Element, nom: string): Element[] => [
  ...parent.getElementsByTagNameNS('*', nom),
];

export function lireRuban(manifeste: string): Groupe[] {
  const xml = new DOMParser().parseFromString(manifeste, 'text/xml');
  const ressources = new Map<string, string>();
  for (const nom of ['String', 'Image', 'Url'])
    for (const ressource of tous(xml, nom))
      ressources.set(ressource.getAttribute('id') ?? '', ressource.getAttribute('DefaultValue') ?? '');
  const dire = (element: Element | undefined): string =>
    ressources.get(element?.getAttribute('resid') ?? '') ?? '';

  const [onglet] = tous(xml, 'CustomTab');
  return (onglet ? enfants(onglet, 'Group') : []).map((groupe) => ({
    nom: dire(enfants(groupe, 'Label')[0]),
    boutons: enfants(groupe, 'Control').map((controle): Bouton => {
      const [action] = enfants(controle, 'Action');
      const image = tous(controle, 'Image').find((i) => i.getAttribute('size') === TAILLE_ICONE);
      const [description] = tous(controle, 'Description');
      const fonction = action ? tous(action, 'FunctionName')[0]?.textContent : undefined;
      return {
        nom: dire(enfants(controle, 'Label')[0]),
        aide: dire(description),
        // L'adresse de publication n'est pas celle-ci ; le chemin, si.
        icone: new URL(dire(image), location.href).pathname,
        action: fonction ? { type: 'fonction', nom: fonction } : { type: 'volet' },
      };
    }),
  }));
}

export function afficherRuban(
  zone: HTMLElement,
  groupes: readonly Groupe[],
  agir: (action: Action) => void,
): void {
  zone.replaceChildren(...groupes.map((groupe) => afficherGroupe(groupe, agir)));
}

function afficherGroupe({ nom, boutons }: Groupe, agir: (action: Action) => void): HTMLElement {
  const groupe = document.createElement('div');
  groupe.className = 'groupe';
  groupe.role = 'group';
  groupe.ariaLabel = nom;
  const rangee = document.createElement('div');
  rangee.className = 'boutons';
  rangee.append(...boutons.map((bouton) => afficherBouton(bouton, agir)));
  const titre = document.createElement('span');
  titre.className = 'nom-groupe';
  titre.ariaHidden = 'true';
  titre.textContent = nom;
  groupe.append(rangee, titre);
  return groupe;
}

function afficherBouton({ nom, aide, icone, action }: Bouton, agir: (action: Action) => void): HTMLElement {
  const bouton = document.createElement('button');
  bouton.type = 'button';
  bouton.title = aide;
  bouton.dataset['action'] = action.type === 'volet' ? 'volet' : action.nom;
  if (action.type === 'volet') bouton.ariaExpanded = 'true';
  const image = document.createElement('img');
  image.src = icone;
  image.alt = '';
  bouton.append(image, nom);
  bouton.addEventListener('click', () => agir(action));
  return bouton;
}
