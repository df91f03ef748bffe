/** Exercises, tasks and predictions as a reader of one language gets them. */
import { getCollection, getEntry } from 'astro:content';
import type { Language } from '../course/chapters.ts';
import { folderOf } from '../course/language.ts';
import type { Exercise, Prediction } from './schema.ts';
import { translatedExercise, translatedPrediction } from './translated.ts';

// What has no words in a language yet is shown in English. A test tells what that is.

async function exerciseWith(exercise: Exercise, language: Language): Promise<Exercise> {
  if (language === 'en') return exercise;
  const words = await getEntry('exerciseWords', folderOf(language) + exercise.id);
  return words ? translatedExercise(exercise, words.data) : exercise;
}

async function predictionWith(prediction: Prediction, language: Language): Promise<Prediction> {
  if (language === 'en') return prediction;
  const words = await getEntry('predictionWords', folderOf(language) + prediction.id);
  return words ? translatedPrediction(prediction, words.data) : prediction;
}

export async function exerciseIn(language: Language, id: string): Promise<Exercise> {
  const entry = await getEntry('exercises', id);
  if (!entry) throw new Error(`src/content/exercises/${id}/exercise.yml is not there`);
  return exerciseWith(entry.data, language);
}

export async function taskIn(language: Language, id: string) {
  const own = language === 'en' ? undefined : await getEntry('tasks', folderOf(language) + id);
  const entry = own ?? (await getEntry('tasks', id));
  if (!entry) throw new Error(`src/content/exercises/${id}/task.mdx is not there`);
  return entry;
}

export async function predictionIn(language: Language, id: string): Promise<Prediction> {
  const entry = await getEntry('predictions', id);
  if (!entry) throw new Error(`src/content/predictions/${id}.yml is not there`);
  return predictionWith(entry.data, language);
}

export const exercisesIn = async (language: Language): Promise<readonly Exercise[]> =>
  Promise.all((await getCollection('exercises')).map(({ data }) => exerciseWith(data, language)));

export const predictionsIn = async (language: Language): Promise<readonly Prediction[]> =>
  Promise.all(
    (await getCollection('predictions')).map(({ data }) => predictionWith(data, language)),
  );
