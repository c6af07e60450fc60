/** « Et si » : ce que deviennent les montants si le coût, les collectifs ou les bonus changent. Rien ne s'écrit. */
import {
  Accordion,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { Section } from '../elements/Section';
import { Bouton } from '../elements/Bouton';
import { ChampTexte } from '../elements/champs';
import { Depliant } from '../elements/Depliant';
import { FIN, Tableau } from '../elements/Tableau';
import { montantOu } from '../totaux';
import { phraseDe } from '../../dossier/anomalies/anomalie';
import { MONTANTS, type CalculProjet, type CleMontant } from '../../dossier/calcul/montants';
import {
  CHAMPS_SUPPOSES,
  supposer,
  type ChampSuppose,
  type Supposition,
} from '../../dossier/calcul/supposer';
import { COLONNES_PROJETS } from '../../dossier/colonnes/projets';
import type { Contexte } from '../../dossier/controle/contexte';
import { lireCellule } from '../../dossier/lecture/cellule';

/** Ce que l'agent attend d'une supposition. */
const MONTRES = [
  'psPrevisionnelle',
  'psRetenue',
  'acompteMaxN',
  'acompteMaxN1',
  'chargeAPayer',
  'psDue',
  'bonusDuFinal',
  'resteAPayer',
  'resteARecouvrer',
  'excedent80',
] as const satisfies readonly CleMontant[];

type Saisies = Partial<Record<ChampSuppose, string>>;

/** Lit une saisie comme la cellule qu'elle remplacerait ; illisible, la phrase est celle de la cellule. */
function lireSaisie(champ: ChampSuppose, saisie: string, contexte: Contexte, ligne: number) {
  const lieu = contexte.lecture.projets.lieu(ligne, champ);
  return lireCellule(saisie, COLONNES_PROJETS[champ], {
    lieu: { ...lieu, valeur: saisie },
    dates1904: false,
  });
}

export function EtSi({ calcul, contexte }: { readonly calcul: CalculProjet; readonly contexte: Contexte }) {
  const { projet } = calcul;
  const [saisies, saisir] = useState<Saisies>({});
  const lues = useMemo(
    () =>
      Object.entries(saisies).flatMap(([champ, saisie]) =>
        saisie.trim() === ''
          ? []
          : [
              [
                champ as ChampSuppose,
                lireSaisie(champ as ChampSuppose, saisie, contexte, projet.ligne),
              ] as const,
            ],
      ),
    [saisies, contexte, projet.ligne],
  );
  const erreurs = new Map(
    lues.flatMap(([champ, { valeur, anomalie }]) =>
      valeur === null && anomalie ? [[champ, phraseDe(anomalie)]] : [],
    ),
  );
  const supposition = Object.fromEntries(
    lues.flatMap(([champ, { valeur }]) => (valeur === null ? [] : [[champ, valeur]])),
  ) as Supposition;
  const suppose = supposer(projet, supposition, contexte);
  const change = Object.keys(supposition).length > 0;
  const actuel = (champ: ChampSuppose): string => {
    const valeur = projet[champ];
    return valeur === null ? 'non saisi' : String(valeur).replace('.', ',');
  };
  return (
    <Section>
      <Accordion collapsible>
        <Depliant cle="etSi" niveau="h3" titre={<b>Et si…</b>}>
          <div className="pile">
            <p className="aide">Un essai&nbsp;: rien ne s’écrit dans le classeur.</p>
            <div className="rang champs">
              {CHAMPS_SUPPOSES.map((champ) => (
                <ChampTexte
                  key={champ}
                  intitule={COLONNES_PROJETS[champ].entete}
                  inputMode="decimal"
                  placeholder={actuel(champ)}
                  valeur={saisies[champ] ?? ''}
                  erreur={erreurs.get(champ)}
                  surSaisie={(valeur) => saisir({ ...saisies, [champ]: valeur })}
                />
              ))}
            </div>
            {change && (
              <>
                <Tableau titre="Effet de la supposition">
                  <TableHeader>
                    <TableRow>
                      <TableHeaderCell>Montant</TableHeaderCell>
                      <TableHeaderCell button={FIN}>Aujourd’hui</TableHeaderCell>
                      <TableHeaderCell button={FIN}>Et si</TableHeaderCell>
                    </TableRow>
                  </TableHeader>
                  <TableBody>
                    {MONTRES.map((cle) => {
                      const [avant, apres] = [calcul, suppose].map((c) =>
                        montantOu(c.montants[cle].montant, 'inconnu'),
                      );
                      return (
                        <TableRow key={cle}>
                          <TableHeaderCell scope="row">{MONTANTS[cle].intitule}</TableHeaderCell>
                          <TableCell className="fin">{avant}</TableCell>
                          <TableCell className="fin">
                            {avant === apres ? 'inchangé' : <b>{apres}</b>}
                          </TableCell>
                        </TableRow>
                      );
                    })}
                  </TableBody>
                </Tableau>
                <Bouton petit surClic={() => saisir({})}>
                  Effacer l’essai
                </Bouton>
              </>
            )}
          </div>
        </Depliant>
      </Accordion>
    </Section>
  );
}
