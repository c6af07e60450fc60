/** La remontée entière, telle que le fichier de la Cnaf la porte : ses données, son empreinte, le résumé des anomalies. */
import { CATALOGUE, GRAVITES, type Code, type Gravite } from '../../anomalies/catalogue';
import type { Anomalie } from '../../anomalies/anomalie';
import { SITUATIONS } from '../../anomalies/messages';
import type { Examen } from '../../examiner';
import { VERSION_REGLES } from '../../../reglement/sources';
import { donneesRemontee, propre, type LigneResume, type Remontee } from './donnees';
import { empreinteDe } from './empreinte';
import { sceauDe } from './planControle';

/** Par code et par gravité, celle de l'anomalie : un dossier à l'écart, un fait établi adoucissent celle du catalogue. */
function resumer(anomalies: readonly Anomalie[]): LigneResume[] {
  const nombres = new Map<Code, Map<Gravite, number>>();
  for (const { code, gravite } of anomalies) {
    const siens = nombres.get(code) ?? new Map<Gravite, number>();
    nombres.set(code, siens.set(gravite, (siens.get(gravite) ?? 0) + 1));
  }
  return (Object.keys(CATALOGUE) as Code[]).flatMap((code) =>
    GRAVITES.flatMap((gravite) => {
      const nombre = nombres.get(code)?.get(gravite);
      return nombre === undefined
        ? []
        : [{ reference: CATALOGUE[code].reference, gravite, situation: SITUATIONS[code], nombre }];
    }),
  );
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
