#!/usr/bin/env python3
"""Drives a headless Chromium through the office's pages against a running `central serve --demo`.

    Tests/browser/run.sh [--central PATH] [--pictures DIR]

Needs Debian's chromium and chromium-driver, and selenium from PyPI, which run.sh installs into .build/browser.
"""

import argparse
import contextlib
import datetime
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import uuid

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

ROOT = pathlib.Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 1366, 900

# The lowest contrast of any visible text on the page, computed from the colours that the browser ended up with.
CONTRAST = """
const light = c => { const f = c.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * f[0] + 0.7152 * f[1] + 0.0722 * f[2]; };
const parse = s => (s.match(/[0-9.]+/g) || []).map(Number);
const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
  if (c.length === 3 || (c.length === 4 && c[3] === 1)) return c.slice(0, 3); } return [255, 255, 255]; };
let worst = [99, ''];
for (const e of document.querySelectorAll('body *')) {
  const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
  if (!own || !e.getClientRects().length || ['SCRIPT', 'OPTION'].includes(e.tagName)) continue;
  const [a, b] = [light(parse(getComputedStyle(e).color).slice(0, 3)), light(ground(e))].sort((x, y) => y - x);
  const ratio = (a + 0.05) / (b + 0.05);
  if (ratio < worst[0]) worst = [ratio, e.textContent.trim().slice(0, 40)];
}
return worst;
"""

# Text smaller than the office's 17 px, and table cells whose text is cut off or taller than two lines.
SMALL = """
return [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())
  && e.getClientRects().length && e.tagName !== 'SCRIPT' && parseFloat(getComputedStyle(e).fontSize) < 16.9)
  .map(e => e.tagName + ' ' + e.textContent.trim().slice(0, 40));
"""
BROKEN_CELLS = """
return [...document.querySelectorAll('table.list td:not(.wide), table.list th, .table-wrap')]
  .filter(e => e.checkVisibility() && (e.scrollWidth > e.clientWidth + 1 || (e.clientHeight > 80 && e.tagName !== 'DIV'))).map(e => e.textContent.trim().slice(0, 40));
"""

# Pixels of a canvas that are not paper.
INKED = """
const c = arguments[0], d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i] > 0) n++; return n;
"""


class Visit:
    """A browser at the office, and what it found wrong."""

    def __init__(self, base, pictures):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=ko",
                         f"--window-size={WIDTH},{HEIGHT}", "--force-device-scale-factor=1"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False})
        self.base, self.pictures, self.faults = base, pictures, []

    def check(self, fact, what):
        if not fact:
            self.faults.append(what)

    def open(self, path):
        self.driver.get(self.base + path)

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def click(self, selector):
        """Clicks, and waits for the page that the click leads to."""
        old, button = self.find("html"), self.find(selector)
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", button)
        button.click()
        WebDriverWait(self.driver, 20).until(lambda d: self.is_gone(old))

    @staticmethod
    def is_gone(element):
        try:
            element.tag_name
            return False
        except Exception as trouble:  # Selenium has several kinds of "gone".
            if "stale" in str(trouble).lower() or "no such" in str(trouble).lower() or "detached" in str(trouble).lower():
                return True
            raise

    def look(self, name, charts=0):
        """Takes a picture and checks what holds for every page."""
        driver = self.driver
        WebDriverWait(driver, 20).until(lambda d: d.execute_script("return document.readyState") == "complete")
        driver.execute_async_script("document.fonts.ready.then(arguments[0])")
        canvases = self.all("canvas[data-chart]")
        self.check(len(canvases) >= charts, f"{name}: {len(canvases)} charts, wanted {charts}")
        for canvas in canvases:
            WebDriverWait(driver, 20).until(lambda d: canvas.get_attribute("data-drawn"))
            self.check(driver.execute_script(INKED, canvas) > 500, f"{name}: an empty chart")
        ratio, text = driver.execute_script(CONTRAST)
        self.check(ratio >= 7, f"{name}: contrast {ratio:.2f} at {text!r}")
        self.check(not driver.execute_script(SMALL), f"{name}: small text {driver.execute_script(SMALL)[:5]}")
        self.check(not driver.execute_script(BROKEN_CELLS), f"{name}: cut cells {driver.execute_script(BROKEN_CELLS)[:5]}")
        wide = driver.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        self.check(wide <= 0, f"{name}: {wide} px too wide")
        for entry in driver.get_log("browser"):
            # A refusal page is a 4xx on purpose; the console notes it.
            if not re.search(r"status of 40[34]", entry["message"]):
                self.faults.append(f"{name}: console: {entry['message']}")
        if self.pictures:
            driver.save_screenshot(str(self.pictures / f"{name}.png"))

    def look_at_both(self, name):
        """On a laptop and on a telephone."""
        for width, height in ((1366, 768), (390, 844), (WIDTH, HEIGHT)):
            self.driver.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
            if (width, height) != (WIDTH, HEIGHT):
                self.look(f"{name}-{width}")

    def sign_in(self, account, password):
        self.find("#account").send_keys(account)
        self.find("#password").send_keys(password)
        self.click("button[type=submit]")


def office_round(visit, account, password):
    """The office: looks around, publishes a notice and takes it back."""
    visit.open("/sign-in")
    visit.look("01-sign-in")
    visit.sign_in(account, "this is not it")
    visit.check("맞지 않아요" in visit.find("[role=alert]").text, "a wrong password is told")
    visit.look("02-sign-in-wrong")
    visit.find("#account").clear()
    visit.sign_in(account, password)
    visit.check(visit.find("h1").text != "사랑방", "the first page opens")
    visit.check(len(visit.all("tbody tr")) == 6, "six kiosks need a hand")
    visit.check("끊김" in visit.find("tbody tr").text, "the silent one stands first")
    visit.look("03-today", charts=1)
    visit.open("/centres")
    visit.look("04-centres")
    visit.find("table.list td a").click()
    visit.look("05-centre", charts=1)
    visit.open("/attendance")
    visit.look("06-attendance-day", charts=1)
    visit.open("/attendance/month")
    visit.look("07-attendance-month", charts=1)
    publish(visit)
    put_up(visit)
    if visit.all("nav a[href='/access-log']"):
        visit.open("/access-log")
        visit.look("12-access-log")
    visit.open("/centres/nowhere")
    visit.look("13-not-found")
    visit.open("/")
    visit.click(".leave button")
    visit.look("14-signed-out")


def publish(visit):
    visit.open("/notices/new")
    visit.find("#title").send_keys("독감 예방접종을 시작해요")
    visit.find("#text").send_keys("월요일부터 보건소에서 맞으실 수 있어요.\n신분증을 꼭 가져오세요.")
    visit.look("08-notice-form")
    visit.click("main button.btn-pine")
    visit.look("09-notice-preview")
    visit.click("main button.btn-pine")
    visit.check("올렸어요" in visit.find("[role=status]").text, "the notice is published")
    visit.look("10-notices")
    visit.click("td button.btn-care")
    visit.check("내렸어요" in visit.find("[role=status]").text, "the notice is withdrawn")
    visit.look("11-notice-withdrawn")


def put_up(visit):
    """A picture and a newsletter: choosing, sending, looking, publishing, taking off; and a text that is held."""
    visit.open("/content?place=yeongdeungpo")
    visit.check(len(visit.all("tbody tr")) == 16, "the demonstration's playlist is there")
    visit.look_at_both("30-content")
    visit.click("main a.btn-pine")
    visit.check(len(visit.all("a.choice")) == 15, "every kind can be chosen")
    visit.look_at_both("31-content-kinds")
    visit.open("/content/new?place=yeongdeungpo&kind=picture")
    visit.find("#caption").send_keys("빙판길은 천천히")
    visit.find("#from").send_keys("0900AM")
    visit.find("#to").send_keys("1200PM")
    visit.all(".weekdays span")[0].click()
    visit.look_at_both("32-picture-form")
    send(visit, "picture", "seeds/content/walk.png", pages=1)
    visit.check("월요일에 오전 9시부터 정오까지" in visit.find("h1").text, "it says when")
    visit.click("main button.btn-pine")
    visit.check("올렸어요" in visit.find("[role=status]").text, "the picture is published")
    visit.open("/content/new?place=yeongdeungpo&kind=newsletter")
    visit.find("#title").send_keys("사랑방 소식")
    send(visit, "newsletter", "seeds/content/walk.png", refused="PDF 파일만")
    send(visit, "newsletter", "seeds/content/newsletter.pdf", pages=3)
    visit.check(visit.find(".wall h2").text == "사랑방 소식", "the preview has its title")
    visit.click("main button.btn-pine")
    rows = visit.all("tbody tr")
    visit.check(len(rows) == 18 and "사랑방 소식" in rows[-1].text, "both stand at the end")
    visit.click("tbody tr:last-child button[aria-label$='위로']")
    visit.check("사랑방 소식" in visit.all("tbody tr")[-2].text, "the newsletter moved up")
    for _ in range(2):
        visit.click("tbody tr:last-child td.num button")
    visit.check("내렸어요" in visit.find("[role=status]").text and len(visit.all("tbody tr")) == 16, "both are off")
    hold(visit)


def send(visit, name, file, pages=0, refused=None):
    visit.find("#file").send_keys(str(ROOT / file))
    visit.click("main button.btn-pine")
    if refused:
        visit.check(refused in visit.find("[role=alert]").text, f"{name}: a wrong file is told of")
        visit.look(f"33-{name}-refused")
        return
    pictures = visit.all(".sheets img")
    widths = [visit.driver.execute_script("return arguments[0].naturalWidth", picture) for picture in pictures]
    visit.check(len(widths) == pages and all(width > 0 for width in widths), f"{name}: pictures {widths}")
    visit.look_at_both(f"33-{name}")


def hold(visit):
    visit.open("/content/new?place=yeongdeungpo&kind=notice")
    visit.find("#title").send_keys("명단")
    # Nobody's number.
    visit.find("#text").send_keys("가 나 다 480101-1234567")
    visit.click("main button.btn-pine")
    visit.check("개인 정보" in visit.find(".telling-care").text, "a number of a person is held")
    visit.open("/content/held")
    visit.look_at_both("34-held")
    visit.click("main button.btn-care")
    visit.check("버렸어요" in visit.find("[role=status]").text, "the text is dropped")
    visit.look("35-held-dropped")


def nurse_round(visit, account, password):
    """The health centre: opens a senior with a reason and sees the trend."""
    visit.open("/sign-in")
    visit.sign_in(account, password)
    visit.open("/centres")
    visit.click("table.list td a")
    centre = visit.driver.current_url.removeprefix(visit.base)
    visit.open(centre + "/seniors")
    visit.check(all("○" in cell.text for cell in visit.all("tbody td:first-child")), "names are masked")
    visit.look("20-seniors")
    visit.open(centre + "/unclaimed")
    visit.look("21-unclaimed")
    visit.open(centre + "/seniors")
    visit.click("tbody a")
    visit.look("22-reason")
    Select(visit.find("#reason")).select_by_value("explanation")
    visit.click("button.btn-pine")
    visit.check("○" not in visit.find("h1").text, "the name is open")
    visit.look("23-senior", charts=1)
    visit.click(".leave button")


@contextlib.contextmanager
def demo(central):
    """`central serve --demo` on a port of its own; its first line is JSON with the address and an account."""
    with tempfile.TemporaryDirectory() as data:
        process = subprocess.Popen(
            [central, "serve", "--demo", "--port", "0", "--data", data], cwd=ROOT, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        try:
            said = json.loads(process.stdout.readline())
            added = subprocess.run(
                [central, "user", "add", "nurse-wonju", "--role", "healthCentre", "--municipality", "wonju", "--data", data],
                cwd=ROOT, check=True, capture_output=True, text=True)
            kiosks(next(pathlib.Path(data).glob("*.sqlite*")))
            yield said["url"], said["demo"], json.loads(added.stdout)
        finally:
            process.terminate()
            process.wait(20)


def kiosks(database):
    """Kiosks as they would be after their check-ins: one of every trouble, and good ones."""
    now = datetime.datetime.now(datetime.timezone.utc)

    def ago(**length):
        return (now - datetime.timedelta(**length)).strftime("%Y-%m-%d %H:%M:%S.000")

    # last contact, unsent, oldest unsent, quarantined, free bytes, clock
    states = [
        (ago(hours=20), 14, ago(hours=21), 0, 21_000_000_000, "synced"), (ago(days=3), None, None, None, None, None),
        (ago(seconds=20), 27, ago(hours=19), 0, 18_000_000_000, "synced"),
        (ago(seconds=8), 0, None, 3, 18_000_000_000, "synced"), (ago(seconds=41), 0, None, 0, 1_100_000_000, "synced"),
        (ago(minutes=2), 0, None, 0, 9_000_000_000, "wrong"),
    ]
    with contextlib.closing(sqlite3.connect(database, timeout=20)) as connection, connection:
        for number, (centre,) in enumerate(connection.execute("SELECT id FROM centre ORDER BY name").fetchall()):
            state = states[number // 5] if number % 5 == 0 and number < 30 else (
                ago(seconds=3 + number), 0, None, 0, 19_000_000_000, "synced")
            connection.execute(
                "INSERT INTO kiosk (deviceId, centreId, publicKey, name, enrolledAt, appVersion, lastContactAt, unsent,"
                " oldestUnsentAt, quarantined, freeDisk, clockState) VALUES (?, ?, ?, '거실 기기', ?, '1.4.2', ?, ?, ?, ?, ?, ?)",
                (str(uuid.uuid4()).upper(), centre, number.to_bytes(32, "big"), ago(days=90), *state))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--central", type=pathlib.Path, default=ROOT / ".build/debug/central")
    parser.add_argument("--pictures", type=pathlib.Path, help="where screenshots go")
    chosen = parser.parse_args()
    if chosen.pictures:
        chosen.pictures.mkdir(parents=True, exist_ok=True)
    with demo(str(chosen.central.resolve())) as (base, office, nurse):
        visit = Visit(base, chosen.pictures)
        try:
            office_round(visit, office["user"], office["password"])
            nurse_round(visit, nurse["name"], nurse["password"])
        finally:
            visit.driver.quit()
    for fault in visit.faults:
        print("FAULT", fault)
    sys.exit(1 if visit.faults else 0)


if __name__ == "__main__":
    main()
