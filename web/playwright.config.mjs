import { defineConfig } from "@playwright/test";

// A port of its own for each run, so that two runs do not meet, below those that the system gives to connections. The runner's workers read it from the environment.
process.env.PORT ??= String(20000 + Math.floor(Math.random() * 12000));
const origin = `http://127.0.0.1:${process.env.PORT}`;

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  timeout: 45_000,
  maxFailures: 12,
  retries: process.env.CI ? 2 : 0, // a machine that does other work besides may be late once
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: origin,
    viewport: { width: 1280, height: 800 },
    screenshot: "off",
    serviceWorkers: "block", // tests/offline.spec.mjs is about them; elsewhere they would answer what a test wants to answer
    launchOptions: {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu"],
    },
  },
  webServer: {
    command: process.env.SERVER ?? `../.build/layerglass -addr 127.0.0.1:${process.env.PORT} -web dist -data ../.build/links-${process.env.PORT}`,
    url: origin,
    stderr: "ignore", // it logs every request
    stdout: "ignore",
  },
});
