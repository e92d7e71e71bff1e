// A program that never ends: the page stays alive, Stop works, and so does the next run.
import { expect, test } from "./playground.mjs";

const endless = "x = 0\nwhile True:\n    x += 1\n";

test("Stop ends an infinite loop and the next program runs", async ({ playground, page }) => {
  await playground.open();
  await expect(playground.output).toContainText("equal: True");
  await playground.write(endless);
  await expect(playground.status).toContainText("running");
  await page.getByRole("button", { name: "Theme" }).click(); // the page answers meanwhile
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(playground.status).toContainText("Stopped");
  await playground.run("print('alive', 1 + 1)");
  await expect(playground.output).toContainText("alive 2", { timeout: 5000 });
});

test("Escape stops, again and again", async ({ playground, page }) => {
  await playground.open();
  for (const round of [1, 2, 3]) {
    await playground.write(endless);
    await expect(playground.status).toContainText("running");
    await page.keyboard.press("Escape");
    await expect(playground.status).toContainText("Stopped");
    await playground.write(`print("round", ${round})`);
    await expect(playground.output).toContainText(`round ${round}`);
  }
});

test("a newer program does not wait for one that never ends", async ({ playground }) => {
  await playground.open();
  await playground.write(endless);
  await expect(playground.status).toContainText("running");
  await playground.page.waitForTimeout(1200);
  await playground.write("print('newer')");
  await expect(playground.output).toContainText("newer", { timeout: 5000 });
});

test("left alone, it is stopped with a sentence that says why", async ({ playground }) => {
  await playground.open();
  await playground.write(endless);
  await expect(playground.status).toContainText("running");
  await expect(playground.status).toContainText(/stopped/i, { timeout: 15_000 });
  await playground.write("print('again')");
  await expect(playground.output).toContainText("again");
});
