import { chromium } from "@playwright/test";
const base = process.env.BASE ?? "http://127.0.0.1:8979/";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const [w, h, scheme, touch] of [[320, 640, "dark", true], [1280, 720, "light"], [1024, 700, "light"]]) {
  const page = await (await browser.newContext({ viewport: { width: w, height: h }, colorScheme: scheme, hasTouch: !!touch, isMobile: !!touch })).newPage();
  page.on("console", (m) => console.log(w, scheme, m.type(), m.text()));
  await page.goto(base);
  await page.locator("html[data-engine=ready]").waitFor({ timeout: 8000 }).catch(() => console.log("not ready"));
  await page.waitForTimeout(400);
  await page.screenshot({ path: `/tmp/probe/x${w}.png` });
  if (w == 320) { await page.getByRole("tab", {name:/Config/}).click(); await page.waitForTimeout(200); await page.screenshot({ path: `/tmp/probe/x${w}-config.png` }); await page.getByRole("button",{name:"Help"}).click();await page.waitForTimeout(200); await page.screenshot({ path: `/tmp/probe/x${w}-help.png` });}
  if (w == 1280) {
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("link", { name: /two faults/ }).click();
  await page.waitForTimeout(700);
  await page.locator(".cm-lintRange-error").first().hover(); await page.waitForTimeout(700);
  await page.screenshot({ path: `/tmp/probe/x${w}-lint.png` }); }
  await page.close();
}
await browser.close();
