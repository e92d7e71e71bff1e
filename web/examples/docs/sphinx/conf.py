# A Sphinx site whose Python blocks can be run. BASE is where Layerglass is served.
import os

project = "Layerglass in Sphinx"
BASE = os.environ.get("BASE", "http://127.0.0.1:8080")
html_js_files = [(BASE + "/embed.js?upgrade", {"type": "module"})]
