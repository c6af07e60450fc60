/** Une table faite à la maison : ce que chaque colonne est sans doute, à accepter d'un coup ou à changer ligne par ligne. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Section } from '../elements/Section';
import { ChampListe } from '../elements/champs';
import { Fenetre } from '../elements/Fenetre';
import { useEtat, useSession } from '../contexte';
import { pluriel } from '../../dossier/affichage/pluriel';
import { accepter } from '../reglages';
import { FEUILLES_AGENT, trouverFeuille } from '../../dossier/feuilles';
import { colonnesDe } from '../../dossier/lecture/tables';
import type { ColonneProposee, Proposition } from '../../dossier/lecture/proposer';

const AUCUNE = '';

export const Proposer = ({ propositions }: { readonly propositions: readonly Proposition[] }) =>
  propositions.length > 0 && (
    <Section titre="Votre table">
      {propositions.map((p) => (
        <Table key={`${p.cle} ${p.feuille} ${p.colonnes.map(({ entete }) => entete).join()}`} p={p} />
      ))}
    </Section>
  );

/** « Sûre · 18 000 · 12 000 » */
function aide({ champ, sure, valeurs }: ColonneProposee): string {
  const confiance = champ === null ? 'Non reconnue' : sure ? 'Sûre' : 'À vérifier';
  return [confiance, ...(valeurs.length > 0 ? valeurs : ['sans valeur'])].join(' · ');
}

function Table({ p }: { readonly p: Proposition }) {
  const session = useSession();
  const { designations } = useEtat();
  /** Ce que l'agent a changé : colonne → champ. */
  const [change, changer] = useState<Readonly<Record<number, string>>>({});
  const { cle, feuille, colonnes, champs } = p;
  const definitions = colonnesDe(cle);
  const choisi = ({ colonne, champ }: ColonneProposee): string => change[colonne] ?? champ ?? AUCUNE;
  const retenues = colonnes.filter((c) => choisi(c) !== AUCUNE);
  const deuxFois = (c: ColonneProposee): boolean =>
    choisi(c) !== AUCUNE && retenues.some((autre) => autre !== c && choisi(autre) === choisi(c));
  const proposees = colonnes.filter(({ champ }) => champ !== null).length;
  const aVerifier = colonnes.filter(({ champ, sure }) => champ !== null && !sure).length;
  const choix = [
    [AUCUNE, 'Aucune'] as const,
    ...champs.map((champ) => [champ, definitions[champ]?.entete ?? champ] as const),
  ];
  const inconnue = !trouverFeuille([{ nom: feuille }], cle, designations.feuilles?.[cle]);
  return (
    <div className="pile">
      <p>
        {inconnue ? (
          <>
            La feuille «&nbsp;{feuille}&nbsp;» a l’air d’être la feuille «&nbsp;{FEUILLES_AGENT[cle]}&nbsp;».
          </>
        ) : (
          <>La feuille «&nbsp;{feuille}&nbsp;» a des intitulés que Clas ne connaît pas.</>
        )}
        {proposees > 0 && ` Clas propose ${pluriel(proposees, 'colonne')}`}
        {aVerifier > 0 && `, dont ${aVerifier}\u00a0à vérifier`}
        {proposees > 0 && '.'}
      </p>
      <Fenetre
        bouton={<Button appearance="primary">Voir la proposition…</Button>}
        titre={`Colonnes de «\u00a0${feuille}\u00a0»`}
        faire={Object.keys(change).length === 0 ? 'Accepter tout' : 'Accepter'}
        empeche={colonnes.some(deuxFois) && 'Un champ est choisi pour deux colonnes.'}
        surFaire={() =>
          void session.designer(
            accepter(designations, p, Object.fromEntries(retenues.map((c) => [choisi(c), c.entete]))),
          )
        }
      >
        <p className="aide">
          Les intitulés que Clas ne connaît pas&nbsp;; il lit déjà les autres. La feuille ne change pas&nbsp;:
          le choix est gardé dans le classeur.
        </p>
        {colonnes.map((c) => (
          <ChampListe
            key={c.colonne}
            intitule={c.entete}
            valeur={choisi(c)}
            choix={choix}
            aide={aide(c)}
            erreur={deuxFois(c) ? 'Choisie pour deux colonnes\u00a0: n’en garder qu’une.' : undefined}
            surChoix={(champ) => changer({ ...change, [c.colonne]: champ })}
          />
        ))}
      </Fenetre>
    </div>
  );
}
