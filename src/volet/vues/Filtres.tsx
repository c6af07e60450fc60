/** Les comptes par gravité (qui filtrent), la feuille, le texte cherché. */
import { ToggleButton } from '@fluentui/react-components';
import { ChampListe, ChampRecherche } from '../elements/champs';
import { Signe } from '../elements/Signe';
import { useEtat, useSession } from '../contexte';
import { CLES_GRAVITE, GRAVITES, entier } from '../phrases';
import type { Anomalie, Compte } from '../../dossier/anomalies/anomalie';
import type { Gravite } from '../../dossier/anomalies/catalogue';

interface Props {
  readonly anomalies: readonly Anomalie[];
  readonly compte: Compte;
}

export function Filtres({ anomalies, compte }: Props) {
  const session = useSession();
  const { filtre } = useEtat();
  const parFeuille = new Map<string, number>();
  for (const { feuille } of anomalies) parFeuille.set(feuille, (parFeuille.get(feuille) ?? 0) + 1);

  const basculer = (gravite: Gravite): void => {
    const gravites = filtre.gravites.includes(gravite)
      ? filtre.gravites.filter((g) => g !== gravite)
      : [...filtre.gravites, gravite];
    session.filtrer({ gravites });
  };

  return (
    <>
      <div className="comptes" role="group" aria-label="Filtrer par gravité">
        {CLES_GRAVITE.map((g) => (
          <ToggleButton
            key={g}
            size="small"
            checked={filtre.gravites.includes(g)}
            icon={<Signe de={g} />}
            onClick={() => basculer(g)}
          >
            {entier(compte[g])} {compte[g] > 1 ? GRAVITES[g].plusieurs : GRAVITES[g].un}
          </ToggleButton>
        ))}
      </div>
      <div className="deux">
        <ChampListe
          intitule="Feuille"
          valeur={filtre.feuille ?? ''}
          choix={[
            ['', 'Toutes'],
            ...[...parFeuille].map(([nom, n]) => [nom, `${nom} (${entier(n)})`] as const),
          ]}
          surChoix={(nom) => session.filtrer({ feuille: nom || null })}
        />
        <ChampRecherche
          intitule="Chercher"
          valeur={filtre.texte}
          surSaisie={(texte) => session.filtrer({ texte })}
        />
      </div>
    </>
  );
}
