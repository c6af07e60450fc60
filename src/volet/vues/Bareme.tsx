/** Le barème de l'année et d'où il vient ; absent, de quoi le saisir. Clas ne propose aucun chiffre qu'il ne connaît pas. */
import { Accordion } from '@fluentui/react-components';
import { useState } from 'react';
import { Section } from '../elements/Section';
import { Bouton } from '../elements/Bouton';
import { ChampTexte } from '../elements/champs';
import { Depliant } from '../elements/Depliant';
import { Montants } from '../elements/Montants';
import { Source } from '../elements/Terme';
import { useSession } from '../contexte';
import type { Parametres } from '../../dossier/lecture/parametres';
import {
  CHAMPS_BAREME,
  lireSaisieBareme,
  type ChampBareme,
  type SaisieBareme,
} from '../../dossier/restitution/modele/saisieBareme';
import { anneeScolaire } from '../../reglement/annee';
import { BAREMES } from '../../reglement/bareme';
import { euros, pourCent } from '../../reglement/explication';

const ARRONDIS: Readonly<Record<Parametres['arrondi'], string>> = {
  bareme: 'barème publié',
  centime: 'au centime',
  euro: 'à l’euro',
};

const CHAMPS: Readonly<Record<ChampBareme, { readonly intitule: string; readonly unite?: string }>> = {
  taux: { intitule: 'Taux de la Ps', unite: '%' },
  prixPlafond: { intitule: 'Prix plafond par collectif', unite: '€' },
  montantMaximal: { intitule: 'Ps au plus par collectif', unite: '€' },
  bonusEnfants: { intitule: 'Bonus enfants par collectif', unite: '€' },
  bonusParents: { intitule: 'Bonus parents par collectif', unite: '€' },
  source: { intitule: 'Source' },
};

export function Bareme({ parametres: { annee, bareme, arrondi } }: { readonly parametres: Parametres }) {
  return (
    <Section titre={<>Barème {anneeScolaire(annee)}</>}>
      {bareme ? (
        <>
          <Montants
            lignes={[
              ['Prix plafond par collectif', euros(bareme.prixPlafond)],
              ['Taux', pourCent(bareme.taux)],
              ['Ps au plus par collectif', euros(bareme.montantMaximal)],
              ['Bonus enfants', bareme.bonusEnfants ? euros(bareme.bonusEnfants) : 'à saisir'],
              ['Bonus parents', bareme.bonusParents ? euros(bareme.bonusParents) : 'à saisir'],
              ['Arrondi de la Ps', ARRONDIS[arrondi]],
            ]}
          />
          <p className="aide">
            Source&nbsp;: <Source source={bareme.source} />
          </p>
          <Accordion collapsible>
            <Depliant cle="changer" titre="Saisir un autre barème">
              <Saisie annee={annee} />
            </Depliant>
          </Accordion>
        </>
      ) : (
        <>
          <p>
            Clas ne connaît que {BAREMES.map((b) => anneeScolaire(b.annee)).join(', ')}&nbsp;: saisir ce que
            la Cnaf publie pour {anneeScolaire(annee)}. Aucun chiffre n’est proposé.
          </p>
          <Saisie annee={annee} />
        </>
      )}
    </Section>
  );
}

const VIDE: SaisieBareme = {
  taux: '',
  prixPlafond: '',
  montantMaximal: '',
  bonusEnfants: '',
  bonusParents: '',
  source: '',
};

function Saisie({ annee }: { readonly annee: number }) {
  const session = useSession();
  const [saisie, saisir] = useState(VIDE);
  const [erreurs, dire] = useState<Partial<Record<ChampBareme, string>>>({});
  const valider = (): unknown => {
    const lue = lireSaisieBareme(saisie);
    dire('erreurs' in lue ? lue.erreurs : {});
    return 'valeurs' in lue ? session.saisirBareme(annee, lue.valeurs) : undefined;
  };
  return (
    <div className="pile">
      <div className="rang champs">
        {CHAMPS_BAREME.map((champ) => (
          <ChampTexte
            key={champ}
            intitule={CHAMPS[champ].intitule}
            inputMode={champ === 'source' ? 'text' : 'decimal'}
            contentAfter={CHAMPS[champ].unite ?? null}
            valeur={saisie[champ]}
            erreur={erreurs[champ]}
            surSaisie={(valeur) => saisir({ ...saisie, [champ]: valeur })}
          />
        ))}
      </div>
      <Bouton aspect="primary" surClic={valider}>
        Écrire le barème dans Paramètres
      </Bouton>
    </div>
  );
}
