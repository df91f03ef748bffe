/**
 * `npm run test:conformance [-- --show 3.13 3.14 ...]`: how much of what real CPython printed the machine
 * prints, a line a release: `3.14: 193/193 public, 790/796 own`. Two releases at a time, each in a
 * process of its own. --show tells what is wrong with each case that fails; --note writes the own
 * cases that fail to own-gaps.json, those that are new with an empty reason.
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Compared, compareOwn, comparePublic } from './compare.ts';
import { isRecorded, type OwnGaps, type Recorded, recordedReleases } from './own.ts';

interface Report {
  readonly isPublic: readonly Compared[];
  readonly own: readonly Compared[];
}

const self = fileURLToPath(import.meta.url);
const gapsFile = new URL('own-gaps.json', import.meta.url);

/** The work of one process. */
function report(version: Recorded): Report {
  return { isPublic: comparePublic(version), own: compareOwn(version, false) };
}

function inProcess(version: Recorded): Promise<Report> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [self, '--one', version], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString();
    });
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(text) as Report);
      else reject(new Error(`${version}: the process ended with ${code}`));
    });
  });
}

const passed = (compared: readonly Compared[]) =>
  compared.filter(({ wrong }) => wrong === null).length;

function line(version: Recorded, { isPublic, own }: Report): string {
  return `${version}: ${passed(isPublic)}/${isPublic.length} public, ${passed(own)}/${own.length} own`;
}

function noteGaps(reports: ReadonlyMap<Recorded, Report>): void {
  const before = JSON.parse(readFileSync(gapsFile, 'utf8')) as OwnGaps;
  const releases = new Map<string, string[]>();
  for (const version of recordedReleases) {
    const fresh = reports.get(version)?.own.filter(({ wrong }) => wrong !== null);
    const known = Object.keys(before).filter((id) =>
      before[id]!.releases.split(' ').includes(version),
    );
    for (const id of fresh?.map((one) => one.id) ?? known) {
      releases.set(id, [...(releases.get(id) ?? []), version]);
    }
  }
  const after = Object.fromEntries(
    [...releases]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, where]) => [
        id,
        { releases: where.join(' '), reason: before[id]?.reason ?? '' },
      ]),
  );
  writeFileSync(gapsFile, `${JSON.stringify(after, null, 2)}\n`);
}

async function main(args: readonly string[]): Promise<number> {
  const wanted = args.filter(isRecorded);
  if (args[0] === '--one') {
    process.stdout.write(JSON.stringify(report(wanted[0]!)));
    return 0;
  }
  const queue = wanted.length > 0 ? [...wanted] : [...recordedReleases];
  const reports = new Map<Recorded, Report>();
  const work = async () => {
    for (let version = queue.shift(); version !== undefined; version = queue.shift()) {
      const result = await inProcess(version);
      reports.set(version, result);
      console.log(line(version, result));
      if (!args.includes('--show')) continue;
      for (const { id, wrong } of [...result.isPublic, ...result.own]) {
        if (wrong !== null) console.log(`    ${id}: ${wrong}`);
      }
    }
  };
  await Promise.all([work(), work()]);
  if (args.includes('--note')) noteGaps(reports);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
