/** Avant d'ouvrir un autre classeur : ce que l'agent n'a pas enregistré ne se perd pas sans qu'il le dise. */

export type Choix = 'ouvrir' | 'enregistrer' | 'annuler';

const CHOIX: Readonly<Record<Choix, string>> = {
  enregistrer: 'Enregistrer une copie, puis ouvrir',
  ouvrir: 'Ouvrir sans garder',
  annuler: 'Annuler',
};

/** Échap vaut « Annuler » ; le focus revient où il était. */
export function demanderAvantDePerdre(page: Document, nom: string): Promise<Choix> {
  const boite = page.createElement('dialog');
  boite.className = 'demande';
  boite.setAttribute('aria-labelledby', 'titre-demande');
  const titre = page.createElement('h2');
  titre.id = 'titre-demande';
  titre.textContent = `« ${nom} » a des modifications non enregistrées.`;
  const gestes = page.createElement('form');
  gestes.method = 'dialog';
  gestes.className = 'gestes';
  gestes.append(
    ...Object.entries(CHOIX).map(([valeur, texte]) => {
      const bouton = page.createElement('button');
      bouton.value = valeur;
      bouton.textContent = texte;
      return bouton;
    }),
  );
  boite.append(titre, gestes);
  page.body.append(boite);
  boite.showModal();
  return new Promise((choisir) => {
    boite.addEventListener('close', () => {
      boite.remove();
      choisir((boite.returnValue || 'annuler') as Choix);
    });
  });
}
