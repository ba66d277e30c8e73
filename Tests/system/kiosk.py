"""The kiosk: its process, its store, and a visitor who touches what stands on its screen."""

import contextlib
import json
import pathlib
import shutil
import sqlite3
import time
import urllib.parse
import urllib.request

import programs


class Kiosk:
    """A kiosk of the demonstration: simulated instruments, off-screen, with its mirror open."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / "kiosk"
        self.port = programs.free_port()
        self.program = None

    def ask(self, *arguments, **more):
        """A subcommand with this kiosk's data."""
        return programs.ask(programs.KIOSK, *arguments, folder=self.folder, SARANGBANG_DATA=str(self.data), **more)

    def enrol(self, office):
        answer = self.ask("enrol", "--office", office.url, "--code", office.access["kiosk"]["code"])
        assert answer.returncode == 0, answer.stderr
        return json.loads(answer.stdout)

    def start(self, **settings):
        env = programs.environment(self.folder, SARANGBANG_DATA=str(self.data), **settings)
        self.program = programs.Program(
            [programs.KIOSK, "run", "--demo", "--mirror-port", self.port], self.folder, "kiosk", env)
        return Visitor(self.port, self.program.log.read_text)

    def stop(self):
        return self.program.stop()

    def kill(self):
        """As a power cut does; nothing else of it may go on living."""
        started = set(self.program.session())
        self.program.kill()
        programs.until(lambda: not self.program.session(), lambda: f"left behind: {self.program.session()}", 5)
        return started

    def rows(self, sql, *values):
        """Rows of its database, which the running kiosk keeps for itself: only when it is stopped."""
        with programs.folder() as copy:
            for file in (self.data / "store").glob("kiosk.sqlite*"):
                shutil.copy(file, copy)
            with contextlib.closing(sqlite3.connect(pathlib.Path(copy) / "kiosk.sqlite")) as connection:
                return connection.execute(sql, values).fetchall()

    def events(self):
        return [row[0].upper() for row in self.rows("SELECT eventId FROM event ORDER BY row")]


class Visitor:
    """Somebody in front of the screen, with cards in hand. What is touched is found by name, as a person finds it by
    sight, and touched in the middle."""

    # After a screen has come the kiosk ignores touches for 300 ms, and the same place for 500 ms.
    SETTLE, AGAIN = 0.35, 0.55

    def __init__(self, port, log):
        """`port` is the mirror's; `log` says what the kiosk has to say when there is no mirror."""
        self.last, self.address = (None, 0.0), f"http://127.0.0.1:{port}"
        programs.until(lambda: self.plan(patient=False), lambda: f"no mirror: {log()}", 40)

    def request(self, path, method="GET", **query):
        url = f"{self.address}{path}?{urllib.parse.urlencode(query)}"
        with urllib.request.urlopen(urllib.request.Request(url, method=method), timeout=10) as answer:
            return answer.status, answer.read()

    def plan(self, patient=True):
        """What stands on the screen: its name, texts, places."""
        for _ in range(100 if patient else 1):
            try:
                status, body = self.request("/targets")
            except OSError:
                if patient:
                    raise
                return None
            if status == 200:
                return json.loads(body)
            time.sleep(0.05)
        return None

    def until(self, fact, what, within):
        """Waits for a fact of the screen; returns the plan in which it holds."""
        seen = {}

        def look():
            seen.update(self.plan())
            return fact(seen) and dict(seen)

        return programs.until(
            look, lambda: f"{what}; the screen is {seen['screen']}: {seen['texts']} {[t['id'] for t in seen['targets']]}",
            within)

    def on(self, screen, within=10):
        return self.until(lambda plan: plan["screen"] == screen, f"screen {screen}", within)

    def sees(self, text, within=10):
        return self.until(lambda plan: any(text in line for line in plan["texts"]), f"text {text!r}", within)

    def misses(self, text):
        plan = self.plan()
        assert not any(text in line for line in plan["texts"]), f"{text!r} stands on {plan['screen']}: {plan['texts']}"

    def tap(self, name, within=10):
        """Touches a place. Turns the pages of a list until it is there."""
        if self.last[0] == name:
            time.sleep(max(0, self.last[1] + self.AGAIN - time.monotonic()))

        def has(plan):
            return any(target["id"] == name for target in plan["targets"])

        def reach(plan):
            if not has(plan) and any(target["id"] == "page-down" for target in plan["targets"]):
                self._touch(plan, "page-down")
            return has(plan)

        self.until(reach, f"a place {name}", within)
        self._touch(None, name)

    def _touch(self, plan, name):
        time.sleep(self.SETTLE)
        plan = plan or self.plan()
        spot = next(target for target in plan["targets"] if target["id"] == name)
        x, y = spot["x"] + spot["width"] // 2, spot["y"] + spot["height"] // 2
        for kind in ("down", "up"):
            self.request("/touch", "POST", kind=kind, x=x, y=y)
        self.last = (name, time.monotonic())

    def scans(self, person):
        """Holds a demonstration senior's card to the scanner; ends on their own page."""
        number = next(i for i, name in enumerate(self.cards()) if name == person["name"])
        self.request("/scan", "POST", person=number)
        self.on("home")

    def shows(self, text):
        """Holds anything else to the scanner."""
        self.request("/scan", "POST", text=text)

    def cards(self):
        return json.loads(self.request("/people")[1])

    def device(self, act):
        self.request("/device", "POST", act=act)

    def types(self, digits):
        for digit in digits:
            self.tap(f"digit-{digit}")

    def leaves(self):
        """Back to the wall by the home button."""
        self.goes_to_the_wall(self.tap)

    def goes_to_the_wall(self, tap):
        while (screen := self.plan()["screen"]) != "wall":
            tap("home")
            self.until(lambda plan: plan["screen"] != screen, f"another screen than {screen}", 10)

    def weighs(self, kilograms=None):
        """Past the scale to the grip: typed twice, or left out because there is none."""
        screen = self.until(lambda plan: plan["screen"] in ("weight", "grip"), "weight or grip", 5)["screen"]
        if screen == "weight" and kilograms is None:
            self.tap("skip")
            self.tap("skip-no_equipment")
        elif screen == "weight":
            for _ in range(2):
                self.types(kilograms)
                self.tap("done")
        self.on("grip")

    def is_cleared(self):
        """The six questions and a usual blood pressure: every test may be done."""
        self.tap("questions")
        self.on("screening")
        for _ in range(6):
            self.tap("no")
        self.on("pressure")
        self.device("cuff-usual")
        self.sees("128", within=20)
        self.tap("save")
        self.sees(programs.WORDS["measure"]["saved"])
        self.tap("done")
        self.on("fitness")

    def grips(self, person):
        """A whole short visit: card, grip without a weight, saved."""
        self.scans(person)
        self.tap("fitness")
        self.tap("grip")
        self.weighs()
        self.device("grip-usual")
        self.sees("21.4")
        self.tap("save")
        self.sees(programs.WORDS["measure"]["saved"])
