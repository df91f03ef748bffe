/**
 * The page in whose frame a reader's code runs (src/construct/sandbox.html), as it is served without a network. For a
 * frame with the attribute `sandbox` no worker is asked, so the page itself says that it has no origin: by a header, since
 * browsers read this directive nowhere else.
 */
export const SANDBOX = 'build/sandbox/';

const POLICY = 'sandbox allow-scripts';

export async function sandboxed(kept: Promise<Response>): Promise<Response> {
  const { body, headers, status, statusText } = await kept;
  const own = new Headers(headers);
  own.append('Content-Security-Policy', POLICY);
  return new Response(body, { headers: own, status, statusText });
}
