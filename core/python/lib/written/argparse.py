"""Arguments of a command line. What a program declares is read from a list of words, from sys.argv where none is given."""
import os as _os
import re as _re
import sys as _sys
import textwrap as _textwrap

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType", "HelpFormatter",
           "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "MetavarTypeHelpFormatter", "Namespace",
           "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER", "SUPPRESS", "ZERO_OR_MORE"]

SUPPRESS = "==SUPPRESS=="
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE = "?", "*", "+"
PARSER, REMAINDER = "A...", "..."
_LEFT_OVER = "_unrecognized_args"


def _shown_name(action):
    """Return what messages call an argument."""
    if action is None:
        return None
    if action.option_strings:
        return "/".join(action.option_strings)
    for name in (action.metavar, action.dest):
        if name not in (None, SUPPRESS):
            return name
    return "{" + ",".join(action.choices) + "}" if action.choices else None


class ArgumentError(Exception):
    """An argument's words cannot be what it takes."""

    def __init__(self, argument, message):
        self.argument_name, self.message = _shown_name(argument), message

    def __str__(self):
        return self.message if self.argument_name is None else "argument %s: %s" % (self.argument_name, self.message)


class ArgumentTypeError(Exception):
    """What a function given as type raises to say what is wrong."""


class _Shown:
    """Something whose repr lists its settings."""

    def _settings(self):
        return list(self.__dict__.items())

    def __repr__(self):
        plain, odd = [], {}
        for name, value in self._settings():
            if name.isidentifier():
                plain.append("%s=%r" % (name, value))
            else:
                odd[name] = value
        if odd:
            plain.append("**%r" % odd)
        return "%s(%s)" % (type(self).__name__, ", ".join(plain))


class Namespace(_Shown):
    """What was read, as attributes."""

    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, name):
        return name in vars(self)


class Action(_Shown):
    """What is to be done with the words of an argument."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        self.__dict__.update(option_strings=option_strings, dest=dest, nargs=nargs, const=const, default=default, type=type,
                             choices=choices, required=required, help=help, metavar=metavar)

    def _settings(self):
        return [(n, getattr(self, n)) for n in "option_strings dest nargs const default type choices required help metavar".split()]

    def format_usage(self):
        """Return how the argument stands in a line of usage."""
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


def _more(namespace, dest):
    """Return a copy of the list that an attribute holds."""
    old = getattr(namespace, dest, None)
    return [] if old is None else old[:] if type(old) is list else __import__("copy").copy(old)


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **rest):
        if nargs == 0:
            raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store "
                             "const may be more appropriate")
        if const is not None and nargs != OPTIONAL:
            raise ValueError("nargs must be %r to supply const" % OPTIONAL)
        super().__init__(option_strings, dest, nargs, const, **rest)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, False, default, required, help)


class _AppendAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **rest):
        if nargs == 0:
            raise ValueError("nargs for append actions must be != 0; if arg strings are not supplying the value to append, the append "
                             "const action may be more appropriate")
        if const is not None and nargs != OPTIONAL:
            raise ValueError("nargs must be %r to supply const" % OPTIONAL)
        super().__init__(option_strings, dest, nargs, const, **rest)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, _more(namespace, self.dest) + [values])


class _ExtendAction(_AppendAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, _more(namespace, self.dest) + list(values))


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, _more(namespace, self.dest) + [self.const])


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings, dest, 0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, 0, default=default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help="show program's version number and exit"):
        super().__init__(option_strings, dest, 0, default=default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        made = parser._get_formatter()
        made.add_text(parser.version if self.version is None else self.version)
        parser._print_message(made.format_help(), _sys.stdout)
        parser.exit()


class BooleanOptionalAction(Action):
    """An option --name with an opposite --no-name."""

    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None, metavar=None):
        names = []
        for name in option_strings:
            names += [name, "--no-" + name[2:]] if name.startswith("--") else [name]
        super().__init__(names, dest, 0, None, default, type, choices, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, option_string[:5] != "--no-")

    def format_usage(self):
        """Return both names."""
        return " | ".join(self.option_strings)


class _SubParsersAction(Action):
    class _Choice(Action):
        def __init__(self, name, aliases, help):
            label = name + (" (%s)" % ", ".join(aliases) if aliases else "")
            super().__init__([], label, help=help, metavar=label)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix, self._parser_class, self._listed = prog, parser_class, []
        self._name_parser_map = {}
        super().__init__(option_strings, dest, PARSER, choices=self._name_parser_map, required=required, help=help, metavar=metavar)

    def add_parser(self, name, **kwargs):
        """Return a parser for what follows a name."""
        if kwargs.get("prog") is None:
            kwargs["prog"] = self._prog_prefix + " " + name
        aliases = kwargs.pop("aliases", ())
        for taken in (name, *aliases):
            if taken in self._name_parser_map:
                raise ArgumentError(self, "conflicting subparser%s: %s" % ("" if taken == name else " alias", taken))
        if "help" in kwargs:
            self._listed.append(self._Choice(name, aliases, kwargs.pop("help")))
        made = self._parser_class(**kwargs)
        for key in (name, *aliases):
            self._name_parser_map[key] = made
        return made

    def _get_subactions(self):
        return self._listed

    def __call__(self, parser, namespace, values, option_string=None):
        name, *words = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self._name_parser_map:
            raise ArgumentError(self, "unknown parser %r (choices: %s)" % (name, ", ".join(self._name_parser_map)))
        inner, rest = self._name_parser_map[name].parse_known_args(words, None)
        for key, value in vars(inner).items():
            setattr(namespace, key, value)
        if rest:
            vars(namespace).setdefault(_LEFT_OVER, []).extend(rest)


class FileType:
    """A type that opens files; a dash is standard input or output."""

    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode, self._encoding, self._errors = mode, encoding, errors

    def __call__(self, name):
        if name == "-":
            return _sys.stdin if "r" in self._mode else _sys.stdout
        try:
            return open(name, self._mode, encoding=self._encoding, errors=self._errors)
        except OSError as e:
            raise ArgumentTypeError("can't open '%s': %s" % (name, e)) from None


class HelpFormatter:
    """Lays out help and usage."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            try:
                width = int(_os.environ["COLUMNS"]) - 2
            except (KeyError, ValueError):
                width = 78
        self._prog, self._width, self._step = prog, width, indent_increment
        self._help_at = min(max_help_position, max(width - 20, indent_increment * 2))
        self._blocks = []
        self._longest = 0

    # What a help text is made of: strings to be put together, or a title with the arguments under it.

    def add_text(self, text):
        """Add a paragraph."""
        if text is not None and text is not SUPPRESS:
            self._blocks.append(lambda: self._paragraph(text, 0))

    def add_usage(self, usage, actions, groups, prefix=None):
        """Add the line of usage."""
        if usage is not SUPPRESS:
            self._blocks.append(lambda: self._usage(usage, actions, groups, "usage: " if prefix is None else prefix))

    def _section(self, title, description, actions):
        visible = [a for a in actions if a.help is not SUPPRESS]
        for a in visible:
            for one, deep in self._with_inner(a):
                self._longest = max(self._longest, len(self._invocation(one)) + self._step * (1 + deep))

        def block():
            text = self._paragraph(description, self._step) if description else ""
            text += "".join(self._argument(one, self._step * (1 + deep)) for a in visible for one, deep in self._with_inner(a))
            heading = "%s:\n" % title if title not in (None, SUPPRESS) else ""
            return "\n" + heading + text + "\n" if text else ""

        self._blocks.append(block)

    def _with_inner(self, action):
        yield action, 0
        for one in getattr(action, "_get_subactions", list)():
            yield one, 1

    def format_help(self):
        """Return the whole text."""
        text = _re.sub(r"\n\n\n+", "\n\n", "".join(block() for block in self._blocks))
        return text.strip("\n") + "\n" if text else ""

    def _paragraph(self, text, indent):
        if "%(prog)" in text:
            text = text % dict(prog=self._prog)
        return self._fill_text(text, max(self._width - indent, 11), " " * indent) + "\n\n"

    def _fill_text(self, text, width, indent):
        return _textwrap.fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _split_lines(self, text, width):
        return _textwrap.wrap(" ".join(text.split()), width)

    def _argument(self, action, indent):
        column = min(self._longest + 2, self._help_at)
        room, head, pad = column - indent - 2, self._invocation(action), " " * indent
        has_help = bool(action.help and action.help.strip())
        if not has_help:
            return pad + head + "\n"
        lines = self._split_lines(self._expand_help(action), max(self._width - column, 11))
        first = ""
        if len(head) <= room:
            text = pad + head.ljust(room) + "  "
        else:
            text, first = pad + head + "\n", " " * column
        for i, line in enumerate(lines):
            text += (first if i == 0 else " " * column) + line + "\n"
        return text

    def _expand_help(self, action):
        values = {k: v for k, v in dict(vars(action), prog=self._prog).items() if v is not SUPPRESS}
        for key, value in values.items():
            values[key] = getattr(value, "__name__", value)
        if values.get("choices") is not None:
            values["choices"] = ", ".join(map(str, values["choices"]))
        return self._get_help_string(action) % values

    def _get_help_string(self, action):
        return action.help

    def _invocation(self, action):
        if not action.option_strings:
            return self._names(action, self._default_positional(action), 1)[0]
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        words = self._words(action, self._default_optional(action))
        return ", ".join("%s %s" % (name, words) for name in action.option_strings)

    def _default_optional(self, action):
        return action.dest.upper()

    def _default_positional(self, action):
        return action.dest

    def _names(self, action, default, count):
        name = default
        if action.metavar is not None:
            name = action.metavar
        elif action.choices is not None:
            name = "{%s}" % ",".join(map(str, action.choices))
        return name if isinstance(name, tuple) else (name,) * count

    def _words(self, action, default):
        n = action.nargs
        one = lambda count=1: self._names(action, default, count)
        if n is None:
            return "%s" % one()
        if n == OPTIONAL:
            return "[%s]" % one()
        if n == ZERO_OR_MORE:
            names = one()
            return "[%s [%s ...]]" % names if len(names) == 2 else "[%s ...]" % names
        if n == ONE_OR_MORE:
            return "%s [%s ...]" % one(2)
        if n == REMAINDER:
            return "..."
        if n == PARSER:
            return "%s ..." % one()
        if n == SUPPRESS:
            return ""
        return " ".join(["%s"] * n) % one(n)

    def _usage(self, usage, actions, groups, prefix):
        if usage is not None:
            return prefix + usage % dict(prog=self._prog) + "\n\n"
        options = self._parts([a for a in actions if a.option_strings], groups)
        others = self._parts([a for a in actions if not a.option_strings], groups)
        line = " ".join([self._prog] + options + others)
        if len(prefix) + len(line) > self._width:
            line = self._broken(options, others, prefix)
        return prefix + line + "\n\n"

    def _broken(self, options, others, prefix):
        """Return the usage on several lines."""
        if len(prefix) + len(self._prog) <= .75 * self._width:
            indent = " " * (len(prefix) + len(self._prog) + 1)
            if options:
                lines = self._filled([self._prog] + options, indent, prefix) + self._filled(others, indent)
            elif others:
                lines = self._filled([self._prog] + others, indent, prefix)
            else:
                lines = [self._prog]
            return "\n".join(lines)
        indent = " " * len(prefix)
        lines = self._filled(options + others, indent)
        if len(lines) > 1:
            lines = self._filled(options, indent) + self._filled(others, indent)
        return "\n".join([self._prog] + lines)

    def _filled(self, parts, indent, prefix=None):
        lines, line = [], []
        used = len(indent if prefix is None else prefix) - 1
        for part in parts:
            if line and used + 1 + len(part) > self._width:
                lines.append(indent + " ".join(line))
                line, used = [], len(indent) - 1
            line.append(part)
            used += len(part) + 1
        if line:
            lines.append(indent + " ".join(line))
        if prefix is not None and lines:
            lines[0] = lines[0][len(indent):]
        return lines

    def _parts(self, actions, groups):
        """Return how the arguments stand in the usage; those that exclude each other stand together."""
        parts, i = [], 0
        starts = {}
        for group in groups:
            members = group._group_actions
            if members and members[0] in actions:
                at = actions.index(members[0])
                if actions[at:at + len(members)] == members:
                    starts[at] = group
        while i < len(actions):
            group = starts.get(i)
            if group is None:
                text = self._part(actions[i], True)
                parts += [text] if text else []
                i += 1
                continue
            members = [a for a in group._group_actions if a.help is not SUPPRESS]
            texts = [self._part(a, False) for a in members]
            i += len(group._group_actions)
            if texts:
                around = "(%s)" if group.required else "[%s]"
                if len(texts) == 1 and group.required:
                    around = "%s"
                joined = (around % " | ".join(texts))
                parts += self._pieces(joined, texts)
        return parts

    def _pieces(self, joined, texts):
        if len(texts) == 1:
            return [joined]
        opening = joined[0]
        out = []
        for i, text in enumerate(texts):
            piece = (opening if i == 0 else "") + text + (joined[-1] if i == len(texts) - 1 else "")
            out += [piece] if i == 0 else ["|", piece]
        return out

    def _part(self, action, bracketed):
        if action.help is SUPPRESS:
            return ""
        if not action.option_strings:
            default = self._default_positional(action)
            text = self._words(action, default)
            return text if bracketed or not (text[:1] == "[" and text[-1:] == "]") else text[1:-1]
        text = action.format_usage() if action.nargs == 0 else "%s %s" % (action.option_strings[0], self._words(action, self._default_optional(action)))
        return "[%s]" % text if bracketed and not action.required else text


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves descriptions as they are."""

    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves all texts as they are."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Tells defaults in the help."""

    def _get_help_string(self, action):
        text = action.help or ""
        told = "%(default)" in text or action.default is SUPPRESS
        if not told and (action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Names values by their types."""

    def _default_optional(self, action):
        return action.type.__name__

    _default_positional = _default_optional


_ACTIONS = {None: _StoreAction, "store": _StoreAction, "store_const": _StoreConstAction, "store_true": _StoreTrueAction,
            "store_false": _StoreFalseAction, "append": _AppendAction, "append_const": _AppendConstAction, "count": _CountAction,
            "help": _HelpAction, "version": _VersionAction, "parsers": _SubParsersAction, "extend": _ExtendAction}


class _ActionsContainer:
    def _begin(self, description, prefix_chars, argument_default, conflict_handler):
        if conflict_handler not in ("error", "resolve"):
            raise ValueError("invalid conflict_resolution value: %r" % conflict_handler)
        self.description, self.prefix_chars = description, prefix_chars
        self.argument_default, self.conflict_handler = argument_default, conflict_handler
        self._registries = {"action": dict(_ACTIONS), "type": {}}
        self._actions, self._option_string_actions, self._defaults = [], {}, {}
        self._action_groups, self._mutually_exclusive_groups = [], []

    def register(self, registry_name, value, object):
        """Give a kind of action or type a name."""
        self._registries.setdefault(registry_name, {})[value] = object

    def set_defaults(self, **kwargs):
        """Set attributes that arguments do not."""
        self._defaults.update(kwargs)
        for a in self._actions:
            a.default = kwargs.get(a.dest, a.default)

    def get_default(self, dest):
        """Return the default of an attribute."""
        for a in self._actions:
            if a.dest == dest and a.default is not None:
                return a.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        """Declare an argument: a word in its place, or an option with names that begin with dashes."""
        names = self._optional(args, kwargs) if args and args[0][0] in self.prefix_chars or len(args) > 1 else self._positional(args, kwargs)
        if "default" not in kwargs:
            inherited = self._defaults.get(names["dest"], self.argument_default)
            if names["dest"] in self._defaults or inherited is not None:
                names["default"] = inherited
        kind = kwargs.pop("action", None)
        make = self._registries["action"].get(kind, kind)
        if not callable(make):
            raise ValueError('unknown action "%s"' % (make,))
        action = make(**dict(kwargs, **names))
        known = self._registries["type"].get(action.type, action.type)
        if known is not None and not callable(known):
            raise ValueError("%r is not callable" % (known,))
        if known is FileType:
            raise ValueError("%r is a FileType class object, instance of it must be passed" % (known,))
        try:
            HelpFormatter("")._words(action, "x")
        except TypeError:
            raise ValueError("length of metavar tuple does not match nargs") from None
        return self._add_action(action)

    def _positional(self, args, kwargs):
        if args and "dest" in kwargs:
            raise ValueError("dest supplied twice for positional argument")
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs, out = kwargs.get("nargs"), {}
        if nargs not in (OPTIONAL, ZERO_OR_MORE) or nargs == ZERO_OR_MORE and "default" not in kwargs:
            out["required"] = True
        if kwargs.get("action") in ("parsers",):
            out = {}
        dest = args[0] if args else kwargs.pop("dest")
        return dict(out, dest=dest, option_strings=[])

    def _optional(self, args, kwargs):
        for name in args:
            if name[0] not in self.prefix_chars:
                raise ValueError("invalid option string %r: must start with a character %r" % (name, self.prefix_chars))
        dest = kwargs.pop("dest", None)
        if dest is None:
            long = [n for n in args if len(n) > 1 and n[1] in self.prefix_chars]
            dest = (long or args)[0].lstrip(self.prefix_chars).replace("-", "_")
            if not dest:
                raise ValueError("dest= is required for options like %r" % (long or args)[0])
        return dict(dest=dest, option_strings=list(args))

    def _add_action(self, action):
        clashes = [n for n in action.option_strings if n in self._option_string_actions]
        if clashes and self.conflict_handler == "error":
            raise ArgumentError(action, "conflicting option string%s: %s" % ("s" if len(clashes) > 1 else "", ", ".join(clashes)))
        for name in clashes:
            old = self._option_string_actions.pop(name)
            old.option_strings.remove(name)
            if not old.option_strings:
                old.container._forget(old)
        self._actions.append(action)
        action.container = self
        for name in action.option_strings:
            self._option_string_actions[name] = action
            if _re.match(r"-\d+$|-\d*\.\d+$", name):
                self._negative_options.append(True)
        return action

    def _forget(self, action):
        self._actions.remove(action)

    def add_argument_group(self, title=None, description=None, **kwargs):
        """Return a group with a heading of its own in the help."""
        group = _ArgumentGroup(self, title, description)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False):
        """Return a group of which at most one argument may be given."""
        group = _MutuallyExclusiveGroup(self, required)
        self._mutually_exclusive_groups.append(group)
        return group


class _ArgumentGroup(_ActionsContainer):
    def __init__(self, container, title=None, description=None):
        for name in ("prefix_chars", "argument_default", "conflict_handler", "_registries", "_actions", "_option_string_actions", "_defaults",
                     "_mutually_exclusive_groups", "_negative_options"):
            setattr(self, name, getattr(container, name))
        self._container, self.title, self.description = container, title, description
        self._group_actions, self._action_groups = [], []

    def _add_action(self, action):
        super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _forget(self, action):
        super()._forget(action)
        self._group_actions.remove(action)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        self._container._add_action(action)
        self._group_actions.append(action)
        return action


def _pattern(action):
    """Return a regular expression for the words of an argument, A being one that is no option and O one that is."""
    n = action.nargs
    known = {None: "-*A-*", OPTIONAL: "-*A?-*", ZERO_OR_MORE: "-*[A-]*", ONE_OR_MORE: "-*A[A-]*", REMAINDER: "[-AO]*",
             PARSER: "-*A[-AO]*", SUPPRESS: "-*-*"}
    text = known[n] if n in known else "-*" + "-*".join("A" * n) + "-*"
    if action.option_strings:
        text = text.replace("-*", "").replace("-", "")
    return "(" + text + ")"


class ArgumentParser(_ActionsContainer):
    """Reads the words of a command line."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter, prefix_chars="-",
                 fromfile_prefix_chars=None, argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True,
                 exit_on_error=True):
        self._negative_options = []
        self._begin(description, prefix_chars, argument_default, conflict_handler)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage, self.epilog, self.formatter_class = usage, epilog, formatter_class
        self.fromfile_prefix_chars, self.add_help = fromfile_prefix_chars, add_help
        self.allow_abbrev, self.exit_on_error = allow_abbrev, exit_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        if add_help:
            dash = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(dash + "h", dash * 2 + "help", action="help", default=SUPPRESS, help="show this help message and exit")
        for parent in parents:
            self._adopt(parent)

    def _adopt(self, parent):
        """Take over the arguments and defaults of another parser."""
        titled = {g.title: g for g in self._action_groups}
        home = {}
        for g in parent._action_groups:
            mine = titled.get(g.title) or self.add_argument_group(g.title, g.description)
            home.update((a, mine) for a in g._group_actions)
        for g in parent._mutually_exclusive_groups:
            mine = self.add_mutually_exclusive_group(required=g.required)
            home.update((a, mine) for a in g._group_actions)
        for a in parent._actions:
            home.get(a, self)._add_action(a)
        self._defaults.update(parent._defaults)

    def __repr__(self):
        names = "prog usage description formatter_class conflict_handler add_help".split()
        return "%s(%s)" % (type(self).__name__, ", ".join("%s=%r" % (n, getattr(self, n)) for n in names))

    def add_subparsers(self, **kwargs):
        """Return what makes parsers for the words behind a name."""
        if self._subparsers is not None:
            self.error("cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        title, text = kwargs.pop("title", None), kwargs.pop("description", None)
        self._subparsers = self._positionals
        if title is not None or text is not None:
            self._subparsers = self.add_argument_group(title or "subcommands", text)
        if kwargs.get("prog") is None:
            made = self._get_formatter()
            made.add_usage(self.usage, [a for a in self._actions if not a.option_strings], self._mutually_exclusive_groups, "")
            kwargs["prog"] = made.format_help().strip()
        make = self._registries["action"].get(kwargs.pop("action", "parsers"))
        return self._subparsers._add_action(make(option_strings=[], **kwargs))

    def _add_action(self, action):
        if action.option_strings:
            return self._optionals._add_action(action)
        return self._positionals._add_action(action)

    # Reading.

    def parse_args(self, args=None, namespace=None):
        """Return what the words mean; words that mean nothing are an error."""
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: %s" % " ".join(rest))
        return found

    def parse_known_args(self, args=None, namespace=None):
        """Return what the words mean, and those that mean nothing."""
        words = list(_sys.argv[1:] if args is None else args)
        space = Namespace() if namespace is None else namespace
        preset = [(a.dest, a.default) for a in self._actions if a.dest is not SUPPRESS and a.default is not SUPPRESS]
        for name, value in preset + list(self._defaults.items()):
            if not hasattr(space, name):
                setattr(space, name, value)
        try:
            rest = _Reading(self, words, space).run()
        except ArgumentError as e:
            if not self.exit_on_error:
                raise
            self.error(str(e))
        rest += vars(space).pop(_LEFT_OVER, [])
        return space, rest

    def parse_intermixed_args(self, args=None, namespace=None):
        """Is parse_args."""
        return self.parse_args(args, namespace)

    def convert_arg_line_to_args(self, arg_line):
        """Return the words of a line in a file of words."""
        return [arg_line]

    def _option(self, word):
        """Return None for a word that is no option, else the argument it names (or None), the name and a value behind =."""
        if not word or word[0] not in self.prefix_chars:
            return None
        known = self._option_string_actions
        if word in known:
            return known[word], word, None
        if len(word) == 1:
            return None
        if "=" in word:
            name, value = word.split("=", 1)
            if name in known:
                return known[name], name, value
        similar = self._similar(word)
        if len(similar) > 1:
            names = ", ".join(name for _, name, _ in similar)
            self.error("ambiguous option: %s could match %s" % (word, names))
        if similar:
            return similar[0]
        if _re.match(r"-\d+$|-\d*\.\d+$", word) and not self._negative_options:
            return None
        return None if " " in word else (None, word, None)

    def _similar(self, word):
        """Return the options that a word may stand for."""
        dashes, known, out = self.prefix_chars, self._option_string_actions, []
        name, sign, value = word.partition("=")
        if word[1] in dashes:
            if self.allow_abbrev:
                out = [(known[k], k, value if sign else None) for k in known if k.startswith(name)]
            return out
        short = word[:2]
        for k in known:
            if k == short:
                out.append((known[k], k, word[2:]))
            elif k.startswith(word):
                out.append((known[k], k, None))
        return out

    def _get_values(self, action, words):
        """Return what the words of an argument mean."""
        n = action.nargs
        if n not in (PARSER, REMAINDER) and "--" in words:
            words = list(words)
            words.remove("--")
        if not words and n == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._get_value(action, value)
                self._check_value(action, value)
            return value
        if not words and n == ZERO_OR_MORE and not action.option_strings:
            value = action.default if action.default is not None else words
            if action.default is not None:
                self._check_value(action, value)
            return value
        if n is None or n == OPTIONAL:
            value = self._get_value(action, words[0])
            self._check_value(action, value)
            return value
        if n == SUPPRESS:
            return SUPPRESS
        values = [self._get_value(action, w) for w in words]
        if n != REMAINDER:
            for value in values[:1] if n == PARSER else values:
                self._check_value(action, value)
        return values

    def _get_value(self, action, word):
        make = self._registries["type"].get(action.type, action.type)
        if make is None:
            return word
        name = getattr(action.type, "__name__", repr(action.type))
        try:
            return make(word)
        except ArgumentTypeError as e:
            problem = str(e)
        except (TypeError, ValueError):
            problem = "invalid %s value: %r" % (name, word)
        raise ArgumentError(action, problem)

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, "invalid choice: %r (choose from %s)" % (value, ", ".join(map(repr, action.choices))))

    # Telling.

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        """Return the line of usage."""
        made = self._get_formatter()
        made.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return made.format_help()

    def format_help(self):
        """Return the help."""
        made = self._get_formatter()
        made.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        made.add_text(self.description)
        for group in self._action_groups:
            made._section(group.title, group.description, group._group_actions)
        made.add_text(self.epilog)
        return made.format_help()

    def print_usage(self, file=None):
        """Print the line of usage."""
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        """Print the help."""
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (file or _sys.stderr).write(message)

    def exit(self, status=0, message=None):
        """End the program."""
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        """Print usage and problem, and end the program with status 2."""
        self.print_usage(_sys.stderr)
        self.exit(2, "%s: error: %s\n" % (self.prog, message))


class _Reading:
    """One command line on its way through a parser."""

    def __init__(self, parser, words, space):
        if parser.fromfile_prefix_chars is not None:
            words = self._from_files(parser, words)
        self.parser, self.words, self.space = parser, words, space
        self.rest, self.seen, self.given = [], set(), set()
        self.waiting = [a for a in parser._actions if not a.option_strings]
        self.options, kinds = {}, ""
        for i, word in enumerate(words):
            if word == "--":
                kinds += "-" + "A" * (len(words) - i - 1)
                break
            found = parser._option(word)
            if found is not None:
                self.options[i] = found
            kinds += "A" if found is None else "O"
        self.kinds = kinds
        self.against = {}
        for group in parser._mutually_exclusive_groups:
            for a in group._group_actions:
                self.against.setdefault(a, []).extend(b for b in group._group_actions if b is not a)

    def _from_files(self, parser, words):
        out = []
        for word in words:
            if not word or word[0] not in parser.fromfile_prefix_chars:
                out.append(word)
                continue
            try:
                with open(word[1:]) as file:
                    inner = [w for line in file.read().splitlines() for w in parser.convert_arg_line_to_args(line)]
            except OSError as e:
                parser.error(str(e))
            out += self._from_files(parser, inner)
        return out

    def run(self):
        at, last = 0, max(self.options, default=-1)
        while at <= last:
            upcoming = min(i for i in self.options if i >= at)
            if at != upcoming:
                behind = self.positionals(at)
                if behind > at:
                    at = behind
                    continue
            if at not in self.options:
                self.rest += self.words[at:upcoming]
                at = upcoming
            at = self.option(at)
        self.rest += self.words[self.positionals(at):]
        self.finish()
        return self.rest

    def positionals(self, at):
        """Give the words from a place on to the arguments that can take them, and return the place behind them."""
        kinds, sizes = self.kinds[at:], []
        for n in range(len(self.waiting), 0, -1):
            m = _re.match("".join(map(_pattern, self.waiting[:n])), kinds)
            if m:
                sizes = [len(part) for part in m.groups()]
                break
        takers, self.waiting = self.waiting[:len(sizes)], self.waiting[len(sizes):]
        for action, size in zip(takers, sizes):
            self.take(action, self.words[at:at + size])
            at += size
        return at

    def option(self, at):
        """Read an option and its words, and return the place behind them."""
        action, name, value = self.options[at]
        while True:
            if action is None:
                self.rest.append(self.words[at])
                return at + 1
            if value is None:
                words = self.following(action, at + 1)
                self.take(action, words, name)
                return at + 1 + len(words)
            m = _re.match(_pattern(action) if action.nargs != 0 else "()", "A")
            if action.nargs == 0 and name[1] not in self.parser.prefix_chars and value != "":
                self.take(action, [], name)
                short, value = name[0] + value[0], value[1:] or None
                if short not in self.parser._option_string_actions:
                    raise ArgumentError(action, "ignored explicit argument %r" % (short[1:] + (value or "")))
                action, name = self.parser._option_string_actions[short], short
                if value is not None and value[0] == "=":
                    value = value[1:]
                continue
            if not m or len(m.group(1)) != 1:
                raise ArgumentError(action, "ignored explicit argument %r" % value)
            self.take(action, [value], name)
            return at + 1

    def following(self, action, at):
        """Return the words behind an option that are its own."""
        n = action.nargs
        if n == 0:
            return []
        m = _re.match(_pattern(action), self.kinds[at:])
        if m is None:
            told = {None: "expected one argument", OPTIONAL: "expected at most one argument", ONE_OR_MORE: "expected at least one argument"}
            raise ArgumentError(action, told[n] if n in told else "expected %s argument%s" % (n, "" if n == 1 else "s"))
        return self.words[at:at + len(m.group(1))]

    def take(self, action, words, name=None):
        """Have an argument do what it does with its words."""
        self.seen.add(action)
        values = self.parser._get_values(action, words)
        if values is not action.default:
            self.given.add(action)
            for other in self.against.get(action, ()):
                if other in self.given:
                    raise ArgumentError(action, "not allowed with argument %s" % _shown_name(other))
        if values is not SUPPRESS:
            action(self.parser, self.space, values, name)

    def finish(self):
        """Complain of what is missing, and make values of defaults that are texts."""
        missing = []
        for a in self.parser._actions:
            if a in self.seen:
                continue
            if a.required:
                missing.append(_shown_name(a))
            elif isinstance(a.default, str) and getattr(self.space, a.dest, None) is a.default:
                setattr(self.space, a.dest, self.parser._get_value(a, a.default))
        if missing:
            self.parser.error("the following arguments are required: %s" % ", ".join(missing))
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(a in self.given for a in group._group_actions):
                names = [_shown_name(a) for a in group._group_actions if a.help is not SUPPRESS]
                self.parser.error("one of the arguments %s is required" % " ".join(names))
