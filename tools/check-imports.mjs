// Holds the code to tools/import-rules.mjs: who imports whom, what the engine must not touch, and
// how long a file may be. Prints every breach, then what was looked at.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import * as defaults from './import-rules.mjs';

const folders = ['engine', 'src', 'room', 'cli', 'tests', 'bench', 'tools', 'scripts'];
const parsed = ['.ts', '.tsx', '.mjs', '.js'];
const scanned = ['.astro', '.mdx'];

function* filesUnder(root, folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return;
  for (const item of readdirSync(path, { withFileTypes: true })) {
    const name = `${folder}/${item.name}`;
    if (item.isDirectory()) yield* filesUnder(root, name);
    else if ([...parsed, ...scanned].includes(extname(item.name))) yield name;
  }
}

function parse(file, text) {
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : undefined;
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
}

function visit(node, see) {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

/** Also counts `import('…')` types and calls, and `new URL('…', import.meta.url)` for workers. */
function specifierOf(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return node.argument.literal;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return node.arguments[0];
  const isUrl = ts.isNewExpression(node) && node.expression.getText() === 'URL';
  return isUrl && node.arguments?.length === 2 ? node.arguments[0] : undefined;
}

function importsOf(text, source) {
  if (!source) {
    const pattern =
      /^\s*(?:import|export)\b[^'"\n]*?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
    return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2]);
  }
  const found = [];
  visit(source, (node) => {
    const specifier = specifierOf(node);
    if (specifier && ts.isStringLiteralLike(specifier)) found.push(specifier.text);
  });
  return found;
}

/** The path in the project that an import leads to, or undefined for a package. */
function resolve(file, specifier) {
  if (!specifier.startsWith('.')) return undefined;
  return join(dirname(file), specifier.replace(/\?.*$/, '')).replaceAll('\\', '/');
}

const layerOf = (path) => path.split('/')[1];

function checkEngineImport(rules, file, specifier, target) {
  if (!target) return `imports the package "${specifier}": the engine depends on nothing`;
  if (!target.startsWith('engine/')) return `imports ${target}, outside the engine`;
  const from = layerOf(file);
  const to = layerOf(target);
  const allowed = rules.layers[from];
  if (allowed === undefined) return `${from} is not in the table of layers`;
  if (from === to || allowed === 'all' || allowed.includes(to)) return undefined;
  return `${from} must not import ${to} (${target})`;
}

function checkApart(rules, file, target) {
  for (const [folder, seen] of Object.entries(rules.apart)) {
    const isInside = target?.startsWith(`${folder}/`);
    if (file.startsWith('src/') && isInside) return `imports ${target}: the site knows no server`;
    if (file.startsWith(`${folder}/`) && target && !isInside && !seen.includes(target))
      return `imports ${target}; ${folder}/ sees only itself and ${seen.join(', ')}`;
  }
  return undefined;
}

function checkOutsideImport(rules, file, specifier, target) {
  if (file.startsWith('src/') && specifier.startsWith('node:'))
    return `imports ${specifier}: src/ runs in browsers`;
  const breach = checkApart(rules, file, target);
  if (breach) return breach;
  const watched = rules.outside.some((folder) => file.startsWith(`${folder}/`));
  if (!watched || file.startsWith(`${rules.insideTests}/`)) return undefined;
  if (target?.startsWith('engine/') && !rules.doors.includes(target))
    return `imports ${target}; outside the engine only ${rules.doors.join(', ')} are seen`;
  return undefined;
}

const comparisons = new Set([
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

const isVersion = (node) => ts.isStringLiteralLike(node) && /^[23]\.\d/.test(node.text);

function comparesVersion(node) {
  if (ts.isCaseClause(node)) return isVersion(node.expression);
  if (ts.isBinaryExpression(node) && comparisons.has(node.operatorToken.kind))
    return isVersion(node.left) || isVersion(node.right);
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'startsWith' &&
    node.arguments.some(isVersion)
  );
}

/** A name that stands for a value or type of its own, not a member or key that happens to share it. */
function isFree(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent))
    return (parent.expression ?? parent.left) === node;
  const isDeclaredName = parent.name === node && !ts.isShorthandPropertyAssignment(parent);
  return !isDeclaredName;
}

function bannedIn(rules, node) {
  if (ts.isPropertyAccessExpression(node)) {
    const name = node.name.text;
    const whole = `${node.expression.getText()}.${name}`;
    return rules.bannedMembers.find((banned) => banned === name || banned === whole);
  }
  if (ts.isIdentifier(node) && rules.bannedNames.includes(node.text) && isFree(node))
    return node.text;
  return undefined;
}

function checkEngineCode(rules, file, source) {
  const problems = [];
  const at = (node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  visit(source, (node) => {
    const banned = bannedIn(rules, node);
    if (banned) problems.push(`line ${at(node)}: ${banned} is not for the engine`);
    if (layerOf(file) !== 'profiles' && comparesVersion(node))
      problems.push(`line ${at(node)}: compares a version; ask the profile for a capability`);
  });
  return problems;
}

function checkLength(rules, file, text) {
  const lines = text.split('\n').length - 1;
  const allowed = rules.longFiles[file]?.lines ?? rules.longFile;
  return lines > allowed ? `${lines} lines, at most ${allowed}: split it` : undefined;
}

function checkImports(rules, file, specifiers) {
  const check = file.startsWith('engine/') ? checkEngineImport : checkOutsideImport;
  return specifiers.map((specifier) => check(rules, file, specifier, resolve(file, specifier)));
}

export function checkProject(root, rules = defaults) {
  const problems = [];
  let files = 0;
  let edges = 0;
  for (const file of folders.flatMap((folder) => [...filesUnder(root, folder)])) {
    const text = readFileSync(join(root, file), 'utf8');
    const source = parsed.includes(extname(file)) ? parse(file, text) : undefined;
    const specifiers = importsOf(text, source);
    const found = [
      ...checkImports(rules, file, specifiers),
      checkLength(rules, file, text),
      ...(source && file.startsWith('engine/') ? checkEngineCode(rules, file, source) : []),
    ];
    for (const problem of found) if (problem) problems.push(`${file}: ${problem}`);
    files += 1;
    edges += specifiers.length;
  }
  for (const file of Object.keys(rules.longFiles))
    if (!existsSync(join(root, file))) problems.push(`${file}: listed as long, but not there`);
  return { problems, files, edges };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const { problems, files, edges } = checkProject(root);
  for (const problem of problems) console.error(problem);
  console.log(`${files} files and ${edges} imports checked, breaches: ${problems.length}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
