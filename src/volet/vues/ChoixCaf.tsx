/** Choisir la Caf (101, deux dans le 64) et l'année scolaire. */
import { useState } from 'react';
import { Bouton } from '../elements/Bouton';
import { ChampListe } from '../elements/champs';
import { useEtat, useSession } from '../contexte';
import { feuillesDe } from '../etat';
import type { Identite } from '../modele';
import { CAFS } from '../../dossier/cafs';
import { typographier } from '../../dossier/affichage/typographie';
import { anneeScolaire, lireAnnee } from '../../reglement/annee';
import { baremePublie } from '../../reglement/bareme';
import { PREMIERE_ANNEE } from '../../reglement/parametres';

interface Props {
  readonly bouton: string;
  readonly surChoix: (identite: Identite) => unknown;
}

const OUBLI = 'Choisir d’abord la Caf dans la liste.';

/** Une rentrée est en septembre : avant, l'année scolaire ouverte est celle d'avant. */
const anneeDuJour = (iso: string): number => Number(iso.slice(0, 4)) - (iso.slice(5, 7) < '09' ? 1 : 0);

/** Les années que disent les noms des feuilles : « CLAS 21-22 ». */
const anneesDesFeuilles = (noms: readonly string[]): number[] =>
  noms.flatMap((nom) => lireAnnee(/\d+\s*[-/\u2010-\u2015]\s*\d+/.exec(nom)?.[0]) ?? []);

export function ChoixCaf({ bouton, surChoix }: Props) {
  const { aujourdhui, dire } = useSession();
  const { situation } = useEtat();
  const courante = Math.max(PREMIERE_ANNEE, anneeDuJour(aujourdhui()));
  const [rang, choisirCaf] = useState('');
  const [oubliee, oublier] = useState(false);
  const annees = Array.from({ length: courante + 2 - PREMIERE_ANNEE }, (_, i) => PREMIERE_ANNEE + i);
  const [annee, choisirAnnee] = useState(
    () => anneesDesFeuilles(feuillesDe(situation)).find((a) => annees.includes(a)) ?? courante,
  );

  const valider = (): unknown => {
    const caf = rang === '' ? undefined : CAFS[Number(rang)];
    oublier(!caf);
    if (!caf) return dire('echec', OUBLI);
    return surChoix({ code: caf.code, nom: caf.nom, annee });
  };

  return (
    <>
      <ChampListe
        intitule="Caf"
        valeur={rang}
        choix={[['', 'Choisir…'], ...CAFS.map((c, i) => [String(i), `${c.code} — ${c.nom}`] as const)]}
        surChoix={choisirCaf}
        erreur={oubliee && rang === '' ? OUBLI : undefined}
      />
      <ChampListe
        intitule="Année scolaire"
        valeur={String(annee)}
        choix={annees.map((a) => [String(a), anneeScolaire(a)] as const)}
        surChoix={(a) => choisirAnnee(Number(a))}
        {...(!baremePublie(annee) && {
          aide: typographier(
            `Le barème ${anneeScolaire(annee)} n’est pas dans Clas : le saisir dans la feuille Paramètres, avec sa source.`,
          ),
        })}
      />
      <Bouton aspect="primary" surClic={valider}>
        {bouton}
      </Bouton>
    </>
  );
}
