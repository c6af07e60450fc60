/** Page du runtime partagé : les fonctions sont déjà associées ; viennent le ruban, puis le volet s'il se voit. */
import { associerCommandes } from './commandes';
import { direSansOffice, monterQuandVisible, monterSiVisible } from './volet';

if (typeof Office === 'undefined') direSansOffice();
else {
  associerCommandes();
  monterSiVisible();
  void Office.onReady(monterQuandVisible);
}
