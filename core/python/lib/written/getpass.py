"""Passwords are typed at a terminal; there is none here."""
__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    """A password would be seen while it is typed."""


def getpass(prompt="Password: ", stream=None):
    """Refuse to ask: a page has no terminal that could hide what is typed."""
    raise NotImplementedError("getpass.getpass() reads from a terminal without showing what is typed, and there is none here. "
                              "A program in a page should not hold passwords; give it a value that may be seen.")


def getuser():
    """Return the name in the environment, if there is one."""
    import os
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if os.environ.get(name):
            return os.environ[name]
    raise NotImplementedError("getpass.getuser() asks the system for a name, and there is none here. Set os.environ['USER'].")
