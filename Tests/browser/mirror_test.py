#!/usr/bin/env python3
"""Drives a headless Chromium through the mirror of a running demonstration: what one sees, touches, holds and uses.

    Tests/browser/run.sh [--central PATH] [--kiosk PATH] [--pictures DIR]
"""

import argparse
import pathlib
import sys

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "system"))
import programs  # noqa: E402
from kiosk import Kiosk  # noqa: E402
from office import Office  # noqa: E402
from programs import WORDS, until  # noqa: E402

# Colours of the shown picture, coarsely: a picture has many, a blank has one.
COLOURS = """
const image = document.getElementById('screen'), canvas = document.createElement('canvas');
[canvas.width, canvas.height] = [90, 160];
const context = canvas.getContext('2d');
context.drawImage(image, 0, 0, 90, 160);
const data = context.getImageData(0, 0, 90, 160).data, seen = new Set();
for (let i = 0; i < data.length; i += 4) seen.add([data[i], data[i + 1], data[i + 2]].map(v => v >> 4).join());
return seen.size;
"""


class MirrorVisit:
    """A browser at the mirror, and a second look at the kiosk's own word for what it shows."""

    def __init__(self, visitor, pictures, width=1366, height=900):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=ko",
                         "--force-device-scale-factor=1"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.resize(width, height)
        self.visitor, self.pictures, self.faults = visitor, pictures, []
        self.driver.get(visitor.address)
        until(lambda: self.driver.execute_script("return document.getElementById('screen').naturalWidth") > 0, "a picture")

    def resize(self, width, height):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def check(self, fact, what):
        if not fact:
            self.faults.append(what)

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def touch(self, name):
        """Clicks on the picture where the kiosk says that this place is."""
        self.visitor.until(lambda plan: any(t["id"] == name for t in plan["targets"]), f"a place {name}", 10)
        # As long as a screen needs before it takes touches.
        programs.time.sleep(0.5)
        spot = next(t for t in self.visitor.plan()["targets"] if t["id"] == name)
        image = self.find("#screen")
        width, height = self.driver.execute_script(
            "const i = arguments[0]; return [i.naturalWidth, i.naturalHeight]", image)
        box = image.rect
        scale = min(box["width"] / width, box["height"] / height)
        x = (spot["x"] + spot["width"] / 2 - width / 2) * scale
        y = (spot["y"] + spot["height"] / 2 - height / 2) * scale
        ActionChains(self.driver).move_to_element_with_offset(image, round(x), round(y)).click().perform()

    def holds_card(self, place):
        Select(self.find("#person")).select_by_value(str(place))
        self.find("#scan").click()
        self.visitor.on("home")

    def uses(self, act):
        self.find(f"[data-act='{act}']").click()

    def look(self, name):
        """Keeps a picture and sees that nothing is out of place."""
        programs.time.sleep(0.4)
        self.check(self.driver.execute_script(COLOURS) > 8, f"{name}: no picture of the screen")
        wide = self.driver.execute_script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        self.check(wide <= 0, f"{name}: {wide} px too wide")
        self.faults += [f"{name}: console: {entry['message']}" for entry in self.driver.get_log("browser")]
        if self.pictures:
            self.driver.save_screenshot(str(self.pictures / f"{name}.png"))


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
