// What runs in the page's head, before anything is laid out.
import "./theme.js";
import "./early.js";
