"""What an operator can be told: each error is one sentence naming what, where and what to do."""


class SzassistError(Exception):
    """Base of every error that reaches an operator; its text is one complete line."""


class CorpusError(SzassistError):
    """A corpus folder or a file in it cannot be read."""


class PolicyIndexError(SzassistError):
    """The index is missing, damaged, locked or was built for something else."""


class ModelError(SzassistError):
    """An embedding or chat model cannot be loaded or used."""


class SettingsError(SzassistError):
    """A setting has a value that cannot be used."""


class ServeError(SzassistError):
    """The web server cannot start, for example because its port is taken."""


class RegisterError(SzassistError):
    """What was asked of the register names nothing in it, or its file cannot be written."""


class FeedbackError(SzassistError):
    """The file that keeps readers' verdicts cannot be written or read."""


class QuoteError(SzassistError):
    """A file of quotes cannot be read, or holds quotes that the documents do not."""
