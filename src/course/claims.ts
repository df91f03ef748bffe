/** The claims of the popular posts, each with what real interpreters answered: src/content/claims.yml. */
import { z } from 'astro/zod';
import { parse } from 'yaml';
import text from '../content/claims.yml?raw';
import { withNumbers } from './measured.ts';

const claimSchema = z.strictObject({
  id: z
    .string()
    .regex(/^\d\.\d+$/)
    .describe('The post, and the claim within it.'),
  original: z.string().min(1).describe('The words of the post, or the lines it shows.'),
  says: z.string().min(1).describe('What they say, in English.'),
  verdict: z
    .enum(['holds', 'fails', 'partly', 'sourced', 'open'])
    .describe('sourced: read in the source, not measured; open: no evidence either way.'),
  fact: z.string().min(1).describe('What was measured, and in which releases.'),
  zh: z.string().min(1).describe('The fact in Chinese. The claim stands in its own words there.'),
  where: z
    .string()
    .regex(/^[\w-]+#[\w-]+$/)
    .describe('The chapter and heading that answer it.'),
  shows: z.string().optional().describe('The playground of that chapter that shows it.'),
});

export type Claim = z.infer<typeof claimSchema>;

export const claims: readonly Claim[] = z
  .array(claimSchema)
  .parse(parse(withNumbers(text, 'src/content/claims.yml')));

/** Claims by post, in the order in which they were read. */
export function byPost(): ReadonlyMap<string, readonly Claim[]> {
  const posts = new Map<string, Claim[]>();
  for (const claim of claims) {
    const post = claim.id.slice(0, claim.id.indexOf('.'));
    posts.set(post, [...(posts.get(post) ?? []), claim]);
  }
  return posts;
}
