// Modules that esbuild split, as one script that a host can compile with V8's code kept from an earlier
// process: Node keeps code of modules only as it was when they were loaded, and takes longer to link them.
//
//     ({ 'first.js': function (module, require) { ... }, ... })
//
// A module leaves a function in `module.exports`, which makes the object of its exports: few modules are
// asked for theirs, and hundreds of getters take their time.

const EXPORTS = /export\s*\{([^{}]*)\};?\s*$/;

async function functionOf(esbuild, { name, text }) {
  const [statement, list] = EXPORTS.exec(text) ?? ['', ''];
  const getters = list
    .split(',')
    .map((one) => one.trim().split(/\s+as\s+/))
    .filter(([local]) => local !== '')
    .map(([local, exported = local]) => `get ${exported}(){return ${local}}`);
  const body = text.slice(0, text.length - statement.length);
  // in the text that is transformed: esbuild may rename what the getters return
  const { code } = await esbuild.transform(`${body};module.exports=()=>({${getters.join(',')}});`, {
    format: 'cjs',
    platform: 'node',
    charset: 'ascii',
    target: 'es2024',
    minifySyntax: true,
    minifyWhitespace: true,
    // a script has no import() of its own
    supported: { 'dynamic-import': false },
  });
  return `${JSON.stringify(`./${name}`)}:function(module,require){${code}}`;
}

/** @param modules {name, text} of each, ES modules whose exports stand at their end */
export async function esmAsFunctions(esbuild, modules) {
  const functions = await Promise.all(modules.map((one) => functionOf(esbuild, one)));
  return `({${functions.join(',\n')}})\n`;
}
