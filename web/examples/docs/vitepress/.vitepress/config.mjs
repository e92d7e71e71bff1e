// A VitePress site with playgrounds. BASE is where Layerglass is served.
const base = process.env.BASE ?? "http://127.0.0.1:8080";

export default {
  title: "Layerglass in VitePress",
  head: [["script", { type: "module", src: `${base}/embed.js` }]],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("layerglass-") } } },
};
