import { formuleAffichee } from '../../src/dossier/affichage/formule';

test.each([
  ['=CLAS.PS(24000,2.5)', '=CLAS.PS(24000;2,5)'],
  ['=CLAS.PS(24000,.5)+1.', '=CLAS.PS(24000;,5)+1,'],
  ['=IF(A1="1,5 ""b, 2.5""",0.5,B1)', '=IF(A1="1,5 ""b, 2.5""";0,5;B1)'],
  ["='Bonus versés 1.5, l''an 2'!A1*1.5", "='Bonus versés 1.5, l''an 2'!A1*1,5"],
  ['=VLOOKUP(A1,Feuil1.2!A:B,2)', '=VLOOKUP(A1;Feuil1.2!A:B;2)'],
  ['=SUM({1.5,2;3,4},$B$2)', '=SUM({1,5.2;3.4};$B$2)'],
  ['=SUM(Projets[[#This Row],[Coût, 1.5]],2)', '=SUM(Projets[[#This Row];[Coût, 1.5]];2)'],
  ['=[Suivi 1.5.xlsx]Feuil1!A1', '=[Suivi 1.5.xlsx]Feuil1!A1'],
  ['texte', 'texte'],
])('%s se lit %s', (formule, attendu) => {
  expect(formuleAffichee(formule)).toBe(attendu);
});
