/** Reads QR codes from the camera: by the browser itself where it can, else by `qr`, fetched here. */

/** Not in TypeScript's library: only some browsers have it. `qr` has one of the same shape. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: 'qr_code'[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** Milliseconds from one look to the next. */
const PAUSE = 200;

async function detector(): Promise<Detector> {
  const { BarcodeDetector: own } = globalThis as { BarcodeDetector?: DetectorClass };
  const formats = (await own?.getSupportedFormats().catch(() => [])) ?? [];
  if (own && formats.includes('qr_code')) return new own({ formats: ['qr_code'] });
  const { BarcodeDetector } = await import('qr/decode.js');
  return new BarcodeDetector({ formats: ['qr_code'] });
}

/**
 * Asks for the camera and reads until it is stopped; `found` gets each text once in a row.
 * Rejects when there is no camera, or it is not allowed.
 * @returns how to stop
 */
export async function scan(
  video: HTMLVideoElement,
  found: (text: string) => void,
): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment' },
  });
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  try {
    video.srcObject = stream;
    const [reader] = await Promise.all([detector(), video.play()]);
    let last = '';
    const look = async () => {
      if (!stream.active) return;
      const [code] = await reader.detect(video).catch(() => []);
      if (code && code.rawValue !== last) {
        last = code.rawValue;
        found(last);
      }
      setTimeout(look, PAUSE);
    };
    void look();
    return stop;
  } catch (error) {
    stop();
    throw error;
  }
}
