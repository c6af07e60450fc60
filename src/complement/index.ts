/** Page du runtime partagé : les fonctions sont déjà associées ; viennent le ruban, puis le volet s'il se voit. */
import { associerCommandes } from './commandes';
import { monterQuandVisible, monterSiVisible } from './volet';

associerCommandes();
monterSiVisible();
void Office.onReady(monterQuandVisible);
