/** Désigner une feuille ou une colonne que Clas ne reconnaît pas ; gardé dans le classeur. */
import { Accordion, Body1Strong } from '@fluentui/react-components';
import { useState } from 'react';
import { Section } from '../elements/Section';
import { ChampListe } from '../elements/champs';
import { Depliant } from '../elements/Depliant';
import { useEtat, useSession } from '../contexte';
import { controleDe, feuillesDe, type Controle } from '../etat';
import { designationsPerdues, designerColonne, designerFeuille } from '../reglages';
import type { Colonne } from '../../dossier/colonnes/colonne';
import { FEUILLES_AGENT, type CleFeuille } from '../../dossier/feuilles';
import { intitulesLus } from '../../dossier/lecture/entetes';

const CLES = Object.keys(FEUILLES_AGENT) as CleFeuille[];
const HABITUEL = '';
const PARTIE = 'designer';

const absente = (nom: string) => [nom, `${nom} (absente du classeur)`] as const;

export function Designer() {
  const session = useSession();
  const etat = useEtat();
  const { situation, designations } = etat;
  const controle = controleDe(etat);
  const absentes = (controle?.examen.anomalies ?? []).some(
    ({ code }) => code === 'colonne.absente' || code === 'colonne.en-double',
  );
  const perdues = designationsPerdues(designations, feuillesDe(situation));
  const besoin = situation.type === 'sansProjets' || absentes || perdues.length > 0;
  // s'ouvre et se ferme de lui-même, jamais sur l'agent qui s'en sert
  const [choisi, choisir] = useState<boolean | null>(null);
  const ouvert = choisi ?? besoin;
  if (situation.type === 'inconnue') return null;
  const cles = situation.type === 'sansProjets' ? (['projets'] as const) : CLES;
  return (
    <Section>
      <Accordion
        collapsible
        openItems={ouvert ? [PARTIE] : []}
        onToggle={(_, { openItems }) => choisir(openItems.length > 0)}
      >
        <Depliant cle={PARTIE} niveau="h2" titre={<b>Désigner des feuilles et des colonnes</b>}>
          <div className="pile" onChange={() => choisir(true)}>
            <p>
              Quand le classeur emploie d’autres noms que ceux de Clas. Le choix est gardé dans le classeur.
            </p>
            {cles.map((cle) => (
              <ChampListe
                key={cle}
                intitule={`Feuille ${FEUILLES_AGENT[cle]}`}
                valeur={designations.feuilles?.[cle] ?? HABITUEL}
                choix={[
                  [HABITUEL, 'Reconnue par son nom'],
                  ...situation.feuilles.map((nom) => [nom, nom] as const),
                  ...perdues
                    .filter((perdue) => perdue === cle)
                    .map(() => absente(designations.feuilles?.[cle] ?? '')),
                ]}
                surChoix={(nom) => session.designer(designerFeuille(designations, cle, nom || null))}
              />
            ))}
            {controle && <Colonnes controle={controle} />}
          </div>
        </Depliant>
      </Accordion>
    </Section>
  );
}

type CleTable = Exclude<CleFeuille, 'parametres'>;

function Colonnes({ controle: { examen } }: { readonly controle: Controle }) {
  const session = useSession();
  const { designations } = useEtat();
  const [cle, choisir] = useState<CleTable>('projets');
  const table = examen.lecture[cle];
  const tables = CLES.filter((c): c is CleTable => c !== 'parametres' && examen.lecture[c] !== null);
  const pointage = designations.colonnes?.[cle] ?? {};
  const intitules = table ? [...new Set(intitulesLus(table.feuille, table.entetes))] : [];
  // celles que Clas n'a pas trouvées, et celles déjà désignées
  const aPointer = Object.entries<Colonne>(table?.definitions ?? {}).filter(
    ([champ]) => champ in pointage || !table?.entetes?.colonnes.has(champ),
  );
  return (
    <>
      <Body1Strong as="h3">Colonnes</Body1Strong>
      <ChampListe
        intitule="Colonnes de la feuille"
        valeur={cle}
        choix={tables.map((c) => [c, examen.lecture[c]?.feuille.nom ?? c] as const)}
        surChoix={(c) => choisir(c as CleTable)}
      />
      {aPointer.length === 0 && <p>Toutes les colonnes sont reconnues.</p>}
      {aPointer.map(([champ, { entete, exigence }]) => (
        <ChampListe
          key={champ}
          intitule={exigence === 'oui' ? `${entete} (obligatoire)` : entete}
          valeur={pointage[champ] ?? HABITUEL}
          choix={[[HABITUEL, 'Non désignée'], ...intitules.map((i) => [i, i] as const)]}
          surChoix={(i) => session.designer(designerColonne(designations, cle, champ, i || null))}
        />
      ))}
    </>
  );
}
