// Files on their way out of the page and into it; loaded when the first one is asked for.
const decoder = new TextDecoder();

function offer(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export const download = (name, type, bytes) => offer(name, new Blob([bytes], { type }));

// picture saves an SVG as PNG, at twice its size where the browser's canvas has room for that.
export async function picture(name, svg, width, height) {
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(decoder.decode(svg));
  await image.decode();
  const scale = Math.min(2, 8000 / width, 8000 / height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => { canvas.toBlob(done, "image/png"); });
  if (!blob) throw new Error("no picture could be made");
  offer(name, blob);
}

// choose lets a person pick a file; it answers null when none was picked.
export const choose = (accept) => new Promise((done) => {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  input.addEventListener("change", () => done(input.files[0] ?? null));
  input.addEventListener("cancel", () => done(null));
  input.click();
});

export const read = async (file) => new Uint8Array(await file.arrayBuffer());
