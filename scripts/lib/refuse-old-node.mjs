// Imported first by every command. Says in a sentence what an old Node would say with a stack trace.
const major = Number(process.versions.node.split('.')[0]);

if (major < 20) {
  console.error(
    `PyMemLab needs Node 20 or newer to start, and this is Node ${process.versions.node}. ` +
      'Install a newer one from https://nodejs.org and try again.',
  );
  process.exit(1);
}
