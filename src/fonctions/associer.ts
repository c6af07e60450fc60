/** Premier script chargé par Excel : lui donne les fonctions CLAS.*. */
import { FONCTIONS } from '.';
import { associer } from './pourExcel';

for (const [id, fonction] of Object.entries(FONCTIONS)) associer(id, fonction);
