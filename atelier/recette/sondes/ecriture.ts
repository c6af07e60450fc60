/** Groupe 4 : ce que devient ce qu'on écrit. */
import { code, surFeuille, type Travail } from '../feuille';
import type { Groupe, Json, Sonde } from '../sonde';

const TEXTES = ['12/10/2021', 'vrai', 'TRUE', '007', '12,5'];

const ecrits =
  (format: string): Travail<Json> =>
  async (contexte, feuille) => {
    const plage = feuille.getRange('A1').getAbsoluteResizedRange(TEXTES.length, 1);
    plage.numberFormat = TEXTES.map(() => [format]);
    plage.values = TEXTES.map((texte) => [texte]);
    plage.load('values');
    await contexte.sync();
    return Object.fromEntries(TEXTES.map((texte, i) => [texte, plage.values[i]?.[0] as Json]));
  };

const EFFACEMENTS = ['', '51:1048576', 'H1:XFD1048576'];

const effacement = (adresse: string): Sonde => ({
  id: `ecriture.effacer.${adresse === '' ? 'feuille' : adresse}`,
  demande: `Effacer ${adresse === '' ? 'toute la feuille' : adresse} d’un coup.`,
  attendu: 'accepté',
  faire: () =>
    surFeuille((contexte, feuille) =>
      code(() => {
        (adresse === '' ? feuille.getRange() : feuille.getRange(adresse)).clear();
        return contexte.sync();
      }),
    ),
});

/** Les bornes d'un message de saisie : titre de 32 caractères, texte de 255. doc : excel/excel.datavalidationprompt */
const BORNES: readonly (readonly [titre: number, texte: number, attendu: Json | undefined])[] = [
  [32, 225, 'accepté'],
  [32, 255, 'accepté'],
  [33, 10, undefined],
  [10, 256, undefined],
];

const borne = ([titre, texte, attendu]: (typeof BORNES)[number]): Sonde => ({
  id: `ecriture.message.${titre}-${texte}`,
  demande: `Un message de saisie : titre de ${titre} caractères, texte de ${texte}.`,
  ...(attendu !== undefined && { attendu }),
  faire: () =>
    surFeuille((contexte, feuille) =>
      code(() => {
        const { dataValidation } = feuille.getRange('A1');
        dataValidation.rule = { custom: { formula: '=TRUE' } };
        dataValidation.prompt = {
          message: 'm'.repeat(texte),
          showPrompt: true,
          title: 't'.repeat(titre),
        };
        return contexte.sync();
      }),
    ),
});

export const ECRITURE: Groupe = {
  nom: 'Écriture',
  sondes: [
    {
      id: 'ecriture.textes.standard',
      demande:
        'Des textes écrits au format Standard : Office.js les lit à l’américaine, quelle que soit la langue.',
      faire: () => surFeuille(ecrits('General')),
    },
    {
      id: 'ecriture.textes.texte',
      demande: 'Les mêmes au format Texte restent ce qu’ils sont.',
      attendu: Object.fromEntries(TEXTES.map((texte) => [texte, texte])),
      faire: () => surFeuille(ecrits('@')),
    },
    {
      id: 'ecriture.formule.texte',
      demande: '« =1+1 » écrit au format Texte reste un texte.',
      attendu: '=1+1',
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          const cellule = feuille.getRange('A1');
          cellule.numberFormat = [['@']];
          cellule.values = [['=1+1']];
          cellule.load('values');
          await contexte.sync();
          return cellule.values[0]?.[0] as Json;
        }),
    },
    ...EFFACEMENTS.map(effacement),
    {
      id: 'ecriture.tableau.agrandir',
      demande: 'Un tableau s’agrandit d’une ligne et change de nom.',
      attendu: ['Recette_B', 'A1:B4'],
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          feuille.getRange('A1:B1').values = [['n', 'm']];
          const table = feuille.tables.add('A1:B3', true);
          table.name = 'Recette_A';
          await contexte.sync();
          table.resize('A1:B4');
          table.name = 'Recette_B';
          const zone = table.getRange().load('address');
          table.load('name');
          await contexte.sync();
          return [table.name, zone.address.replace(/^.*!/, '')];
        }),
    },
    {
      id: 'ecriture.tableau.nom-pris',
      demande: 'Deux tableaux du même nom : le code du refus.',
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          feuille.getRange('A1:D1').values = [['n', 'm', 'o', 'p']];
          feuille.tables.add('A1:B3', true).name = 'Recette_C';
          const autre = feuille.tables.add('C1:D3', true);
          await contexte.sync();
          return code(() => {
            autre.name = 'Recette_C';
            return contexte.sync();
          });
        }),
    },
    {
      id: 'ecriture.liste',
      demande: 'Une liste prise sur une feuille masquée.',
      attendu: 'List',
      faire: () =>
        surFeuille((contexte, source) =>
          surFeuille(async (ici, feuille) => {
            source.load('name');
            source.getRange('A1:A2').values = [['oui'], ['non']];
            source.visibility = 'Hidden';
            await contexte.sync();
            const { dataValidation } = feuille.getRange('A1');
            dataValidation.rule = {
              list: { inCellDropDown: true, source: `='${source.name}'!$A$1:$A$2` },
            };
            dataValidation.load('type');
            await ici.sync();
            return String(dataValidation.type);
          }),
        ),
    },
    ...BORNES.map(borne),
    {
      id: 'ecriture.regle',
      demande: 'La règle par laquelle Clas reconnaît ses couleurs se relit telle quelle.',
      attendu: '=N("Clas")=0',
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          const mise = feuille.getRange('A1:A3').conditionalFormats.add('Custom');
          mise.custom.rule.formula = '=N("Clas")=0';
          await contexte.sync();
          mise.custom.rule.load('formula');
          await contexte.sync();
          return mise.custom.rule.formula;
        }),
    },
    {
      id: 'ecriture.mise-en-page',
      demande: 'L’orientation paysage se garde, avec ou sans imprimante.',
      attendu: 'Landscape',
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          feuille.pageLayout.orientation = 'Landscape';
          feuille.pageLayout.load('orientation');
          await contexte.sync();
          return String(feuille.pageLayout.orientation);
        }),
    },
    {
      id: 'ecriture.protection',
      demande: 'Protéger deux fois, puis ôter la protection deux fois : le code de chaque second geste.',
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          const geste = (faire: () => void): Promise<Json> =>
            code(() => {
              faire();
              return contexte.sync();
            });
          const codes: Json[] = [];
          for (const faire of [
            () => feuille.protection.protect(),
            () => feuille.protection.protect(),
            () => feuille.protection.unprotect(),
            () => feuille.protection.unprotect(),
          ])
            codes.push(await geste(faire));
          return codes;
        }),
    },
    {
      id: 'ecriture.structure',
      demande: 'Ajouter une feuille à un classeur dont la structure est protégée : le code du refus.',
      horsHote:
        'la sonde protège le classeur de qui prête son Excel : un geste de plus que l’hôte n’a pas à subir',
      faire: () =>
        Excel.run(async (contexte) => {
          contexte.workbook.protection.protect();
          await contexte.sync();
          try {
            return await code(() => {
              contexte.workbook.worksheets.add('Recette interdite');
              return contexte.sync();
            });
          } finally {
            contexte.workbook.protection.unprotect();
            await contexte.sync();
          }
        }),
    },
  ],
};
