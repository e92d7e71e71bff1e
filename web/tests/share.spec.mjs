// Links: they hold the program, open it elsewhere, cost nobody their own, and say so when they are damaged.
import { deflateRawSync } from "node:zlib";
import { expect, test } from "./playground.mjs";

const link = (format, body) => "/#v1=" + Buffer.concat([Buffer.from([format]), body]).toString("base64url");

test("a shared program opens in another browser", async ({ playground, page, context, browser }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await playground.open();
  await playground.write("print('shared', 'é😀')\n");
  await expect(playground.output).toContainText("shared");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(playground.status).toContainText("link copied");
  await expect(page).toHaveURL(/#v1=[\w-]+$/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());

  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect(other.getByRole("region", { name: "Output" })).toContainText("shared é😀");
  await expect(other.getByRole("textbox", { name: "Python code" })).toContainText("print('shared'");
  await other.close();

  await playground.write("print('edited')\n");
  await expect(page).not.toHaveURL(/#/);
});

test("both formats of version 1 open", async ({ playground, page }) => {
  await playground.open(link(0, Buffer.from("print('as it stands')")));
  await expect(playground.output).toContainText("as it stands");
  await page.goto("about:blank");
  await playground.open(link(1, deflateRawSync(Buffer.from("print('deflated')"))));
  await expect(playground.output).toContainText("deflated");
});

test("a link leaves the own program one undo away, and kept", async ({ playground, page }) => {
  await playground.open();
  await playground.write("print('mine')");
  await expect(playground.output).toContainText("mine");
  await page.goto("about:blank");
  await playground.open(link(0, Buffer.from("print('theirs')")));
  await expect(playground.output).toContainText("theirs");
  await expect(page.getByText("This program came with a link")).toBeVisible();
  await playground.editor.focus();
  await page.keyboard.press("Control+z");
  await expect(playground.output).toContainText("mine");
  await page.reload();
  await playground.ready();
  await expect(playground.output).toContainText("mine");
});

test("back to the own program by a click", async ({ playground, page }) => {
  await playground.open();
  await playground.write("print('mine')");
  await expect(playground.output).toContainText("mine");
  await page.goto("about:blank");
  await playground.open(link(0, Buffer.from("print('theirs')")));
  await page.getByRole("button", { name: "Back to mine" }).click();
  await expect(playground.output).toContainText("mine");
  await expect(page).not.toHaveURL(/#/);
});

const bomb = deflateRawSync(Buffer.alloc(40_000_000));
for (const [name, address] of Object.entries({
  "cut short": link(1, deflateRawSync(Buffer.from("print('x')".repeat(50))).subarray(0, 9)),
  "of junk": "/#v1=%%%%",
  "empty": "/#v1=",
  "of an unknown format": link(9, Buffer.from("x")),
  "of an unknown version": "/#v999=abc",
  "that is no text": link(0, Buffer.from([0xff, 0xfe])),
  "that unpacks to 40 MB": link(1, bomb),
})) {
  test(`a link ${name} gives a message and leaves the page working`, async ({ playground, page }) => {
    await playground.open(address);
    await expect(page.getByText(/damaged|not one that this page can read/)).toBeVisible();
    await playground.write("print('fine')");
    await expect(playground.output).toContainText("fine");
  });
}

test("a link opened in the same page replaces the program", async ({ playground, page }) => {
  await playground.open();
  await expect(playground.output).toContainText("equal: True");
  await page.evaluate((hash) => { location.hash = hash; }, link(0, Buffer.from("print('second')")).slice(1));
  await expect(playground.output).toContainText("second");
});
