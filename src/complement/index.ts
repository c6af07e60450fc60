/** Page du runtime partagé : les fonctions sont déjà associées ; viennent le ruban, puis le volet s'il se voit. */
import { associerCommandes } from './commandes';
import { monterQuandVisible, telechargerSiVisible } from './volet';

associerCommandes();
telechargerSiVisible();
void Office.onReady(monterQuandVisible);
