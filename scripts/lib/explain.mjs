// Turns what went wrong outside the project (network, disk, ports) into a sentence for a person.

const offline =
  /\b(EAI_AGAIN|ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/;
const full = /\bENOSPC\b|no space left on device/i;
const readOnly = /\b(EACCES|EROFS|EPERM)\b/;

/** `action` completes "Could not …": "install the packages", "write the built site". */
export function explainFailure(action, output) {
  if (full.test(output))
    return `Could not ${action}: the disk is full. Free about 1 GB and try again.`;
  const network = offline.exec(output);
  if (network)
    return `Could not ${action}: the package registry cannot be reached (${network[1]}). Check the network, or the proxy settings of npm, and try again.`;
  if (/\bEUSAGE\b/.test(output) && /lock/i.test(output))
    return `Could not ${action}: package.json and package-lock.json do not agree. Run npm install, then try again.`;
  const denied = readOnly.exec(output);
  if (denied)
    return `Could not ${action}: no permission to write here (${denied[1]}). Check who owns the project's folder.`;
  return undefined;
}

/** `command`: what was called, for the sentence that says how to call it instead. */
export function explainListen(error, port, command = 'npm start') {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Choose another one: ${command} -- --port ${port + 1}`;
  if (error.code === 'EACCES')
    return `Port ${port} may not be used by this account. Choose one above 1023: ${command} -- --port 4321`;
  return `Could not listen on port ${port}: ${error.message}`;
}

export function explainOldNode(version, platform) {
  return (
    `PyMemLab runs on Node 22.18 or newer, and this is Node ${version}. On Linux the project brings ` +
    `its own; for ${platform} install a newer one from https://nodejs.org and try again.`
  );
}

/** The last lines of a tool's output: enough to see the cause, short enough to read. */
export function tail(output, lines = 40) {
  const all = output.trimEnd().split('\n');
  const kept = all.slice(-lines).join('\n');
  return all.length > lines ? `… (${all.length - lines} lines before)\n${kept}` : kept;
}
