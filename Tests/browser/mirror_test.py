#!/usr/bin/env python3
"""Drives a headless Chromium through the mirror of a running demonstration: what one sees, touches, holds and uses.

    Tests/browser/run.sh [--central PATH] [--kiosk PATH] [--pictures DIR]
"""

import argparse
import pathlib
import sys

from selenium.webdriver.support.ui import Select

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "system"))
import programs  # noqa: E402
from kiosk import Kiosk  # noqa: E402
from mirror_page import MirrorVisit  # noqa: E402
from office import Office  # noqa: E402
from programs import WORDS, until  # noqa: E402


def round_trip(visit):
    visitor = visit.visitor
    visit.look("mirror-01-wall")
    visit.check(len(Select(visit.find("#person")).options) == len(visitor.cards()), "each person's card is offered")
    visit.touch("wall")
    visitor.on("start")
    visit.look("mirror-02-start")
    visit.touch("home")
    visitor.on("wall")
    visit.find("[data-text^='880']").click()
    visitor.sees(WORDS["cardTrouble"]["barcode"]["sentence"])
    visit.look("mirror-03-barcode")
    visit.holds_card(0)
    visit.check("님의 카드" in visit.find("#told").text, "the card is told of")
    visit.look("mirror-04-home")
    visit.touch("pressure")
    visit.uses("cuff-usual")
    visitor.sees("128", within=20)
    visit.look("mirror-05-pressure")
    visit.touch("save")
    visitor.sees(WORDS["measure"]["saved"])
    visit.touch("home")
    visitor.on("home")
    visit.touch("home")
    visitor.on("wall")
    visit.resize(480, 900)
    visit.look("mirror-06-narrow")
    visit.resize(1366, 900)


def restart(visit, kiosk):
    """The kiosk goes off and on; the page finds it again by itself."""
    kiosk.stop()
    until(lambda: "꺼져" in visit.find("#told").text, "the page says that the kiosk is off")
    visit.driver.get_log("browser")  # Failed fetches while nobody is there are noted by the browser.
    kiosk.start()
    until(lambda: "이어져" in visit.find("#told").text, "the page says that the kiosk is on")
    visit.driver.get_log("browser")
    visit.holds_card(1)
    visit.look("mirror-07-again")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--central", type=pathlib.Path, default=programs.CENTRAL)
    parser.add_argument("--kiosk", type=pathlib.Path, default=programs.KIOSK)
    parser.add_argument("--pictures", type=pathlib.Path, help="where screenshots go")
    chosen = parser.parse_args()
    programs.CENTRAL, programs.KIOSK = chosen.central.resolve(), chosen.kiosk.resolve()
    if chosen.pictures:
        chosen.pictures.mkdir(parents=True, exist_ok=True)
    faults = []
    with programs.folder() as folder:
        try:
            office = Office(folder).start()
            kiosk = Kiosk(folder)
            kiosk.enrol(office)
            visit = MirrorVisit(kiosk.start(), chosen.pictures)
            try:
                round_trip(visit)
                restart(visit, kiosk)
            finally:
                visit.driver.quit()
            faults = visit.faults + kiosk.program.errors()
        finally:
            programs.end_all()
    for fault in faults:
        print("FAULT", fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
