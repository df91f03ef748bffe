/** QR pictures. The library is fetched with the first picture: `qr` by Paul Miller (MIT). */

export interface QrPicture {
  /** Squares in a row, the quiet border included. */
  readonly size: number;
  /** The dark ones as a path: one unit a square. */
  readonly path: string;
}

/** Few squares rather than spare ones: screens have no stains, and the back row has far to see. */
const BORDER = 3;

export async function qrOf(text: string): Promise<QrPicture> {
  const { encodeQR } = await import('qr');
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: BORDER });
  let path = '';
  for (const [y, row] of rows.entries())
    for (const [x, dark] of row.entries()) if (dark) path += `M${x} ${y}h1v1h-1z`;
  return { size: rows.length, path };
}
