/** Astro asks for 22.12; running .ts files without a flag for 22.18. */
const wanted = [22, 18];

export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > wanted[0] || (major === wanted[0] && minor >= wanted[1]);
}
