/** Choices that all playgrounds share and that outlast the page. */
import { signal } from '@preact/signals';
import { load, save } from './storage.ts';

export type LensForm = 'picture' | 'table';

const KEY = 'lens-form';

/** As the page was built until `restoreSettings`: an island must find itself as it was rendered. */
export const lensForm = signal<LensForm>('picture');

export function restoreSettings(): void {
  if (load(KEY) === 'table') lensForm.value = 'table';
}

export function chooseLensForm(form: LensForm): void {
  lensForm.value = form;
  save(KEY, form === 'picture' ? null : form);
}
