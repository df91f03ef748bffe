// npm run bench -- [--engines a,b] [--workloads x,y] [--reps 5] [--only plain,observed,...] [--no-write]
// Prints the tables, and writes them to docs/BENCHMARKS.md after a full run. See README.md.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../tests/room/postgres.ts';
import { buildEngine } from '../tools/build-engine.mjs';
import { bars, hold } from './lib/bars.mjs';
import { ask, fresh } from './lib/fresh.mjs';
import { install } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { count, geomean, median, short, table } from './lib/stats.mjs';
import { expected, names, source } from './lib/workloads.mjs';
import { startup } from './measures/startup.mjs';

const PARTS = [
  'plain',
  'observed',
  'startup',
  'allocator',
  'map',
  'seek',
  'queries',
  'growth',
  'pages',
  'room',
];
const PLAIN = ['cpython', 'pyodide', 'pymemlab', 'micropython', 'skulpt', 'brython'];
const OBSERVED = ['cpython', 'pyodide', 'pymemlab'];
const BASE = 'pyodide';
/** A run that takes longer is not repeated. */
const LONG_RUN_MS = 12_000;

const { values: options } = parseArgs({
  options: {
    engines: { type: 'string' },
    workloads: { type: 'string' },
    reps: { type: 'string', default: '5' },
    only: { type: 'string', default: PARTS.join(',') },
    write: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const workloads = options.workloads?.split(',') ?? names();
const parts = options.only.split(',');
const versions = new Map();

/** Every repetition runs all engines one after the other, so that they share the machine's moods. */
async function measure(mode, engines, workload) {
  const cells = new Map(engines.map((engine) => [engine, { runs: [], error: undefined }]));
  const request = [source(workload, mode)];
  const want = expected(workload, mode).trim();
  const call = mode === 'observed' ? 'observe' : 'run';
  for (let rep = 0; rep < Number(options.reps); rep++) {
    for (const [engine, cell] of cells) {
      if (cell.error || cell.runs.some(({ ms }) => ms > LONG_RUN_MS)) continue;
      const { ok, error, info, value } = await fresh(`engines/${engine}.mjs`, call, request);
      if (info) versions.set(engine, info.version);
      if (!ok) cell.error = error;
      else if (value.stdout.trim() !== want)
        cell.error = `wrong output: ${value.stdout.slice(0, 99)}`;
      else cell.runs.push(value);
    }
  }
  for (const [engine, { error }] of cells)
    if (error) console.error(`${workload} ${engine}: ${error}`);
  return cells;
}

const best = (cell, field) => (cell.runs.length ? median(cell.runs.map((r) => r[field])) : NaN);

function engineList(all) {
  return options.engines ? all.filter((e) => options.engines.split(',').includes(e)) : all;
}

async function plain() {
  const engines = engineList(PLAIN);
  const rows = [];
  const ratios = new Map(engines.map((engine) => [engine, []]));
  for (const workload of workloads) {
    const cells = await measure('plain', engines, workload);
    const base = best(cells.get(BASE), 'cpuMs');
    const row = [workload, short(best(cells.get(BASE), 'ms'))];
    for (const [engine, cell] of cells) {
      const ratio = best(cell, 'cpuMs') / base;
      if (!Number.isNaN(ratio)) ratios.get(engine).push(ratio);
      row.push(short(ratio));
    }
    console.error(row.join('  '));
    rows.push(row);
  }
  rows.push(['geomean', '', ...engines.map((e) => short(geomean(ratios.get(e))))]);
  const ours = ratios.get('pymemlab') ?? [];
  if (ours.length > 0) {
    hold(`plain run beside ${BASE}, all programs`, geomean(ours), 1);
    hold(`plain run beside ${BASE}, the slowest`, Math.max(...ours), 2.5);
  }
  const text =
    'Compile and run, each in a fresh process, outputs compared with what CPython prints. CPU time ' +
    `relative to ${BASE} in the same run (above 1: slower), medians of ${options.reps}; the first ` +
    `column is ${BASE}'s wall time in ms. A dash: it cannot run the program.`;
  return `## Plain run\n\n${text}\n\n${table(['workload', 'ms', ...engines], rows)}`;
}

async function observed() {
  const engines = engineList(OBSERVED);
  const rows = [];
  const all = new Map(engines.map((engine) => [engine, []]));
  for (const workload of workloads) {
    const cells = await measure('observed', engines, workload);
    const row = [workload, count(cells.get('pymemlab').runs[0]?.steps ?? 0)];
    for (const [engine, cell] of cells) {
      const perSecond = (cell.runs[0]?.steps / best(cell, 'cpuMs')) * 1000;
      if (!Number.isNaN(perSecond)) all.get(engine).push(perSecond);
      row.push(count(perSecond));
    }
    console.error(row.join('  '));
    rows.push(row);
  }
  rows.push(['geomean', '', ...engines.map((e) => count(geomean(all.get(e))))]);
  const [ours = [], theirs = []] = [all.get('pymemlab'), all.get(BASE)];
  const times = geomean(ours) / geomean(theirs);
  hold(`steps a second beside ${BASE} with a tracer, small programs`, times, 30, { least: true });
  const text =
    'Steps (executed lines) a second of CPU time. CPython and Pyodide record each line through ' +
    '`sys.settrace` (names, ids, counts, short reprs); PyMemLab counts lines and keeps checkpoints, ' +
    'from which any step can be visited. The programs are small: for PyMemLab, most of the time is V8 ' +
    "that has not compiled anything yet, and the CPU time of its compiler threads. PyMemLab's runs " +
    "have the interpreter's exit in them, with its collections (two to six milliseconds); those of " +
    'the others end with the program.';
  return `## Observed run\n\n${text}\n\n${table(['workload', 'steps', ...engines], rows)}`;
}

async function long() {
  const rows = [];
  for (const workload of ['loops', 'fib', 'attrs', 'listops']) {
    const request = [source(workload, 'plain')];
    const times = { observe: [], run: [] };
    let steps = 0;
    for (let rep = 0; rep < Math.max(3, Number(options.reps)); rep++) {
      for (const call of ['observe', 'run']) {
        const value = await ask('engines/pymemlab.mjs', call, request);
        times[call].push(value.cpuMs);
        steps = value.steps ?? steps;
      }
    }
    const [seen, not] = [median(times.observe), median(times.run)];
    rows.push([workload, count(steps), count((steps / seen) * 1000), short(seen / not)]);
    hold(`observed run beside the plain one, ${workload}`, seen / not, 1.2);
  }
  const text = 'The same with the sizes of plain runs, and the observed run beside the plain one.';
  const head = ['workload', 'steps', 'steps/s', 'observed / plain'];
  return `${text}\n\n${table(head, rows)}`;
}

function started() {
  const { bare, hello } = startup(Number(options.reps) * 2);
  const rows = [
    ['node, one console.log', short(bare.ms), short(bare.cpuMs)],
    ['pymemlab run, one print', short(hello.ms), short(hello.cpuMs)],
    ['ratio', short(hello.ms / bare.ms), short(hello.cpuMs / bare.cpuMs)],
  ];
  hold('start of the command beside bare Node, CPU time', hello.cpuMs / bare.cpuMs, 1.5);
  const text =
    'A process from start to end, medians, ms; the CPU time is that of all its threads. The bar is a ' +
    'ratio of 1.5.';
  return `## Start\n\n${text}\n\n${table(['', 'time', 'CPU time'], rows)}`;
}

async function allocated() {
  const pairs = await ask('measures/allocator.mjs', 'pairsPerSecond', []);
  const rows = [
    ['32 bytes, one by one', count(pairs.oneByOne)],
    ['32 sizes, 4,096 blocks live', count(pairs.mixed)],
  ];
  const text = 'Pairs of malloc and free a second, pymalloc of 3.13.';
  return `## Allocator\n\n${text}\n\n${table(['', 'pairs/s'], rows)}\n\n${await besideC()}`;
}

async function besideC() {
  const kinds = await ask('measures/allocator.mjs', 'besideC', []);
  const rows = kinds.map(({ kind, engine, c }) => [
    kind,
    count(engine),
    count(c),
    short(c / engine),
  ]);
  rows.push(['geomean', '', '', short(geomean(kinds.map(({ engine, c }) => c / engine)))]);
  const text =
    'The same requests put to this pymalloc and to that of the real CPython, driven by a small C ' +
    'program: requests a second of CPU time, and how many times faster C is. The kinds are those of ' +
    '`tests/pymalloc-traces/record/requests.ts`.';
  return `${text}\n\n${table(['requests', 'pymemlab', 'CPython', 'ratio'], rows)}`;
}

async function mapped() {
  const times = await ask('measures/memory-map.mjs', 'mapTimes', [64, 12]);
  const { arenas, fresh: first, again } = times;
  const text =
    `What the Memory map draws with ${arenas} arenas in use, told by the engine: CPU time, ms. A ` +
    'step that was not looked at before is visited with the one before it, to tell what changed.';
  const rows = [
    ['another step, the visits included', short(first)],
    ['the same step again', short(again)],
  ];
  return `## Memory map\n\n${text}\n\n${table(['', 'ms'], rows)}`;
}

async function sought() {
  const rows = [];
  for (const [lines, visits] of [
    [100_000, 400],
    [1_000_000, 200],
  ]) {
    const times = await ask('measures/seek.mjs', 'seekTimes', [lines, visits]);
    const { steps, firstPass, bytes, seek, neighbour } = times;
    hold(`a visit among ${count(steps)} steps, 95 %`, seek.ms.p95, 50, { unit: ' ms' });
    hold(`a neighbour among ${count(steps)} steps, 95 %`, neighbour.ms.p95, 5, { unit: ' ms' });
    for (const [kind, unit] of [
      ['time', 'ms'],
      ['CPU time', 'cpuMs'],
    ]) {
      const figures = [seek[unit], neighbour[unit]].flatMap(({ median, p95 }) => [median, p95]);
      const first = unit === 'ms' ? short(firstPass) : '';
      const held = `${(bytes / 2 ** 20).toFixed(1)} MiB`;
      rows.push([count(steps), kind, held, first, ...figures.map(short)]);
    }
  }
  const text =
    'Visits of steps all over a run, in no order, and from each of them five steps back and ten on, ' +
    'one by one: `Timeline.seek`, ms; the bars are 50 and, between neighbours, 5. The bytes are those of all copies of the machine.';
  const head = ['steps', '', 'copies', 'first pass', 'median', '95 %', 'neighbours', '95 %'];
  return `## Visits\n\n${text}\n\n${table(head, rows)}`;
}

async function asked() {
  const { found, steps } = await ask('measures/queries.mjs', 'queryTimes', [100_000, 7]);
  const rows = Object.entries(found).map(([question, { ms, cpuMs }]) => [
    question,
    short(ms),
    short(cpuMs),
  ]);
  const slowest = Math.max(...Object.values(found).map(({ ms }) => ms));
  hold('the slowest question', slowest, 100, { unit: ' ms' });
  const text =
    `Questions over a run of ${count(steps)} lines, asked at a step in its middle, ms. The bar ` +
    'is 100.';
  return `## Questions\n\n${text}\n\n${table(['', 'time', 'CPU time'], rows)}`;
}

async function grown() {
  const measured = (call, args) => ask('measures/growth.mjs', call, args);
  const steps = await measured('stepGrowth', [[1000, 10_000, 100_000, 1_000_000], 3]);
  const lists = await measured('collectionGrowth', [[10_000, 100_000, 500_000], 3]);
  const rounds = await measured('filled', [5]);
  const depth = 1_000_000;
  const ms = await measured('deep', [depth]);
  const text =
    'Whether costs stay in proportion, CPU time: the first pass over a run of so many lines (the ' +
    'program of the visits), without the boot, and the bytes of its copies of the machine; one ' +
    'collection while so many lists are alive. Compiling and the exit, some milliseconds, are in each run.';
  const stepTable = table(
    ['lines', 'µs a line', 'bytes a line'],
    steps.map(({ steps: n, us, bytes }) => [count(n), short(us), short(bytes)]),
  );
  const listTable = table(
    ['lists alive', 'ns a list'],
    lists.map(({ objects, ns }) => [count(objects), short(ns)]),
  );
  const rest =
    `A machine of 64 MiB filled with rows of 300 bytes until there is no more, and emptied, ` +
    `${rounds.length} times: ${rounds.map(count).join(', ')} rows. ${count(depth)} lists, each ` +
    `within the next, made and let go: ${short(ms)} ms.`;
  return `## Growth\n\n${text}\n\n${stepTable}\n\n${listTable}\n\n${rest}`;
}

async function viewed() {
  const { pageTimes } = await import('./measures/pages.mjs');
  const { pages, output, editor } = await pageTimes(Number(options.reps));
  const rows = pages.map(({ path, lcp, cls, inp }) => [path, short(lcp), short(inp), short(cls)]);
  for (const { path, lcp, cls, inp } of pages) {
    hold(`LCP of ${path}`, lcp, 2500, { unit: ' ms' });
    hold(`INP of ${path}`, inp, 200, { unit: ' ms' });
    hold(`CLS of ${path}`, cls, 0.02);
  }
  hold('first output after the press on Run', output, 100, { unit: ' ms' });
  const slow =
    'Pages of the built site in headless Chromium, the processor four times slower and a slow 4G ' +
    'network (1.6 Mbit/s, 150 ms): when the largest piece is painted, the longest answer to a press ' +
    '(Run, the slider, a lens), how much the page shifts. Medians; the bars are 2,500 ms, 200 ms, 0.02.';
  const head = ['page', 'LCP, ms', 'INP, ms', 'CLS'];
  const rest =
    `Without either, nothing cached, from localhost: the first output stands ${short(output)} ms after ` +
    `the press on Run (bar 100), the editor ${short(editor)} ms after a press into the code.`;
  return `## Pages\n\n${slow}\n\n${table(head, rows)}\n\n${rest}`;
}

/** Of how many learners, how many events of each, how many hand-outs. */
const ROOM = [200, 20, 5];

/** Both stores; PostgreSQL is the one of DATABASE_URL, or Debian's where it is installed. */
async function roomful() {
  const sections = [await roomOn('SQLite', '')];
  const given = process.env.DATABASE_URL;
  const own = given ? undefined : await startPostgres(true);
  const url = given ?? own?.url;
  if (url) sections.push(await roomOn('PostgreSQL', url));
  await own?.stop();
  const [learners, events] = ROOM;
  const text =
    `${learners} learners, each with an HTTP connection and a stream of its own, on the machine of the ` +
    `server: all join at once, then each sends ${events} events, one after the other without a pause. ` +
    'Each is on disk before it is acknowledged. Milliseconds, as a learner waits:';
  return `## Room\n\n${text}\n\n${sections.join('\n\n')}`;
}

async function roomOn(store, database) {
  const value = await ask('measures/room.mjs', 'roomTimes', [...ROOM, database]);
  const { joined, events: arrived, heard, seconds, behind } = value;
  const text =
    `${store}: arrived ${joined} learners, ${count(arrived)} events, ${count(heard)} hand-outs, none ` +
    `lost; ${count(arrived / seconds)} events a second; the presenter's page had the last ` +
    `${short(behind)} ms later.`;
  const row = (name, { median: half, p95, most }) => [name, ...[half, p95, most].map(short)];
  const rows = [
    row('join', value.join),
    row('event', value.event),
    row('hand-out, from the press to the page', value.handout),
  ];
  return `${text}\n\n${table([store, 'median', '95 %', 'most'], rows)}`;
}

function heading() {
  const engines = [...versions].map(([name, version]) => `${name} ${version}`).join(', ');
  const machine = `${cpus()[0].model.trim()}, ${cpus().length} cores, ${process.platform}`;
  const lines = [
    '# Benchmarks',
    '',
    'Written by `npm run bench`; the programs and the engines to compare with are in `bench/`. Read',
    'ratios, not times: they come from the same run on the same machine. What misses its bar is named at',
    'the end, and [NEXT.md](NEXT.md) says what was tried.',
    '',
    `Node ${process.versions.node} on ${machine}. ${engines}.`,
  ];
  return lines.join('\n');
}

if (parts.some((part) => part !== 'room')) {
  install();
  await buildEngine();
}
const sections = [];
if (parts.includes('plain')) sections.push(await plain());
if (parts.includes('observed')) sections.push(await observed(), await long());
if (parts.includes('startup')) sections.push(started());
if (parts.includes('allocator')) sections.push(await allocated());
if (parts.includes('map')) sections.push(await mapped());
if (parts.includes('seek')) sections.push(await sought());
if (parts.includes('queries')) sections.push(await asked());
if (parts.includes('growth')) sections.push(await grown());
if (parts.includes('pages')) sections.push(await viewed());
if (parts.includes('room')) sections.push(await roomful());
sections.push(bars());
const report = `${[heading(), ...sections].join('\n\n')}\n`;
console.log(report);
const isWhole = parts.length === PARTS.length && !options.engines && !options.workloads;
if (options.write && isWhole) writeFileSync(join(root, 'docs', 'BENCHMARKS.md'), report);
