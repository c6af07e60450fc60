import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import '../../atelier/hote/hote';
import { membresConnus } from '../../atelier/hote/protocole/classe';
import { VERSIONS } from '../../atelier/hote/protocole/versions';
import { versionsPubliees } from '../outils/versionsPubliees';

/** Sans page publique : services internes, et ce que Excel.createWorkbook emploie. */
const SANS_PAGE = [
  'AddinInternalService',
  'AppRuntimeService',
  'CustomFunctions',
  'TelemetryService',
  'WorkbookCreated',
  'Application.createWorkbook',
];

describe('Les membres joués', () => {
  const publiees = versionsPubliees();
  const joues = membresConnus().flatMap(({ nom, membres }) =>
    membres
      .map((membre) => membre.replace(/ \(.*|\(\)$/g, ''))
      .filter((membre) => !membre.startsWith('_'))
      .map((membre) => ({ cle: `${nom}.${membre.charAt(0).toLowerCase()}${membre.slice(1)}`, nom, membre })),
  );

  it('existent tous dans la documentation publique', () => {
    const absents = joues.map(({ cle }) => cle).filter((cle) => !publiees.has(cle));
    expect(joues.length).toBeGreaterThan(200);
    expect(absents.filter((cle) => !SANS_PAGE.some((debut) => cle.startsWith(debut)))).toEqual([
      // nom du protocole, écrit sous un autre nom que celui de la page
      'Worksheet.gridlines',
    ]);
  });

  it('servent tous : au complément, à la recette, à la page ou à un essai', () => {
    const sources = ['src', 'atelier/page', 'atelier/recette', 'test', 'bench']
      .flatMap((dossier) =>
        readdirSync(dossier, { recursive: true, encoding: 'utf8' }).map((fichier) => join(dossier, fichier)),
      )
      .filter((fichier) => /\.tsx?$/.test(fichier) && fichier !== join('test', 'hote', 'versions.test.ts'))
      .map((fichier) => readFileSync(fichier, 'utf8'))
      .join('\n');
    const mots = new Set(sources.match(/\w+/g));
    const inutiles = joues.filter(
      ({ membre }) => !mots.has(membre.charAt(0).toLowerCase() + membre.slice(1)),
    );
    // la bibliothèque appelle d'elle-même ses propres services, et écrit showGridlines sous un autre nom
    expect(
      inutiles.map(({ cle }) => cle).filter((cle) => !SANS_PAGE.some((debut) => cle.startsWith(debut))),
    ).toEqual(['Worksheet.gridlines']);
  });

  it('portent l’ensemble d’exigences que dit leur page', () => {
    const attendu: Record<string, Record<string, string[]>> = {};
    for (const { cle, nom, membre } of joues) {
      const version = publiees.get(cle);
      if (version === undefined || version === '1.1') continue;
      const classe = ((attendu[version] ??= {})[nom] ??= []);
      if (!classe.includes(membre)) classe.push(membre);
    }
    const obtenu = Object.fromEntries(
      Object.entries(VERSIONS).map(([version, classes]) => [
        version,
        Object.fromEntries(Object.entries(classes).map(([nom, membres]) => [nom, membres.split(' ')])),
      ]),
    );
    for (const classes of Object.values(attendu))
      for (const membres of Object.values(classes)) membres.sort();
    expect(obtenu).toEqual(attendu);
  });
});
