/** La remontée entière, telle que le fichier de la Cnaf la porte : ses données, son empreinte, le résumé des anomalies. */
import { CATALOGUE, type Code, type Gravite } from '../../anomalies/catalogue';
import type { Anomalie, Compte } from '../../anomalies/anomalie';
import { SITUATIONS } from '../../anomalies/situations';
import type { Examen } from '../../examiner';
import { anneeScolaire } from '../../../reglement/annee';
import { euros } from '../../../reglement/explication';
import { VERSION_REGLES } from '../../../reglement/sources';
import { estNeant, presenter, propre, type RemonteePresentee } from './donnees';

/** À augmenter quand une règle change de résultat. */

/** Anomalies d'un même code, comptées. */
export interface LigneResume {
  readonly reference: string;
  readonly gravite: Gravite;
  readonly situation: string;
  readonly nombre: number;
}

export interface Remontee extends RemonteePresentee {
  /** Aucune ligne : la Caf déclare n'avoir rien à remonter. */
  readonly neant: boolean;
  readonly anomalies: { readonly compte: Compte; readonly resume: readonly LigneResume[] };
  readonly versionRegles: string;
  /** Montants des bonus appliqués et leur source. */
  readonly bareme: string;
}

function resumer(anomalies: readonly Anomalie[]): LigneResume[] {
  const nombres = new Map<Code, number>();
  for (const { code } of anomalies) nombres.set(code, (nombres.get(code) ?? 0) + 1);
  return (Object.keys(CATALOGUE) as Code[]).flatMap((code) => {
    const nombre = nombres.get(code);
    const { reference, gravite } = CATALOGUE[code];
    return nombre === undefined ? [] : [{ reference, gravite, situation: SITUATIONS[code], nombre }];
  });
}

function baremeEnMots({ annee, bareme }: Examen['lecture']['parametres']): string {
  if (!bareme?.bonusEnfants || !bareme.bonusParents) return 'aucun';
  const { bonusEnfants, bonusParents, source } = bareme;
  const enMots = `${anneeScolaire(annee)} : ${euros(bonusEnfants)} par bonus enfants, ${euros(bonusParents)} par bonus parents (${source})`;
  return propre(enMots) ?? '';
}

/** La remontée d'un classeur examiné ; les portes refusent d'abord un classeur bloqué (`blocage.ts`). */
export async function creerRemontee(examen: Examen): Promise<Remontee> {
  const presentee = await presenter(examen);
  return {
    ...presentee,
    neant: estNeant(presentee),
    anomalies: { compte: examen.compte, resume: resumer(examen.anomalies) },
    versionRegles: VERSION_REGLES,
    bareme: baremeEnMots(examen.lecture.parametres),
  };
}
