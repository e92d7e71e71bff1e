import { chromium } from "@playwright/test";
const base = process.env.BASE ?? "http://127.0.0.1:8979/";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const [w, h, scheme] of [[1440, 900, "light"], [768, 1024, "dark"], [360, 740, "light"]]) {
  const page = await (await browser.newContext({ viewport: { width: w, height: h }, colorScheme: scheme })).newPage();
  page.on("console", (m) => console.log(w, scheme, m.type(), m.text()));
  page.on("pageerror", (e) => console.log(w, "pageerror", e.message));
  await page.goto(base);
  await page.locator("html[data-engine=ready]").waitFor({ timeout: 8000 }).catch(() => console.log("not ready"));
  await page.waitForTimeout(400);
  await page.getByRole("button", { name: "Examples" }).click();
  await page.screenshot({ path: `/tmp/probe/${w}-menu.png` });
  await page.getByRole("link", { name: /two faults/ }).click();
  await page.waitForTimeout(700);
  await page.screenshot({ path: `/tmp/probe/${w}-fault.png` });
  if (w == 360) { await page.getByRole("button", {name:"Expand"}).click(); await page.getByRole("tab", {name:/Recreated/}).click(); await page.waitForTimeout(200); await page.screenshot({ path: `/tmp/probe/${w}-sheet.png` }); }
  await page.getByRole("button", { name: "Apply fix" }).first().click();
  await page.waitForTimeout(400);
  if (w>1000) {
    await page.getByRole("tab", {name: /^again/}).click();
  await page.getByRole("treeitem", { name: /units/ }).click();
  await page.waitForTimeout(200);
  await page.screenshot({ path: `/tmp/probe/${w}-again.png` });
  await page.getByRole("tab", {name: "Python"}).click();
  await page.getByRole("button", {name: "Help"}).click();
  await page.waitForTimeout(200);
  await page.screenshot({ path: `/tmp/probe/${w}-help.png` });
  }
  await page.close();
}
await browser.close();
