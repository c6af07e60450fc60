import { versFrancaise, versInternationale } from '../../atelier/page/formules';

describe('Une formule tapée en français', () => {
  it.each([
    ['=CLAS.PS(24000;3)', '=CLAS.PS(24000,3)'],
    ['=SOMME(1,5;2)', '=SUM(1.5,2)'],
    ['=SI(A1>0,5;"a;b,5";0)', '=IF(A1>0.5,"a;b,5",0)'],
    ["='Bonus; versés'!A1*1,2", "='Bonus; versés'!A1*1.2"],
    ['=somme.si.ens(A:A;B:B;"oui")', '=SUMIFS(A:A,B:B,"oui")'],
    ['=Projets[Coût, réel]*2', '=Projets[Coût, réel]*2'],
    ['=A1,5', '=A1,5'],
  ])('%s se lit %s', (tapee, lue) => {
    expect(versInternationale(tapee)).toBe(lue);
  });

  it.each([
    ['=CLAS.PS(24000.5,3)', '=CLAS.PS(24000,5;3)'],
    ['=IF(A1>0.5,"a,b",SUM(B1:B3))', '=SI(A1>0,5;"a,b";SOMME(B1:B3))'],
  ])('%s se montre %s, et revient', (formule, montree) => {
    expect(versFrancaise(formule)).toBe(montree);
    expect(versInternationale(montree)).toBe(formule);
  });
});
