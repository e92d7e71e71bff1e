// Takes pictures of the page at three widths in both themes, as it starts, with a failing program, and at work, for looking at.
// They go to ../.build/screenshots.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";

const folder = "../.build/screenshots", port = 18913;
mkdirSync(folder, { recursive: true });
const server = spawn("../.build/layerglass", ["-addr", `127.0.0.1:${port}`, "-web", "dist"], { stdio: ["ignore", "pipe", "inherit"] });
await new Promise((resolve) => server.stdout.once("data", resolve));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  for (const [width, height] of [[1440, 900], [768, 1024], [360, 740]]) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme });
      const take = async (what) => {
        await page.waitForTimeout(600);
        await page.screenshot({ path: `${folder}/${width}-${colorScheme}-${what}.png` });
      };
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.locator("html[data-engine=ready]").waitFor();
      await take("start");
      await page.getByRole("button", { name: "Examples" }).click();
      await take("menu");
      await page.getByRole("link", { name: /two faults/ }).click();
      await page.getByRole("region", { name: "Problems" }).getByText("ValueError").waitFor();
      await take("failing");
      const narrow = width < 720;
      await page.getByRole("button", { name: "Examples" }).click();
      await page.getByRole("link", { name: /Built-in layers/ }).click();
      await page.getByRole("button", { name: "Add a layer" }).click();
      await page.getByRole("button", { name: /^Dense / }).click();
      await page.getByLabel("units", { exact: true }).waitFor();
      await take("builder");
      if (narrow) await page.getByRole("tab", { name: /Config/ }).click();
      await page.getByRole("region", { name: "Configuration" }).getByRole("button", { name: "Edit" }).click();
      await take("edit");
      if (narrow) await page.getByRole("tab", { name: /Recreated/ }).click();
      await take("recreated");
      await page.close();
    }
  }
} finally {
  await browser.close();
  server.kill();
}
