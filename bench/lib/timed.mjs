/**
 * Wall time and this process's own CPU time (user) of a call, in ms. On a machine that others use as
 * well, CPU time is the steadier of the two; it counts V8's compiler and collector threads too.
 */
export async function timed(run) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await run();
  const ms = performance.now() - start;
  return { ...result, ms, cpuMs: process.cpuUsage(cpu).user / 1000 };
}
