/** Version affichée dans le volet et l'aide ; webpack l'écrit depuis package.json. */
declare const __VERSION__: string;

export const VERSION: string = typeof __VERSION__ === 'undefined' ? 'développement' : __VERSION__;
