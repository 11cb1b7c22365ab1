"""The error tree. Whatever a person can cause, or must be told of, is an `Expected`; all else is a bug and keeps its trace.

    Expected                     shown to the person as a sentence, pages nobody
    ├── BadInput                 what was asked cannot be: empty, too long, out of range, forbidden, unreadable
    │   ├── EditRefused          an edit that this script does not allow
    │   └── Forbidden            refused by the rules on content
    ├── NotYours                 somebody else's project, button or credits
    ├── StudioRefused            the rules of a rendering channel do not allow it
    ├── NotEnoughCredits         the wallet does not cover the quote
    ├── WritingFailed            a writer gave no result that passes the checks
    │   └── LanguageNotWritten   this writer does not write that language
    └── Unavailable              something outside is missing or down: database, Redis, disk, a provider
        └── SetupFailed          the operator must mend something before this can run

`key` names the sentence in the catalogues (`bots/conversation/locales`), `args` its figures and names; `str(error)`
is plain English for logs and for the command line.
"""

from __future__ import annotations


class Expected(Exception):
    """An error that a person is told about in a sentence."""

    key = "error-unavailable"

    def __init__(self, message: str, *, key: str | None = None, **args: str | int | float) -> None:
        super().__init__(message)
        self.key = key or type(self).key
        self.args_for_text = args


class BadInput(Expected):
    """What was asked cannot be done as asked."""

    key = "error-bad-input"


class EditRefused(BadInput):
    """An edit this script does not allow."""

    key = "error-edit-refused"


class Forbidden(BadInput):
    """Refused by the rules on content."""

    key = "error-forbidden"


class NotYours(Expected):
    """Somebody else's project, button or credits."""

    key = "error-not-yours"


class StudioRefused(Expected):
    """The rules of a rendering channel do not allow it; the sentence says the rule and what is possible."""

    key = "error-studio-admins"


class NotEnoughCredits(Expected):
    """The wallet does not cover it. `args_for_text`: have, need (credits)."""

    key = "error-not-enough-credits"


class WritingFailed(Expected):
    """A writer gave no result that passes the checks."""

    key = "error-writing-failed"


class LanguageNotWritten(WritingFailed):
    """This writer does not write that language. `args_for_text`: language."""

    key = "error-language-not-written"


class Unavailable(Expected):
    """Something outside is missing or down."""

    key = "error-unavailable"


class SetupFailed(Unavailable):
    """The operator must mend something before this can run."""

    key = "error-setup-failed"
