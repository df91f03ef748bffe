/** `npm run new:exercise <id>`: the folder of an exercise, ready to be filled in. */
import { existsSync } from 'node:fs';
// Not by the engine's door: the machine would take seconds to load, for one word.
import { defaultProfile } from '../../engine/profiles/index.ts';
import { exerciseSchema } from '../../src/exercise/schema.ts';
import { id as idSchema } from '../../src/exercise/schema-parts.ts';
import { yamlTemplate } from './yaml-template.ts';
import { type Files, isStarted, refuse, tell, writeFiles } from './write-files.ts';

function filesFor(id: string): Files {
  const folder = `src/content/exercises/${id}`;
  const known = { id, profiles: `['${defaultProfile}']` };
  return {
    [`${folder}/exercise.yml`]: yamlTemplate(exerciseSchema, { known }),
    [`${folder}/task.mdx`]:
      '{/* The task: first what is to be reached, exactly; then what must stay as it is. */}\n',
    [`${folder}/starter.py`]: '# What the learner gets. It must not pass.\n',
    [`${folder}/solution.py`]: '# The solution. It must pass, in every release listed.\n',
  };
}

/** @returns the exit status */
export function newExercise(args: readonly string[]): number {
  const [id] = args;
  if (id === undefined || args.length > 1)
    return refuse('Give one id: npm run new:exercise three-cups');
  const parsed = idSchema.safeParse(id);
  if (!parsed.success) return refuse(`‘${id}’ cannot be an id. ${idSchema.description}`);
  const folder = `src/content/exercises/${id}`;
  if (existsSync(folder)) return refuse(`${folder} is there already. Choose another id.`);
  const files = filesFor(id);
  writeFiles(files);
  tell(files, [
    `Fill in exercise.yml, task.mdx, starter.py and solution.py; put at least two likely mistakes into ${folder}/mistakes/.`,
    `npx pymemlab check ${folder} says what is missing, and proves it once all is there. Until then the site does not build.`,
    `Put <Exercise id="${id}" /> into a chapter.`,
    'Put the Chinese beside it: docs/CONTRIBUTING.md tells how.',
  ]);
  return 0;
}

if (isStarted(import.meta.url)) process.exitCode = newExercise(process.argv.slice(2));
