"""Runs the tests, a few classes at a time (they mostly wait), and sums up in the last line."""

import argparse
import concurrent.futures
import re
import signal
import subprocess
import sys
import time
import unittest

import programs

# Two cores bear this much; each class has its own folders and ports.
AT_ONCE = 3
# The longest first.
ORDER = ["RoadTest", "TroubleTest", "DemoTest", "CommandTest"]


class Telling(unittest.TestResult):
    """A line for each test; what went wrong in full above it."""

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
        print(f"{'ok  ' if self.is_good else 'FAIL'} {time.monotonic() - self.began:5.1f} s  {sentence}", flush=True)

    def complain(self, test, error):
        self.is_good = False
        print(f"---- {test.id()}\n{self._exc_info_to_string(error, test)}", flush=True)
        if not isinstance(test, unittest.TestCase):  # A class as a whole: what holds before or after its tests.
            self.failed += 1

    def addError(self, test, error):
        self.complain(test, error)

    def addFailure(self, test, error):
        self.complain(test, error)

    def addSubTest(self, test, subtest, error):
        if error:
            self.is_good = False
            print(f"---- {subtest.id()}\n{self._exc_info_to_string(error, test)}", flush=True)


def suites(names):
    """The tests whose names have one of the parts, by class."""
    loader = unittest.TestLoader()
    loader.testNamePatterns = [f"*{name}*" for name in names] or None
    by_class = {}

    def sort(suite):
        for test in suite:
            if isinstance(test, unittest.TestCase):
                by_class.setdefault(type(test).__name__, unittest.TestSuite()).addTest(test)
            else:
                sort(test)

    sort(loader.discover("Tests/system", top_level_dir="Tests/system"))
    return by_class


def run_here(suite):
    """Runs the tests of one class in this process."""
    result = Telling()
    try:
        suite.run(result)
    finally:
        programs.end_all()
    print(f"{result.passed} passed, {result.failed} failed")
    return result.passed > 0 and result.failed == 0


def run_apart(name, parts, children):
    """Runs one class in a process of its own; returns what it said."""
    child = subprocess.Popen(
        [sys.executable, "-B", __file__, "--class", name, *parts], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True)
    children.append(child)
    return child.communicate()[0]


def run_all(names, parts):
    passed = failed = 0
    children = []
    try:
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            for said in pool.map(lambda name: run_apart(name, parts, children), names):
                count = re.search(r"^(\d+) passed, (\d+) failed\n\Z", said, re.M)
                print(said[:count.start()] if count else said, end="", flush=True)
                passed, failed = passed + int(count[1] if count else 0), failed + int(count[2] if count else 1)
    finally:
        for child in children:
            if child.poll() is None:
                child.terminate()
    print(f"{passed} passed, {failed} failed")
    return passed > 0 and failed == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", help="parts of the names of those tests to run; all without")
    parser.add_argument("--class", dest="name", help="only one class, in this process")
    chosen = parser.parse_args()
    if missing := programs.missing():
        sys.exit(f"not built: {', '.join(missing)}; run `swift build`, or set KIOSK and CENTRAL")
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(143))
    by_class = suites(chosen.parts)
    if chosen.name:
        is_good = run_here(by_class[chosen.name])
    elif not by_class:
        sys.exit("no such tests")
    else:
        names = sorted(by_class, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))
        is_good = run_all(names, chosen.parts)
    sys.exit(0 if is_good else 1)


if __name__ == "__main__":
    main()
