/** `npm run new:chapter <id>`: a chapter's file with its parts in order, ready to be filled in. */
import { chapters } from '../../src/course/chapters.ts';
import { predictionSchema } from '../../src/exercise/schema.ts';
import { yamlTemplate } from './yaml-template.ts';
import { type Files, isStarted, refuse, tell, writeFiles } from './write-files.ts';

const PREDICTION = 'name-of-the-prediction';

const text = (title: string, order: number) => `---
title: ${title}
description: One sentence for search results and shared links.
sidebar:
  order: ${order}
---

import Playground from '../../../components/playground/Playground.astro';
import Predict from '../../../components/predict/Predict.astro';
import Exercise from '../../../components/exercise/Exercise.astro';

{/* Begin with a question. */}

**You will see**

-

## First idea {#first-idea}

{/*
Let the reader predict, run, then say why: <Predict id="${PREDICTION}" />, then
<Playground id="…" program="…" /> with a program of src/content/programs/.
The prediction is a file, src/content/predictions/${PREDICTION}.yml:

${yamlTemplate(predictionSchema, { known: { id: PREDICTION } })}*/}

## Your turn {#your-turn}

{/* Two to four: npm run new:exercise <id>, then <Exercise id="…" />. */}

## What people get wrong {#wrong}

{/* The claim in bold and in quotation marks, then what is so. */}

## Recap {#recap}

-

## In CPython's source {#source}

{/* Links by release, file and symbol. */}
`;

/** Chapters have their number first, appendices a letter. */
const form = /^(?:\d\d|[a-z])-[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** `buffers` becomes `Buffers`, until the author finds a better title. */
function titleOf(slug: string): string {
  const words = slug.slice(slug.indexOf('-') + 1).replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Its place in the sidebar: as in the list of chapters, else behind all of them. */
function orderOf(slug: string): number {
  const place = chapters.findIndex((chapter) => chapter.slug === slug);
  return place >= 0 ? place : chapters.length;
}

/** @returns the exit status */
export function newChapter(args: readonly string[]): number {
  const [slug] = args;
  if (slug === undefined || args.length > 1)
    return refuse('Give one id: npm run new:chapter 13-buffers');
  if (!form.test(slug))
    return refuse(
      `‘${slug}’ cannot be a chapter's id. It is two digits (an appendix: a letter), a dash, and small letters, digits and dashes: 13-buffers. It is part of the address and never changes.`,
    );
  const path = `src/content/docs/chapters/${slug}.mdx`;
  const files: Files = { [path]: text(titleOf(slug), orderOf(slug)) };
  if (writeFiles(files) !== null)
    return refuse(`${path} is there already. Choose another id, or edit that file.`);
  const listed = chapters.some((chapter) => chapter.slug === slug);
  tell(files, [
    ...(listed
      ? []
      : [
          `List ‘${slug}’ in src/course/chapters.ts, with its title and what it shows, in both languages.`,
        ]),
    'Write it: npm run dev shows the page as you save. docs/CONTRIBUTING.md tells what a chapter holds.',
    'Record what its programs print in real releases: tests/content/record.py.',
    `Write the Chinese in src/content/docs/zh-cn/chapters/${slug}.mdx, with the same ids.`,
  ]);
  return 0;
}

if (isStarted(import.meta.url)) process.exitCode = newChapter(process.argv.slice(2));
