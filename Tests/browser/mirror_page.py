"""The mirror's page in a headless Chromium, touched where the kiosk itself says that a place is."""

import pathlib
import sys
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "system"))
from programs import until  # noqa: E402

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
        time.sleep(0.5)
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

    def catch_up(self):
        """Waits until the page shows what the kiosk shows now."""
        newest = self.visitor.plan()["version"]
        until(lambda: self.driver.execute_script("return version") >= newest, "the newest picture")
        time.sleep(0.2)

    def look(self, name):
        """Keeps a picture and sees that nothing is out of place."""
        self.catch_up()
        self.check(self.driver.execute_script(COLOURS) > 8, f"{name}: no picture of the screen")
        wide = self.driver.execute_script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        self.check(wide <= 0, f"{name}: {wide} px too wide")
        self.faults += [f"{name}: console: {entry['message']}" for entry in self.driver.get_log("browser")]
        if self.pictures:
            self.driver.save_screenshot(str(self.pictures / f"{name}.png"))
