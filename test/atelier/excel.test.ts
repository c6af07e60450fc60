import { spawnSync } from 'node:child_process';

const surPoste = ['win32', 'darwin'].includes(process.platform) ? it.skip : it;

describe('npm run excel', () => {
  surPoste('dit en une phrase, là où Excel n’existe pas, quoi faire à la place', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/excel.mjs'], {
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: 'Excel n’existe que sous Windows et macOS : ici, « npm start » ouvre l’atelier.\n',
    });
  });
});
