// Links: they hold the program, open it elsewhere, cost nobody their own, and say so when they are damaged.
import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "./playground.mjs";

const goldens = readFileSync(new URL("../../core/share/testdata/links/links.jsonl", import.meta.url), "utf8").trim().split("\n").map((line) => JSON.parse(line));
const link = (format, body) => "/#v1=" + Buffer.concat([Buffer.from([format]), body]).toString("base64url");

test("a shared program opens in another browser", async ({ playground, page, context, browser }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await playground.open();
  await playground.write("print('shared', 'é😀')\n");
  await expect(playground.output).toContainText("shared");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(playground.status).toContainText("link copied");
  await expect(page).toHaveURL(/#[\w-]+$/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());

  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect(other.getByRole("region", { name: "Output" })).toContainText("shared é😀");
  await expect(other.getByRole("textbox", { name: "Python code" })).toContainText("print('shared'");
  await other.close();

  await expect(page.getByText("characters and holds all of this")).toBeVisible();
  await playground.write("print('edited')\n");
  await expect(page).not.toHaveURL(/#/);
  await expect(page.getByText("characters and holds all of this")).toBeHidden(); // it was about the link
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
for (const [name, [address, sentence]] of Object.entries({
  "cut short": [link(1, deflateRawSync(Buffer.from("print('x')".repeat(50))).subarray(0, 9)), "was cut off"],
  "of junk": ["/#%%%%", "not one that Layerglass made"],
  "empty": ["/#v1=", "The link is empty"],
  "of an unknown format": [link(9, Buffer.from("x")), "is damaged"],
  "of a newer version": ["/#Bwxxxx", "newer Layerglass"],
  "that is no text": [link(0, Buffer.from([0xff, 0xfe])), "not text"],
  "that unpacks to 40 MB": [link(1, bomb), "larger than 1 MB"],
  "with a letter changed": ["/#" + goldens.at(-1).payload.replace(/^.{20}./, (start) => start.slice(0, 20) + (start[20] === "A" ? "B" : "A")), /damaged|cut off/],
  "that was never shared": ["/s/abcdefghijklmnopqrst", "No program is kept under this link"],
  "with a short id": ["/s/abc", "No program is kept under this link"],
})) {
  test(`a link ${name} gives a message and an empty editor, and leaves the page working`, async ({ playground, page, complaints }) => {
    await playground.open(address);
    await expect(page.getByText(sentence)).toBeVisible();
    expect(await playground.code()).toBe("");
    await playground.write("print('fine')");
    await expect(playground.output).toContainText("fine");
    await expect(page).toHaveURL(/\/$/);
    if (address.startsWith("/s/")) complaints.splice(0, complaints.length, ...complaints.filter((c) => !c.includes("404")));
  });
}

test("a damaged link leaves the own program one click away", async ({ playground, page }) => {
  await playground.open();
  await playground.write("print('mine')");
  await expect(playground.output).toContainText("mine");
  await page.goto("about:blank");
  await playground.open("/#nonsense");
  await expect(page.getByText("Your own program is kept")).toBeVisible();
  expect(await playground.code()).toBe("");
  await page.getByRole("button", { name: "Back to mine" }).click();
  await expect(playground.output).toContainText("mine");
});

for (const golden of [goldens.find((g) => g.version === 1 && g.state.Program.includes("Scale") && g.payload.length < 900), goldens.find((g) => g.version === 2 && g.state.Program.includes("Scale"))]) {
  test(`a link of version ${golden.version} that another program wrote opens`, async ({ playground }) => {
    await playground.open("/#" + golden.payload);
    await expect(playground.output).toContainText("3.0");
    expect(await playground.code()).toBe(golden.state.Program);
  });
}

// long is a program that no link of 2,000 characters holds.
const long = "numbers = [" + Array.from({ length: 700 }, (_, i) => (i * 7919 * 104729) % 100003).join(", ") + "]\nprint('long', len(numbers))\n";

test("a short link holds what the long one holds", async ({ playground, page, context, browser, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await playground.open();
  await playground.write(long);
  await expect(playground.output).toContainText("long 700");
  await page.keyboard.press("Control+s");
  await expect(page.getByText(/The link has [2-9],\d{3} characters\. Some chat and mail programs cut links at 2,000/)).toBeVisible();
  await page.getByRole("button", { name: "Make a short link" }).click();
  await expect(playground.status).toContainText("short link copied");
  await expect(page).toHaveURL(new RegExp(`^${baseURL}/s/[a-z2-7]{20}$`));
  const address = page.url();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);

  const other = await (await browser.newContext()).newPage();
  const response = await other.goto(address);
  expect(response.status()).toBe(200);
  expect(response.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  await expect(other.getByRole("region", { name: "Output" })).toContainText("long 700");
  await other.close();

  await playground.write("print('edited')\n");
  await expect(page).toHaveURL(baseURL + "/");
  await page.goto(address); // the examples' addresses work from there too
  await playground.ready();
  await playground.example("Built-in layers");
  await expect(playground.configuration).toContainText("BatchNormalization");
});

test("the button tells about the link and offers a short one", async ({ playground, page }) => {
  await playground.open();
  await playground.write("print('brief')\n");
  await expect(playground.output).toContainText("brief");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("The link has")).toBeHidden();
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByText("characters and holds all of this")).toBeVisible();
  await expect(page.getByRole("button", { name: "Make a short link" })).toBeVisible();
});

test("a server that refuses a short link is quoted", async ({ playground, page, complaints }) => {
  await playground.open();
  await page.route("**/api/links", (route) => route.fulfill({ status: 429, contentType: "application/problem+json", body: JSON.stringify({ detail: "Too many links." }) }));
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Make a short link" }).click();
  await expect(page.getByText("Too many links.")).toBeVisible();
  complaints.length = 0; // the browser logs the status
});

test("an edited configuration and the view go with the link", async ({ playground, page, browser }) => {
  await playground.open();
  await playground.write("import keras\na = keras.layers.Dense(3)\nb = keras.layers.Dropout(0.5)\n");
  await expect(playground.configuration.getByRole("button", { name: "b", exact: true }).or(playground.configuration.locator("[data-object=b]")).first()).toBeVisible();
  await playground.configuration.locator("[data-object=b]").click();
  await page.locator("#edit").click();
  const field = playground.configuration.locator("[data-path]", { hasText: "rate" }).locator("[data-edit]").first();
  await field.fill("0.125");
  await page.keyboard.press("Control+s");
  await expect(page).toHaveURL(/#/);

  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  const configuration = other.getByRole("region", { name: "Configuration" });
  await expect(configuration.locator("[data-path]", { hasText: "rate" }).locator("[data-edit]").first()).toHaveValue("0.125");
  await expect(other.getByRole("region", { name: "Recreated" })).toContainText("0.125");
  await other.close();
});

test("a link opened in the same page replaces the program", async ({ playground, page }) => {
  await playground.open();
  await expect(playground.output).toContainText("equal: True");
  await page.evaluate((hash) => { location.hash = hash; }, link(0, Buffer.from("print('second')")).slice(1));
  await expect(playground.output).toContainText("second");
});
