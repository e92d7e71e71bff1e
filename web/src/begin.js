// The page's first script. It stands in the page itself (see web/policy.go), so that the worker starts before anything else is asked for. It makes the
// worker that runs the first program; the worker's name is the binary's, for it loads the binary itself while the page is read and laid out.
{
  const mark = document.querySelector("meta[name=engine]"), binary = new URL(mark.content, location.href);
  const part = (name) => new URL(name + binary.search, binary).href;
  // The only way markup and worker addresses enter the page. Markup comes from one Go package, which escapes whatever is not
  // its own source; the workers are ours.
  const rules = {
    createHTML: (html) => html,
    createScriptURL: (url) => {
      if (![part("engine.js"), part("layout.js"), new URL("sw.js", binary).href].includes(url)) throw new TypeError("not a worker of this page: " + url);
      return url;
    },
  };
  const policy = globalThis.trustedTypes?.createPolicy("layerglass", rules) ?? rules;
  const first = new Worker(policy.createScriptURL(part("engine.js")), { name: binary.pathname.split("/").pop() });
  const heard = [];
  first.onmessage = ({ data }) => heard.push(data);
  globalThis.layerglass = { start: { mark, part, policy, first, heard } };
}
