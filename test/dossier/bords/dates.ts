/** Les dates d’un collectif. */
import { collectif, jour, projet } from '../fabrique';
import { SANS_BONUS, c, type Situation } from '../situation';

export const BORDS_DATES: readonly Situation[] = [
  c('dates vides', { debut: null, fin: null }, []),
  c('début le 1er septembre', { debut: jour('2021-09-01') }, ['Collectifs!L2 collectif.demarrage-precoce']),
  c('fin le 31 août', { fin: jour('2022-08-31') }, ['Collectifs!M2 collectif.fin-apres-juin']),
  c('fin le 1er septembre, sans début', { debut: null, fin: jour('2022-09-01') }, [
    'Collectifs!M2 collectif.dates-hors-annee — Dates …–01/09/2022 hors de l’année scolaire 2021-2022, ou fin avant le début. Corriger les dates.',
  ]),
  c('début hors année, sans fin', { debut: jour('2021-08-31'), fin: null }, [
    'Collectifs!L2 collectif.dates-hors-annee — Dates 31/08/2021–… hors de l’année scolaire 2021-2022, ou fin avant le début. Corriger les dates.',
  ]),
  c('début seul', { fin: null }, []),
  c('fin seule', { debut: null }, []),
  c('un seul jour', { debut: jour('2022-06-10'), fin: jour('2022-06-10') }, [
    'Collectifs!L2 collectif.annee-incomplete — Collectif démarré le 10/06/2022 : aucun prorata n’est prévu. Justifier par la décision de la Caf.',
    'Collectifs!M2 collectif.periode-courte — Période du 10/06/2022 au 10/06/2022 : environ 0 semaines hors vacances. Vérifier les 27 semaines (indicatif).',
  ]),
  c('début le 31 décembre', { debut: jour('2021-12-31') }, ['Collectifs!M2 collectif.periode-courte']),
  c('début le 1er janvier', { debut: jour('2022-01-01') }, [
    'Collectifs!L2 collectif.annee-incomplete — Collectif démarré le 01/01/2022 : aucun prorata n’est prévu. Justifier par la décision de la Caf.',
    'Collectifs!M2 collectif.periode-courte',
  ]),
  c('fin le 30 juin', { fin: jour('2022-06-30') }, [
    'Collectifs!M2 collectif.fin-tardive — Fin le 30/06/2022 : le 15 juin est préconisé. Rien à corriger.',
  ]),
  c('fin le 31 mai', { fin: jour('2022-05-31') }, [
    'Collectifs!M2 collectif.annee-incomplete — Collectif interrompu le 31/05/2022 : aucun prorata n’est prévu. Justifier par la décision de la Caf.',
  ]),
  c('fin le 1er juin : la période est courte', { fin: jour('2022-06-01') }, [
    'Collectifs!M2 collectif.periode-courte — Période du 08/11/2021 au 01/06/2022 : environ 24 semaines hors vacances. Vérifier les 27 semaines (indicatif).',
  ]),
  c('26 semaines hors vacances : du 10 novembre au 15 juin', { debut: jour('2021-11-10') }, []),
  c('25 semaines : du 11 novembre au 15 juin', { debut: jour('2021-11-11') }, [
    'Collectifs!M2 collectif.periode-courte — Période du 11/11/2021 au 15/06/2022 : environ 25 semaines hors vacances. Vérifier les 27 semaines (indicatif).',
  ]),
  c('période courte, semaines non dites', { debut: jour('2021-11-11'), semaines: null }, [
    'Collectifs!M2 collectif.periode-courte',
  ]),
  c('période courte, semaines déjà dites insuffisantes', { debut: jour('2021-11-11'), semaines: 26 }, [
    'Collectifs!J2 collectif.semaines-insuffisantes',
  ]),
  {
    titre: 'une rentrée sans calendrier publié n’a pas de reprise',
    reglages: {
      parametres: { 'Année scolaire': '2030-2031' },
      bareme: [[2030, 0.325, 7885, 2563, 300, 300, 'Cnaf']],
      projets: [
        projet({
          collectifsAgrees: 1,
          enfants: 10,
          coutPrevisionnel: 6000,
          ...SANS_BONUS,
          autresRecettes: 4050,
          dateAgrement: jour('2030-10-12'),
          debutConvention: jour('2030-09-01'),
          finConvention: jour('2031-08-31'),
        }),
      ],
      collectifs: [collectif({ debut: jour('2030-09-02'), fin: jour('2031-06-15') })],
      au: '2030-12-01',
    },
    rapport: [],
  },
];
