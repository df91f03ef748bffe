// One task in a process of its own: `node child.mjs '{"module", "call", "args"}'` loads the module,
// calls the export, and prints what it returns as the last line.
const { module, call, args } = JSON.parse(process.argv[2]);
const write = process.stdout.write.bind(process.stdout);
let answer;
try {
  const loaded = await import(module);
  await loaded.load?.();
  answer = { ok: true, info: loaded.info, value: await loaded[call](...args) };
} catch (error) {
  answer = { ok: false, error: String(error?.message ?? error).slice(0, 1000) };
}
await new Promise((resolve) => {
  write(`\n@@${JSON.stringify(answer)}\n`, resolve);
});
process.exit(0);
