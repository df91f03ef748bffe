const shapes = {
  run: 'M4 2.5v11l9-5.5z',
  stop: 'M3.5 3.5h9v9h-9z',
  first: 'M3 3h2v10H3zm10 0v10L6 8z',
  back: 'M12 3v10L4 8z',
  forward: 'M4 3v10l8-5z',
  last: 'M11 3h2v10h-2zM3 3v10l7-5z',
} as const;

/** Its size and colour are the stylesheet's: a page holds dozens of them. */
export function Icon({ name }: { readonly name: keyof typeof shapes }) {
  return (
    <svg class="pg-icon" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
