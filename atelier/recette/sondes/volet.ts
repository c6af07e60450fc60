/** Groupe 6 : ce que devient la page quand le volet se ferme et se rouvre. */
import type { Groupe, Json } from '../sonde';

const PAS_MS = 250;
const SANS_VOLET = 'fermer le volet est un geste de la fenêtre d’Excel';

/** Compte ce que la page vit pendant un geste : ses battements, le plus long silence, ses changements de visibilité. */
async function pendant(geste: () => Promise<void>): Promise<Json> {
  const visibilites: string[] = [];
  const noter = (): void => void visibilites.push(document.visibilityState);
  document.addEventListener('visibilitychange', noter);
  let [battements, silence, dernier] = [0, 0, performance.now()];
  const coeur = setInterval(() => {
    const ici = performance.now();
    silence = Math.max(silence, ici - dernier);
    dernier = ici;
    battements += 1;
  }, PAS_MS);
  try {
    await geste();
  } finally {
    clearInterval(coeur);
    document.removeEventListener('visibilitychange', noter);
  }
  return {
    battements,
    plusLongSilenceMs: Math.round(silence),
    visibilites,
    taille: [innerWidth, innerHeight],
  };
}

export const VOLET: Groupe = {
  nom: 'Volet',
  sondes: [
    {
      id: 'volet.fermer',
      demande: 'Le volet fermé dix secondes puis rouvert par le ruban : la page a-t-elle continué à vivre ?',
      horsHote: SANS_VOLET,
      faire: ({ humain }) =>
        pendant(() =>
          humain.geste(
            'volet.fermer',
            'Fermer ce volet par sa croix, attendre dix secondes, le rouvrir par le ruban (« Recette »), puis revenir ici.',
          ),
        ),
    },
    {
      id: 'volet.ruban',
      demande: 'Le volet masqué par l’interface, puis montré : l’état que dit Office.addin.',
      horsHote: SANS_VOLET,
      attendu: ['Hidden', 'Taskpane'],
      faire: async () => {
        const etats: string[] = [];
        const finir = await Office.addin.onVisibilityModeChanged(
          ({ visibilityMode }) => void etats.push(visibilityMode),
        );
        await Office.addin.hide();
        await Office.addin.showAsTaskpane();
        await finir();
        return etats;
      },
    },
  ],
};
