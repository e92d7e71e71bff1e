// Takes pictures of the page at three widths in both themes, as it starts and with a failing program, for looking at.
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
      await page.close();
    }
  }
} finally {
  await browser.close();
  server.kill();
}
