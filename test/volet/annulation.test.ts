import { creerSession, type Session } from '../../src/volet/session';
import { creerPort, projet, type PortDeTest } from './port';

async function ouvrir(port: PortDeTest): Promise<Session> {
  const session = creerSession({ port, aujourdhui: () => '2022-01-10', attente: 5 });
  await session.demarrer();
  return session;
}

describe('Un Excel dont Ctrl+Z ne défait pas ce que fait un complément', () => {
  const ancien = (): PortDeTest => {
    const port = creerPort();
    port.excel = { plateforme: 'windows', annule: false };
    return port;
  };

  test('le contrôle à la frappe y commence éteint : rien n’écoute', async () => {
    const port = ancien();
    const session = await ouvrir(port);
    expect(session.etat()).toMatchObject({ suivi: false, excel: { annule: false } });
    expect(port.gestes).not.toContain('surChangement');
  });

  test('l’agent l’allume, et son choix reste dans le classeur', async () => {
    const port = ancien();
    await (await ouvrir(port)).reglerSuivi(true);
    expect(port.reglages.get('suivi')).toBe('oui');
    const session = await ouvrir(port);
    expect(session.etat().suivi).toBe(true);
    await session.reglerSuivi(false);
    expect(port.reglages.has('suivi')).toBe(false);
  });

  test('le choix fait sur un Excel récent y tient aussi', async () => {
    const recent = creerPort();
    await (await ouvrir(recent)).reglerSuivi(false);
    const port = ancien();
    for (const [cle, valeur] of recent.reglages) port.reglages.set(cle, valeur);
    expect((await ouvrir(port)).etat().suivi).toBe(false);
  });
});

test('les paramètres complétés s’annulent comme une correction', async () => {
  const port = creerPort([projet('D-1')]);
  port.feuilles.set('Paramètres', [['Caf', '45']]);
  const session = await ouvrir(port);
  await session.ecrireParametres({ code: '64', nom: 'Caf du Béarn et de la Soule', annee: 2021 });
  expect(session.etat().annonce).toMatchObject({ ton: 'succes', annulable: true });
  expect(session.etat().annulations).toHaveLength(1);
  expect(await session.annuler()).toBe(true);
  expect(port.feuilles.get('Paramètres')?.flat().filter(Boolean)).toEqual(['Caf', '45']);
});
