// What the browser tests share: a page that fails its test on any error, blocked content or request to another host.
import { readFileSync } from "node:fs";
import { test as base, expect } from "@playwright/test";

export { expect };

export const example = (name) => readFileSync(new URL(`../examples/${name}`, import.meta.url), "utf8");

export const test = base.extend({
  // complaints collects what went wrong in the browser; a test may empty it where it expects something.
  complaints: async ({ page, baseURL }, use) => {
    const all = [];
    page.on("pageerror", (error) => all.push(`uncaught: ${error.message}`));
    page.on("console", (message) => { if (message.type() === "error") all.push(`console: ${message.text()}`); });
    page.on("request", (request) => {
      if (!request.url().startsWith(baseURL) && !/^(blob|data):/.test(request.url())) all.push(`request to ${request.url()}`);
    });
    await use(all);
    expect(all).toEqual([]);
  },
  playground: async ({ page, complaints }, use) => use(new Playground(page, complaints)),
});

export class Playground {
  constructor(page, complaints) {
    Object.assign(this, { page, complaints });
    this.editor = page.getByRole("textbox", { name: "Python code" });
    this.status = page.getByRole("status");
    for (const name of ["Output", "Configuration", "Recreated", "Problems"]) {
      this[name.toLowerCase()] = page.getByRole("region", { name });
    }
  }

  async open(address = "/") {
    await this.page.goto(address);
    await this.ready();
    await expect(this.page.locator("#took")).toContainText("ms"); // the first program has run
    await expect(this.editor).toBeVisible();
  }

  async ready() { await expect(this.page.locator("html")).toHaveAttribute("data-engine", "ready"); }

  // write puts a program into the editor as a paste would.
  async write(program) {
    await this.editor.fill(program);
  }

  async run(program) {
    await this.write(program);
    await this.page.getByRole("button", { name: "Run", exact: true }).click();
  }

  // code returns the program in the editor: all of it, where it is short enough to be drawn as a whole.
  async code() { return (await this.page.locator(".cm-line").allInnerTexts()).map((line) => line.replace(/\n$/, "")).join("\n"); }

  async example(title) {
    await this.page.getByRole("button", { name: "Examples" }).click();
    await this.page.getByRole("link", { name: title }).click();
  }

  key(name) { return this.configuration.getByRole("treeitem", { name: new RegExp(`^${name} `) }); }
}
