// Serves what `make edge` built on the real runtime, here: node dev.mjs PORT FOLDER, with what is stored in FOLDER.
import { wrangler } from "./wrangler.mjs";

const [port, folder] = process.argv.slice(2);
const run = wrangler(["dev", "--ip", "127.0.0.1", "--port", port, "--inspector-port", "0", "--persist-to", folder, "--show-interactive-dev-session=false"], { stdio: ["ignore", "inherit", "inherit"] });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => run.kill(signal));
run.on("exit", (status) => process.exit(status ?? 1));
