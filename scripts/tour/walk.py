"""Walks the README's tour through a running demonstration and keeps a numbered picture of each step.

    scripts/tour.sh
"""

import argparse
import contextlib
import json
import pathlib
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / "Tests/browser"), str(ROOT / "Tests/system")]
from kiosk import Visitor  # noqa: E402
from mirror_page import MirrorVisit  # noqa: E402
from office_test import Visit as OfficeVisit  # noqa: E402
from programs import WORDS, until  # noqa: E402
from selenium.webdriver.support.ui import Select  # noqa: E402

SAVED = WORDS["measure"]["saved"]


class Album:
    """Numbers the pictures."""

    def __init__(self, folder):
        self.folder, self.number = folder, 0

    def keep(self, driver, name):
        self.number += 1
        driver.save_screenshot(str(self.folder / f"tour-{self.number:02}-{name}.png"))
        print(f"  {self.number:2}  {name}", flush=True)


class Tour:
    def __init__(self, mirror_port, office, pictures, log):
        self.album, self.office_access = Album(pictures), office
        self.visitor = Visitor(mirror_port, log)
        self.mirror = MirrorVisit(self.visitor, None)

    def keep(self, name):
        self.mirror.catch_up()
        self.album.keep(self.mirror.driver, name)

    def close(self):
        self.mirror.driver.quit()

    def touch(self, name):
        self.mirror.touch(name)

    def has(self, place, within=10):
        self.visitor.until(lambda plan: any(t["id"] == place for t in plan["targets"]), f"a place {place}", within)

    def leave(self):
        self.visitor.goes_to_the_wall(self.touch)

    def wall_and_card(self):
        self.visitor.on("wall")
        self.keep("wall")
        self.mirror.holds_card(0)
        self.keep("card")

    def blood_pressure(self):
        self.touch("pressure")
        self.mirror.uses("cuff-usual")
        time.sleep(3)
        self.keep("cuff")
        self.has("save", within=20)
        self.keep("pressure")
        self.touch("save")
        self.visitor.sees(SAVED)
        self.touch("home")
        self.visitor.on("home")
        self.touch("pressure")
        self.mirror.uses("cuff-high")
        self.has("rest", within=20)
        self.keep("high-pressure")
        self.touch("home")
        self.visitor.on("home")

    def questions(self):
        """How somebody feels today, and a usual blood pressure: then every test may be done."""
        self.touch("questions")
        self.visitor.on("screening")
        self.keep("questions")
        for _ in range(6):
            self.touch("no")
        # The high value from before wants a second reading first; the page of tests says so.
        self.visitor.on("fitness")
        self.keep("rest-and-repeat")
        self.touch("pressure")
        self.visitor.on("pressure")
        self.mirror.uses("cuff-usual")
        self.has("save", within=20)
        self.touch("save")
        self.visitor.sees(SAVED)
        self.touch("done")
        self.visitor.on("fitness")

    def fitness(self):
        self.touch("fitness")
        self.questions()
        self.touch("grip")
        if self.visitor.until(lambda p: p["screen"] in ("weight", "grip"), "weight or grip", 5)["screen"] == "weight":
            for digit in "56":
                self.touch(f"digit-{digit}")
            self.keep("weight")
            self.touch("done")
            for digit in "56":
                self.touch(f"digit-{digit}")
            self.touch("done")
        self.visitor.on("grip")
        self.mirror.uses("grip-usual")
        self.visitor.sees("21.4")
        self.keep("grip")
        self.touch("save")
        self.visitor.sees(SAVED)
        self.touch("done")
        self.touch("chair")
        self.visitor.on("chair")
        self.touch("start")
        for count in range(14):
            self.touch("count")
            if count == 7:
                self.keep("chair")
            time.sleep(0.6)
        self.has("save", within=40)
        self.touch("save")
        self.visitor.sees(SAVED)
        self.touch("done")
        self.touch("result")
        self.visitor.on("result")
        self.keep("result")
        self.leave()

    def newcomer(self):
        self.touch("wall")
        self.visitor.on("start")
        self.keep("start")
        self.touch("newcomer")
        self.visitor.on("enrol-membershipConsent")
        self.keep("consent")
        self.touch("agree")
        self.visitor.on("enrol-healthConsent")
        self.touch("agree")
        for jamo in "ㅎㅏㄴㅅㅗㄹ":
            self.touch(f"jamo-{jamo}")
        self.keep("name")
        self.touch("name-done")
        for place in ("digit-4", "digit-8", "month-3", "female", "skip", "alone"):
            self.touch(place)
        self.visitor.on("enrol-review")
        self.touch("confirm")
        self.visitor.on("new-card")
        self.keep("new-card")
        self.leave()

    def tray(self):
        self.mirror.uses("grip-usual")
        time.sleep(2)
        self.touch("wall")
        self.touch("help")
        self.touch("staff")
        for digit in "123456":
            self.touch(f"digit-{digit}")
        self.has("entry-0")
        self.keep("tray")
        self.leave()

    def nurse(self):
        account = self.office_access["demo"]["healthCentre"]
        visit = OfficeVisit(self.office_access["url"], None)
        try:
            visit.open("/sign-in")
            visit.sign_in(account["user"], account["password"])
            visit.open("/centres/ydp-mullae/seniors")
            self.album.keep(visit.driver, "seniors")
            person = json.loads((ROOT / "seeds/people.json").read_text())["people"][0]
            visit.open(f"/seniors/{person['personID']}")
            Select(visit.find("#reason")).select_by_value("explanation")
            self.album.keep(visit.driver, "reason")
            visit.click("button.btn-pine")
            visit.look("senior", charts=1)
            assert "128" in visit.find("main").text, "the reading of this tour is not at the office"
            self.album.keep(visit.driver, "senior")
            visit.click("#evaluation")
            assert "화면에서 셈" in visit.find("main").text, "the evaluation does not say how the chair stands were counted"
            visit.look("evaluation")
            self.album.keep(visit.driver, "evaluation")
            visit.click("main .actions a.btn-pine")
            visit.look("plan")
            self.album.keep(visit.driver, "plan")
            visit.open(f"/seniors/{person['personID']}/export")
            visit.look("export")
            self.album.keep(visit.driver, "export")
        finally:
            visit.driver.quit()

    def office(self):
        with self.administrator() as visit:
            visit.look("today", charts=1)
            self.album.keep(visit.driver, "office")
            visit.open("/attendance/month")
            visit.look("attendance", charts=1)
            self.album.keep(visit.driver, "attendance")
            visit.open("/plays")
            visit.look("plays")
            self.album.keep(visit.driver, "plays")

    def publish(self):
        with self.administrator() as visit:
            visit.open("/notices/new")
            visit.find("#title").send_keys("토요일에 함께 김장을 해요")
            visit.find("#text").send_keys("아침 열 시, 큰방에서 만나요.\n앞치마를 가져오세요.")
            visit.click("main button.btn-pine")
            self.album.keep(visit.driver, "notice")
            visit.click("main button.btn-pine")

    def notice_on_the_wall(self):
        """The wall shows one notice at a time, each for a minute."""
        self.visitor.sees("김장", within=480)
        self.keep("notice-on-the-wall")

    @contextlib.contextmanager
    def administrator(self):
        visit = OfficeVisit(self.office_access["url"], None)
        try:
            visit.open("/sign-in")
            visit.sign_in(self.office_access["demo"]["user"], self.office_access["demo"]["password"])
            yield visit
        finally:
            visit.driver.quit()

    def walk(self):
        for step in (self.publish, self.wall_and_card, self.blood_pressure, self.fitness, self.newcomer, self.tray, self.nurse,
                     self.office, self.notice_on_the_wall):
            step()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mirror-port", type=int, required=True)
    parser.add_argument("--data", type=pathlib.Path, required=True, help="the demonstration's folder")
    parser.add_argument("--pictures", type=pathlib.Path, required=True, help="where the pictures go")
    chosen = parser.parse_args()
    access = chosen.data / "office.json"
    until(lambda: access.exists() and access.read_text().strip(), "the office's start", 30)
    chosen.pictures.mkdir(parents=True, exist_ok=True)
    log = chosen.data / "kiosk.log"
    tour = Tour(chosen.mirror_port, json.loads(access.read_text()), chosen.pictures, log.read_text)
    try:
        tour.walk()
    finally:
        tour.close()


if __name__ == "__main__":
    main()
