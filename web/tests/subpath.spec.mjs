// The page on a plain file server, below a path: what `make static` builds, without the API of short links.
import { spawn } from "node:child_process";
import { expect, test } from "./playground.mjs";

const port = Number(process.env.PORT) + 1;

// A file server that knows nothing but files: no headers, no types of its own choosing, no compression.
const server = `
import http.server, os, sys
class Plain(http.server.SimpleHTTPRequestHandler):
    extensions_map = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", "": "application/octet-stream"}
    def translate_path(self, path):
        return super().translate_path(path.removeprefix("/play")) if path.startswith("/play/") else os.devnull + "/none"
    def log_message(self, *args): pass
os.chdir(sys.argv[1])
http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Plain).serve_forever()
`;

test.describe.configure({ mode: "serial" });
test.use({ baseURL: `http://127.0.0.1:${port}` });

let child;
test.beforeAll(async () => {
  child = spawn("python3", ["-c", server, "../.build/static", String(port)], { stdio: "ignore" });
  for (let i = 0; i < 100; i++) {
    if (await fetch(`http://127.0.0.1:${port}/play/`).then((r) => r.ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the file server did not start");
});
test.afterAll(() => child.kill());

test("it runs, opens examples and shares by long links", async ({ playground, page }) => {
  await playground.open("/play/");
  await expect(playground.output).toContainText("equal: True");
  await playground.example("Built-in layers");
  await expect(playground.configuration).toContainText("BatchNormalization");
  await page.keyboard.press("Control+s");
  await expect(page).toHaveURL(/\/play\/#[\w-]+$/);
  const address = page.url();
  await page.goto("about:blank");
  await playground.open(address);
  await expect(playground.configuration).toContainText("BatchNormalization");
  await playground.write("print('edited')\n");
  await expect(page).toHaveURL(/\/play\/$/);
});

test("it says that there are no short links", async ({ playground, page, complaints }) => {
  await playground.open("/play/");
  await playground.write("numbers = [" + Array.from({ length: 700 }, (_, i) => (i * 7919 * 104729) % 100003).join(", ") + "]\nprint(len(numbers))\n");
  await expect(playground.output).toContainText("700");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByText("This page is on a server without short links")).toBeVisible();
  await expect(page.getByRole("button", { name: "Make a short link" })).toBeHidden();
  complaints.length = 0; // the browser logs that the API was not found
});
