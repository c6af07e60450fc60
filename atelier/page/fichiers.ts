/** Ouvrir par bouton ou par dépôt, enregistrer par téléchargement : rien ne quitte le poste. */

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface Fichier {
  readonly nom: string;
  readonly octets: Uint8Array;
}

export async function lireFichier(fichier: File): Promise<Fichier> {
  return { nom: fichier.name, octets: new Uint8Array(await fichier.arrayBuffer()) };
}

export function telecharger({ nom, octets }: Fichier): void {
  const adresse = URL.createObjectURL(new Blob([new Uint8Array(octets)], { type: TYPE }));
  const lien = document.createElement('a');
  lien.href = adresse;
  lien.download = nom;
  lien.click();
  // Le navigateur lit l'adresse après le clic : elle se rend plus tard.
  setTimeout(() => URL.revokeObjectURL(adresse), 60_000);
}

export const nomDeCopie = (nom: string): string => nom.replace(/(\.xlsx)?$/i, ' - copie.xlsx');

/** Un fichier choisi dans `champ` ou déposé sur `zone` ; un dépôt ailleurs ne fait pas quitter la page. */
export function surFichier(
  champ: HTMLInputElement,
  zone: HTMLElement,
  ouvrir: (fichier: File) => void,
): void {
  champ.addEventListener('change', () => {
    const fichier = champ.files?.[0];
    // Rechoisir le même fichier doit le rouvrir.
    champ.value = '';
    if (fichier) ouvrir(fichier);
  });
  const estFichier = (e: DragEvent): boolean => e.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragover', (e) => {
    if (!estFichier(e)) return;
    e.preventDefault();
    zone.classList.add('depot');
  });
  window.addEventListener('dragleave', (e) => {
    if (e.relatedTarget === null) zone.classList.remove('depot');
  });
  window.addEventListener(
    'drop',
    (e) => {
      zone.classList.remove('depot');
      const fichier = e.dataTransfer?.files[0];
      if (!estFichier(e) || !fichier) return;
      e.preventDefault();
      e.stopPropagation();
      ouvrir(fichier);
    },
    { capture: true },
  );
}
