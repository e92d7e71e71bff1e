// Runs wrangler as everything here needs it: quiet, asking nobody, with its own files in the ignored build folder.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const home = fileURLToPath(new URL("../../.build/wrangler-home", import.meta.url));

export function wrangler(args, options = {}) {
  mkdirSync(home, { recursive: true });
  const env = {
    ...process.env, HOME: home, XDG_CONFIG_HOME: home, CI: "1", WRANGLER_SEND_METRICS: "false", WRANGLER_SEND_ERROR_REPORTS: "false",
    WRANGLER_HIDE_BANNER: "true", CLOUDFLARE_CF_FETCH_ENABLED: "false", FORCE_COLOR: "0",
  };
  return spawn(process.execPath, [`${here}node_modules/wrangler/bin/wrangler.js`, ...args], { cwd: here, env, stdio: ["ignore", "pipe", "pipe"], ...options });
}
