"""Runs the tests one after another, says each one's time, and sums up in the last line."""

import argparse
import signal
import sys
import time
import unittest

import programs


class Telling(unittest.TestResult):
    """A line for each test; what went wrong in full below it."""

    def __init__(self):
        super().__init__()
        self.passed, self.failed = 0, 0

    def startTest(self, test):
        super().startTest(test)
        self.began, self.is_good = time.monotonic(), True

    def stopTest(self, test):
        super().stopTest(test)
        (self.passed, self.failed) = (self.passed + self.is_good, self.failed + (not self.is_good))
        sentence = test._testMethodName.removeprefix("test_").replace("_", " ")
        self.say(f"{'ok  ' if self.is_good else 'FAIL'} {time.monotonic() - self.began:5.1f} s  {sentence}")

    def complain(self, test, error):
        self.is_good = False
        self.say(f"---- {test.id()}\n{self._exc_info_to_string(error, test)}")
        if not isinstance(test, unittest.TestCase):  # A class that could not be set up: its tests do not run.
            self.failed += 1

    def addError(self, test, error):
        self.complain(test, error)

    def addFailure(self, test, error):
        self.complain(test, error)

    def addSubTest(self, test, subtest, error):
        if error:
            self.complain(subtest, error)

    @staticmethod
    def say(text):
        print(text, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="parts of the names of those tests to run; all without")
    wanted = parser.parse_args().names
    missing = programs.missing()
    if missing:
        sys.exit(f"not built: {', '.join(missing)}; run `swift build` or set KIOSK and CENTRAL")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    loader = unittest.TestLoader()
    loader.testNamePatterns = [f"*{name}*" for name in wanted] or None
    result = Telling()
    try:
        loader.discover("Tests/system", top_level_dir="Tests/system").run(result)
    finally:
        programs.end_all()
    print(f"{result.passed} passed, {result.failed} failed")
    sys.exit(0 if result.passed and not result.failed else 1)


if __name__ == "__main__":
    main()
