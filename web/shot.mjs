import { chromium } from "@playwright/test";
const base = process.env.BASE ?? "http://127.0.0.1:8979/";
const only = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const [w, h] of [[1440, 900], [768, 1024], [360, 740]]) for (const scheme of ["light", "dark"]) {
  if (only.length && !only.includes(String(w)) && !only.includes(scheme)) continue;
  const page = await (await browser.newContext({ viewport: { width: w, height: h }, colorScheme: scheme })).newPage();
  page.on("console", (m) => console.log(w, scheme, m.type(), m.text()));
  page.on("pageerror", (e) => console.log(w, "pageerror", e.message));
  await page.goto(base);
  await page.locator("html[data-engine=ready]").waitFor({ timeout: 8000 }).catch(() => console.log("not ready"));
  await page.waitForTimeout(400);
  await page.screenshot({ path: `/tmp/probe/${w}-${scheme}.png` });
  await page.close();
}
await browser.close();
