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
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

ROOT = pathlib.Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 1280, 900
# A laptop and a telephone.
SIZES = ((WIDTH, HEIGHT), (390, 844))

KOREA = datetime.timezone(datetime.timedelta(hours=9))

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
  .filter(e => e.checkVisibility() && !(e.tagName === 'TH' && getComputedStyle(e.closest('thead')).position === 'absolute') && (e.scrollWidth > e.clientWidth + 1 || (e.clientHeight > 80 && e.tagName !== 'DIV'))).map(e => e.textContent.trim().slice(0, 40));
"""

# Pixels of a canvas that are not paper.
INKED = """
const c = arguments[0], d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i] > 0) n++; return n;
"""


# What a screen reader could not name: fields, buttons, links and pictures without words, and an id that is there twice.
NAMELESS = """
const named = e => (e.labels && e.labels.length) || e.getAttribute('aria-label') || e.getAttribute('aria-labelledby')
  || e.textContent.trim() || e.getAttribute('title');
const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
return [...document.querySelectorAll('input:not([type=hidden]), select, textarea, button, a[href], canvas')]
    .filter(e => e.tagName === 'INPUT' || e.tagName === 'SELECT' || e.tagName === 'TEXTAREA'
      ? !(e.labels.length || e.getAttribute('aria-label')) : !named(e)).map(e => e.outerHTML.slice(0, 80))
  .concat([...document.querySelectorAll('img:not([alt])')].map(e => e.outerHTML.slice(0, 80)))
  .concat(ids.filter((id, n) => ids.indexOf(id) !== n).map(id => 'twice: ' + id))
  .concat(document.querySelectorAll('h1').length === 1 ? [] : ['h1: ' + document.querySelectorAll('h1').length]);
"""

# What can be reached with the keyboard, and what the focus is on: where it is, and whether one can see that it is there.
REACHABLE = """
return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter(e => e.checkVisibility() && !e.disabled && e.tabIndex >= 0
    && !(e.type === 'radio' && !e.checked && document.querySelector(`[name="${e.name}"]:checked`))).length;
"""
FOCUSED = """
const e = document.activeElement; if (!e || e === document.body) return null;
const shown = e.type === 'checkbox' && e.nextElementSibling && getComputedStyle(e).opacity === '0' ? e.nextElementSibling : e;
const s = getComputedStyle(shown), box = shown.getBoundingClientRect();
if (!window.seen) window.seen = new Map();
if (!window.seen.has(e)) window.seen.set(e, window.seen.size);
return [window.seen.get(e), (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none',
  box.bottom > 0 && box.top < innerHeight, e.outerHTML.slice(0, 80)];
"""


class Visit:
    """A browser at the office, and what it found wrong."""

    def __init__(self, base, pictures, downloads=None, central=None):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=ko",
                         f"--window-size={WIDTH},{HEIGHT}", "--force-device-scale-factor=1"):
            options.add_argument(argument)
        if downloads:
            options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False})
        self.base, self.pictures, self.faults = base, pictures, []
        self.downloads, self.central = downloads, central

    def check(self, fact, what):
        if not fact:
            self.faults.append(what)

    def open(self, path):
        self.driver.get(self.base + path)

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def touch(self, selector):
        """Clicks on something that stays on this page."""
        place = self.find(selector)
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", place)
        place.click()

    def click(self, selector):
        """Clicks, and waits for the page that the click leads to."""
        old = self.find("html")
        self.touch(selector)
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

    def size(self, width, height):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def look(self, name, charts=0):
        """On a laptop and on a telephone: takes a picture and checks what holds for every page."""
        for width, height in SIZES[1:] + SIZES[:1]:
            self.size(width, height)
            self.look_once(f"{name}-{width}", charts)
        self.go_round(name)

    def look_once(self, name, charts):
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
        for script, what in ((SMALL, "small text"), (BROKEN_CELLS, "cut cells"), (NAMELESS, "nameless")):
            found = driver.execute_script(script)
            self.check(not found, f"{name}: {what} {found[:5]}")
        wide = driver.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        self.check(wide <= 0, f"{name}: {wide} px too wide")
        for entry in driver.get_log("browser"):
            # A refusal page is a 4xx on purpose; the console notes it.
            if not re.search(r"status of 40[034]|Multiple readback", entry["message"]):
                self.faults.append(f"{name}: console: {entry['message']}")
        if self.pictures:
            tall = driver.execute_script("return document.documentElement.scrollHeight")
            width = driver.execute_script("return document.documentElement.clientWidth")
            self.size(width, max(tall, 400))
            driver.save_screenshot(str(self.pictures / f"{name}.png"))

    def go_round(self, name):
        """With the Tab key alone: everything is reached, each place shows that it has the focus, and none is out of sight."""
        driver, reached = self.driver, set()
        self.size(WIDTH, HEIGHT)
        # From the very beginning, wherever somebody clicked before.
        driver.execute_script(
            "document.documentElement.style.scrollBehavior = 'auto'; window.seen = null; document.body.tabIndex = -1;"
            " document.body.focus(); document.body.removeAttribute('tabindex'); window.scrollTo(0, 0)")
        wanted = driver.execute_script(REACHABLE)
        for _ in range(min(wanted, 60) * 4):
            ActionChains(driver).send_keys(Keys.TAB).perform()
            focus = driver.execute_script(FOCUSED)
            if focus is None or (focus[0] == 0 and len(reached) > 1):
                break
            if focus[0] not in reached:
                self.check(focus[1], f"{name}: no sign of the focus on {focus[3]}")
                self.check(focus[2], f"{name}: the focus is out of sight on {focus[3]}")
            reached.add(focus[0])
            if len(reached) >= 60:
                return
        self.check(len(reached) >= min(wanted, 60), f"{name}: the keyboard reaches {len(reached)} of {wanted} places")
        driver.execute_script("document.activeElement.blur(); window.scrollTo(0, 0)")

    def press(self, selector, key=Keys.ENTER):
        """Presses a key on something that the Tab key can reach, and waits for the page that it leads to."""
        old, place = self.find("html"), self.find(selector)
        self.driver.execute_script("arguments[0].focus()", place)
        ActionChains(self.driver).send_keys(key).perform()
        WebDriverWait(self.driver, 20).until(lambda d: self.is_gone(old))

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
    visit.click("table.list td a")
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
    visit.look("30-content")
    visit.click("main a.btn-pine")
    visit.check(len(visit.all("a.choice")) == 15, "every kind can be chosen")
    visit.look("31-content-kinds")
    visit.open("/content/new?place=yeongdeungpo&kind=picture")
    visit.find("#caption").send_keys("빙판길은 천천히")
    large = visit.downloads / "large.png"
    large.write_bytes(bytes(10_000_001))
    visit.find("#file").send_keys(str(large))
    told = visit.driver.execute_script("return document.querySelector('#file').validationMessage")
    visit.check("10MB보다 작은" in told, f"a file that is too large is told of before it is sent: {told!r}")
    visit.find("#from").send_keys("0900AM")
    visit.find("#to").send_keys("1200PM")
    visit.touch(".weekdays span")
    visit.look("32-picture-form")
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
    plays(visit)


def plays(visit):
    visit.open("/plays?span=1&day=2020-01-01")
    visit.check("알려 온 것이 없어요" in visit.find("main").text, "a day of which nobody told says so")
    visit.look("36-plays-none")
    visit.open("/content?place=yeongdeungpo")
    visit.check("지난 7일" in visit.find("tbody").text, "the playlist says how often")
    visit.click("p.foot a[href='/plays']")
    visit.check(len(visit.all("tbody tr")) > 3, "there are plays")
    visit.look("37-plays")
    visit.touch("#file")
    WebDriverWait(visit.driver, 20).until(lambda d: list(visit.downloads.glob("plays-*.csv")))


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
    visit.look(f"33-{name}")


def hold(visit):
    visit.open("/content/new?place=yeongdeungpo&kind=notice")
    visit.find("#title").send_keys("명단")
    # Nobody's number.
    visit.find("#text").send_keys("가 나 다 480101-1234567")
    visit.click("main button.btn-pine")
    visit.check("개인 정보" in visit.find(".telling-care").text, "a number of a person is held")
    visit.open("/content/held")
    visit.look("34-held")
    visit.click("main button.btn-care")
    visit.check("버렸어요" in visit.find("[role=status]").text, "the text is dropped")
    visit.look("35-held-dropped")


def nurse_round(visit, account, password, database):
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
    take_away(visit)
    visit.click("#back")
    prescribe(visit, database)
    visit.open(centre)
    visit.look("28-centre")
    visit.open("/")
    visit.click(".leave button")


def take_away(visit):
    """The person's record as a file: the reason is asked, and the file has a name that says nothing of anybody."""
    visit.press("#export")
    visit.look("24-export")
    visit.find("#reason").send_keys("잰")
    visit.touch("#take")
    file = visit.downloads / f"health-record-{datetime.datetime.now(KOREA).date()}.json"
    WebDriverWait(visit.driver, 20).until(lambda d: file.exists())
    bundle = json.loads(file.read_text(encoding="utf-8"))
    visit.check(bundle["resourceType"] == "Bundle" and bundle["entry"], "the bundle has entries")


def prescribe(visit, database):
    """The nurse looks at the evaluation, changes and approves the plan; the centre's kiosk has it, until it is ended."""
    from wire_box import Box  # The tour, which walks these pages too, asks no office by wire.

    person = visit.driver.current_url.rsplit("/", 1)[1]
    with contextlib.closing(sqlite3.connect(database, timeout=20)) as connection:
        centre, = connection.execute("SELECT centreId FROM person WHERE id = ?", (person,)).fetchone()
    made = subprocess.run(
        [visit.central, "enrol", "--centre", centre, "--data", str(database.parent)], cwd=ROOT, check=True,
        capture_output=True, text=True)
    box = Box(visit.base, json.loads(made.stdout)["code"])
    visit.check(person not in box.plans(), "no plan yet")
    visit.press("#evaluation")
    visit.check("기기로 잼" in visit.find("main").text, "it says how values came about")
    visit.look("25-evaluation")
    visit.press("main .actions a.btn-pine")
    visit.look("26-plan-proposed")
    visit.press("#propose")
    visit.check(box.plans()[person]["standing"] == "waiting", "the kiosk hears that a plan waits")
    visit.press("#change")
    visit.look("26-plan-change")
    amount = visit.find(".plan-amounts input[type=number]")
    amount.clear()
    amount.send_keys("2")
    visit.find("#reason").send_keys("양이")
    visit.press("#save")
    visit.check("고침" in visit.find("main").text, "the plan is changed")
    visit.look("26-plan-changed")
    visit.check(box.plans().get(person, {"standing": "waiting"})["standing"] == "waiting", "a changed plan waits")
    visit.press("#approve-begin")
    visit.look("26-plan-active")
    plan = box.plans()[person]
    visit.check(plan["standing"] == "in_force" and json.loads(plan["content"])["lines"], "the kiosk has the plan")
    visit.press("#week")
    visit.look("27-plan-week")
    visit.driver.back()
    visit.driver.execute_script("document.querySelector('#end-reason').closest('details').querySelector('summary').focus()")
    ActionChains(visit.driver).send_keys(Keys.ENTER).perform()
    visit.find("#end-reason").send_keys("어르신이")
    visit.press("#end")
    visit.check(box.plans()[person]["standing"] == "none", "the ended plan goes from the kiosk")
    visit.look("27-plan-ended")


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
            database = pathlib.Path(data) / "office.sqlite"
            kiosks(database)
            tell_plays(database)
            yield said["url"], said["demo"], json.loads(added.stdout), database
        finally:
            process.terminate()
            process.wait(20)


def tell_plays(database):
    """What kiosks would tell of the last week."""
    today = datetime.datetime.now(KOREA).date()
    with contextlib.closing(sqlite3.connect(database, timeout=20)) as connection, connection:
        items = [row[0] for row in connection.execute("SELECT id FROM contentItem WHERE municipalityId = 'yeongdeungpo' ORDER BY position").fetchall()]
        kiosks = connection.execute(
            "SELECT k.deviceId FROM kiosk k JOIN centre c ON c.id = k.centreId WHERE c.municipalityId = ? ORDER BY k.centreId",
            ("yeongdeungpo",)).fetchall()
        for device, in kiosks:
            for back in range(1, 8):
                for number, item in enumerate(items[:6] + ["house/stretching", "house/water"]):
                    connection.execute(
                        "INSERT INTO play (deviceId, day, item, seconds, times) VALUES (?, ?, ?, ?, ?)",
                        (device, str(today - datetime.timedelta(days=back)), item, 3600 - 400 * number, 240 - 20 * number))


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
    with demo(str(chosen.central.resolve())) as (base, office, nurse, database), tempfile.TemporaryDirectory() as files:
        visit = Visit(base, chosen.pictures, pathlib.Path(files), str(chosen.central.resolve()))
        try:
            office_round(visit, office["user"], office["password"])
            nurse_round(visit, nurse["name"], nurse["password"], database)
        finally:
            visit.driver.quit()
            for fault in visit.faults:
                print("FAULT", fault)
    sys.exit(1 if visit.faults else 0)


if __name__ == "__main__":
    main()
