/** Les formules CLAS de l'agent : celle dont le barème n'est pas celui du classeur, et elle seule. */
import { formuleAffichee } from '../../../src/dossier/affichage/formule';
import { SUIVANTE } from '../fabrique';
import type { Situation } from '../situation';

/** Dans un classeur de 2022-2023, juste par ailleurs ; `bareme` : celui que Clas dit, s'il dit quelque chose. */
const formule = (ecrite: string, bareme?: string): Situation => ({
  titre: ecrite,
  reglages: { ...SUIVANTE, formules: { B2: ecrite } },
  rapport:
    bareme === undefined
      ? []
      : [
          `Projets!B2 ps.annee-par-defaut — Formule « ${formuleAffichee(ecrite)} » au barème ${bareme}, dans un classeur 2022-2023. Utiliser CLAS.PS_BAREME avec les cellules du barème.`,
        ],
});
const PAR_DEFAUT = '2021 par défaut';

export const BORDS_FORMULES: readonly Situation[] = [
  {
    titre: 'le barème par défaut est celui de ce classeur',
    reglages: { formules: { B2: '=CLAS.PS(S2,K2)', C2: '=CLAS.BONUS(1,1)', D2: '=CLAS.TAUX(2021)' } },
    rapport: [],
  },
  // omis, vide ou 0 : une cellule vide arrive en 0
  formule('=CLAS.PS(S2,K2,0)', PAR_DEFAUT),
  formule('=CLAS.PS(S2,K2,"")', PAR_DEFAUT),
  formule('=CLAS.PS(S2,K2," ")', PAR_DEFAUT),
  formule('=CLAS.BONUS(1,1,0)', PAR_DEFAUT),
  formule('=CLAS.TAUX( )', PAR_DEFAUT),
  formule('=CLAS.PS(S2, K2, 2021 )', '2021'),
  // un montant de bonus n'est pas une année ; une cellule, un calcul peuvent dire la bonne
  formule('=CLAS.BONUS(1,1,2021)'),
  formule('=CLAS.PS(S2,K2,N2021)'),
  formule('=CLAS.PS(S2,K2,2021+1)'),
  formule('=CLAS.PS(S2,K2,"2022"&"-2023")'),
  // ni une année : la fonction le refuse elle-même
  formule('=CLAS.PS(S2,K2,"N")'),
  // ce qui est cité, ou entre parenthèses, ne sépare pas les arguments
  formule('=CLAS.PS(SUMIF(B:B,"Clas (soir",S:S),K2,2021)', '2021'),
  formule('=CLAS.PS(SUM(S2,T2),K2)', PAR_DEFAUT),
  formule("=CLAS.PS('Coûts, réels'!S2,K2)", PAR_DEFAUT),
  formule('=CLAS.PS(Projets[[#This Row],[Coût, réel]],Projets[[#This Row],[Collectifs]])', PAR_DEFAUT),
  formule('=CLAS.PS({9000,12000},3,2021)', '2021'),
  formule('=CLAS.PS({9000,12000},3,2022)'),
  // la première qui n'est pas du classeur
  formule('=CLAS.PS(S2,K2,2022)+CLAS.PS(T2,L2,2021)', '2021'),
];
