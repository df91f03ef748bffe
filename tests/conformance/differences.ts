/**
 * `npm run differences`: writes docs/DIFFERENCES.md, what is known to differ from CPython, and the
 * figures that the site shows of it. All of it comes from the cases, their lists of gaps and the source.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ProfileId, profiles } from '../../engine/whole.ts';
import { casesFor } from './cases.ts';
import { type OwnGaps, ownCasesFor } from './own.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');

/** What the site shows of a release. */
export interface Figures {
  /** The interpreter whose answers were recorded. */
  readonly release: string;
  /** Programs that were recorded. */
  readonly programs: number;
  /** Those of which the machine prints something else. */
  readonly differ: number;
}

const ids = Object.keys(profiles) as ProfileId[];
const ownGaps = JSON.parse(read('tests/conformance/own-gaps.json')) as OwnGaps;
/** Of the public cases, by release. */
type Gaps = Readonly<Record<string, Readonly<Record<string, string>>>>;
const gaps = JSON.parse(read('tests/conformance/gaps.json')) as Gaps;
const gapsOf = (id: ProfileId) => gaps[id] ?? {};
const areaOf = (id: string) => id.slice(0, id.indexOf('/'));

export function figures(): Readonly<Record<string, Figures>> {
  const all = ids.map((id) => [id, figuresOf(id)] as const);
  return Object.fromEntries(all.filter(([, { programs }]) => programs > 0));
}

function figuresOf(id: ProfileId): Figures {
  const own = ownCasesFor(id);
  const isHere = ({ releases }: OwnGaps[string]) => releases.split(' ').includes(id);
  const ownGapsHere = Object.values(ownGaps).filter(isHere).length;
  return {
    release: profiles[id].release,
    programs: casesFor(id).length + own.length,
    differ: Object.keys(gapsOf(id)).length + ownGapsHere,
  };
}

/** One line of a list: what differs, in which releases and programs. */
interface Gap {
  readonly reason: string;
  readonly cases: Map<string, string>;
}

/** All gaps, those with the same reason together, by area. */
function gapsByArea(): Map<string, Gap[]> {
  const areas = new Map<string, Gap[]>();
  const note = (id: string, releases: string, reason: string) => {
    const list = areas.get(areaOf(id)) ?? [];
    areas.set(areaOf(id), list);
    const known = list.find((gap) => gap.reason === reason);
    const gap = known ?? { reason, cases: new Map<string, string>() };
    if (!known) list.push(gap);
    gap.cases.set(id.slice(id.indexOf('/') + 1), releases);
  };
  for (const [id, { releases, reason }] of publicGaps()) note(id, releases, reason);
  for (const [id, { releases, reason }] of Object.entries(ownGaps)) note(id, releases, reason);
  return new Map([...areas].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The lists of the public cases, by case as the own ones are. */
function publicGaps(): Map<string, { releases: string; reason: string }> {
  const all = new Map<string, { releases: string; reason: string }>();
  for (const id of ids) {
    for (const [name, reason] of Object.entries(gapsOf(id))) {
      const known = all.get(name);
      all.set(name, { reason, releases: known ? `${known.releases} ${id}` : id });
    }
  }
  return all;
}

/** Correct Python that is refused, by the names that the errors give. */
function unsupported(): string[] {
  const names = globSync('engine/**/*.ts', { cwd: root }).flatMap((path) => {
    const calls = read(path).matchAll(
      /(?:\.unsupported|new Unsupported(?:Syntax|Feature))\(\s*'((?:[^'\\]|\\.)+)'/g,
    );
    return [...calls].map(([, name]) => name!.replaceAll('\\\\', '\\'));
  });
  return [...new Set(names)].toSorted();
}

const HEAD = `# Where the machine is not CPython

Made by \`npm run differences\` from the recorded cases and the lists of what does not pass yet
(\`tests/conformance/gaps.json\`, \`own-gaps.json\`). Not written by hand. Where the source goes another way
than CPython's, a comment says so: \`NOT CPYTHON\`. What differs and is not told is a fault: please report it.
`;

export function differences(): string {
  const rows = Object.entries(figures()).map(
    ([id, { release, programs, differ }]) => `| ${id} | ${release} | ${programs} | ${differ} |`,
  );
  const areas = [...gapsByArea()].map(([area, gaps]) => `### ${area}\n\n${gaps.map(line).join('\n')}\n`);
  return [
    HEAD,
    '## In figures\n',
    '| Release | Compared with | Programs | Differ |\n| --- | --- | --- | --- |',
    `${rows.join('\n')}\n`,
    '## What is refused\n',
    'Correct Python that ends the run with a sentence naming it and its line.\n',
    `${unsupported()
      .map((name) => `- ${name}`)
      .join('\n')}\n`,
    '## What is printed otherwise\n',
    'By area: the reason, then the programs, each with the releases in which it differs.\n',
    ...areas,
  ].join('\n');
}

function line({ reason, cases }: Gap): string {
  const byReleases = Map.groupBy(cases, ([, releases]) => releases);
  const groups = [...byReleases].map(
    ([releases, list]) => `${list.map(([name]) => `\`${name}\``).join(', ')} (${releases})`,
  );
  return `- ${reason}: ${groups.join('; ')}`;
}

/** What `npm run differences` writes, by path. */
export function written(): Readonly<Record<string, string>> {
  return {
    'docs/DIFFERENCES.md': differences(),
    'src/course/differences.json': `${JSON.stringify(figures(), null, 2)}\n`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(written())) {
    writeFileSync(`${root}/${path}`, text);
    console.log(path);
  }
}
