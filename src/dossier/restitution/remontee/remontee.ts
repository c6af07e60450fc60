/** La remontée entière, telle que le fichier de la Cnaf la porte : ses données, son empreinte, le résumé des anomalies. */
import { CATALOGUE, type Code } from '../../anomalies/catalogue';
import type { Anomalie } from '../../anomalies/anomalie';
import { SITUATIONS } from '../../anomalies/messages';
import type { Examen } from '../../examiner';
import { VERSION_REGLES } from '../../../reglement/sources';
import { donneesRemontee, propre, type LigneResume, type Remontee } from './donnees';
import { empreinteDe } from './empreinte';
import { sceauDe } from './planControle';

function resumer(anomalies: readonly Anomalie[]): LigneResume[] {
  const nombres = new Map<Code, number>();
  for (const { code } of anomalies) nombres.set(code, (nombres.get(code) ?? 0) + 1);
  return (Object.keys(CATALOGUE) as Code[]).flatMap((code) => {
    const nombre = nombres.get(code);
    const { reference, gravite } = CATALOGUE[code];
    return nombre === undefined ? [] : [{ reference, gravite, situation: SITUATIONS[code], nombre }];
  });
}

/** La remontée d'un classeur examiné ; les portes refusent d'abord un classeur bloqué (`blocage.ts`). */
export async function creerRemontee(
  examen: Examen,
  repris?: Parameters<typeof donneesRemontee>[1],
): Promise<Remontee> {
  const donnees = donneesRemontee(examen, repris);
  const { bareme } = examen.lecture.parametres;
  const remontee = {
    ...donnees,
    empreinte: await empreinteDe(donnees),
    anomalies: { compte: examen.compte, justifiees: examen.justifiees, resume: resumer(examen.anomalies) },
    versionRegles: VERSION_REGLES,
    bareme: {
      bonusEnfants: bareme?.bonusEnfants ?? null,
      bonusParents: bareme?.bonusParents ?? null,
      source: propre(bareme?.source ?? null),
    },
  };
  return { ...remontee, sceau: await sceauDe(remontee) };
}
