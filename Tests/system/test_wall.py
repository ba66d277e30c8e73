"""The wall from outside: what a supporter pins up, and what the room hears of an alert, sample by sample."""

import array
import datetime
import json
import math
import pathlib
import re
import subprocess
import unittest

import programs
from kiosk import Visitor
from programs import KIOSK, ROOT

SEOUL = datetime.timezone(datetime.timedelta(hours=9))
PHOTOGRAPH = ROOT / "seeds/wall/1be3b99a208aa7786c4cd33b4986cada69332fcb99928908b3e19b374656aba8"
CAP = """<?xml version="1.0" encoding="UTF-8"?><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
<identifier>test-1</identifier><sender>test@example.kr</sender><sent>{sent}</sent><status>Actual</status>
<msgType>Alert</msgType><scope>Public</scope><info><language>ko-KR</language><category>Geo</category>
<event>산사태 경보</event><urgency>Immediate</urgency><severity>{severity}</severity><certainty>Observed</certainty>
<headline>산사태 경보</headline><description>가상면 주민은 대피소로 이동하십시오.</description>
<area><areaDesc>가상군 가상면</areaDesc></area></info></alert>"""
RATE = 22_050
# Says what it hears into a file, in the place of espeak-ng.
SCRIBE = "#!/bin/sh\ncat >> {notes}\necho >> {notes}\n"


def power(samples, frequency):
    """The share of a tone in the samples' power (Goertzel), 0…1."""
    weight = 2 * math.cos(2 * math.pi * frequency / RATE)
    first = second = 0.0
    for sample in samples:
        first, second = sample + weight * first - second, first
    whole = sum(sample * sample for sample in samples) * len(samples) / 2
    return (first * first + second * second - weight * first * second) / whole if whole else 0.0


def colours(picture):
    """The colours that fill most of a picture, the commonest first."""
    said = subprocess.run(
        ["convert", picture, "-format", "%c", "histogram:info:-"], capture_output=True, text=True, check=True).stdout
    counts = [re.match(r" *(\d+): .*(#[0-9A-F]{6})", line) for line in said.splitlines()]
    return [found[2] for found in sorted(filter(None, counts), key=lambda found: -int(found[1]))][:12]


class WallTest(unittest.TestCase):
    def setUp(self):
        folder = programs.folder()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.notes, self.sound = self.folder / "notes", self.folder / "sound.raw"
        bin_ = self.folder / "bin"
        bin_.mkdir()
        voice = bin_ / "espeak-ng"
        voice.write_text(SCRIBE.format(notes=self.notes))
        voice.chmod(0o755)

    def settings(self, severity=None, **more):
        """The environment of a kiosk without an office, whose one source tells an alert of a severity."""
        given = {"SARANGBANG_DATA": str(self.folder / "data"), "SDL_AUDIODRIVER": "disk",
                 "SDL_DISKAUDIOFILE": str(self.sound), "SDL_DISKAUDIODELAY": "93", **more}
        if severity:
            sent = datetime.datetime.now(SEOUL).replace(microsecond=0)
            (self.folder / "cap.xml").write_text(CAP.format(sent=sent.isoformat(), severity=severity))
            (self.folder / "sources.json").write_text(json.dumps(
                [{"id": "cap", "place": "here", "format": "cap", "address": "cap.xml", "interval": 20}]))
            given["SARANGBANG_FEEDS_SOURCES"] = str(self.folder / "sources.json")
        env = programs.environment(self.folder, **given)
        return env | {"PATH": f"{self.folder / 'bin'}:{env['PATH']}"}

    def run_kiosk(self, env):
        return programs.Program([KIOSK, "run"], self.folder, "kiosk", env)

    def heard(self):
        """The words that were spoken."""
        return self.notes.read_text() if self.notes.exists() else ""

    def samples(self):
        """What the loudspeaker got, without the silence around."""
        raw = array.array("h", self.sound.read_bytes()) if self.sound.exists() else array.array("h")
        loud = [index for index, sample in enumerate(raw) if abs(sample) > 100]
        return raw[loud[0]:loud[-1]] if loud else raw[:0]

    def bell(self):
        """Waits for the words, which follow the bell."""
        programs.until(lambda: "산사태 경보" in self.heard(), self.heard)
        samples = self.samples()
        self.assertGreater(len(samples), RATE // 2, "no bell")
        self.assertGreater(max(samples), 8_000)
        self.assertLess(max(map(abs, samples)), 32_767, "it clips")
        # The two partials have nearly all of the power, between them and above there is next to none.
        self.assertGreater(power(samples, 880), 0.4)
        self.assertGreater(power(samples, 1_320), 0.05)
        for other in (440, 1_000, 1_100, 2_640):
            self.assertLess(power(samples, other), 0.02, f"{other} Hz")
        return len(samples) / RATE

    def test_an_urgent_alert_strikes_the_bell_once_and_is_spoken(self):
        kiosk = self.run_kiosk(self.settings("Severe"))
        self.assertLess(self.bell(), 0.8)
        self.assertIn("대피소로 이동하십시오", self.heard())
        self.assertEqual(kiosk.stop(), 0)

    def test_in_quiet_hours_an_urgent_alert_is_seen_and_not_heard(self):
        kiosk = self.run_kiosk(self.settings("Severe", SARANGBANG_SOUND_QUIET="00:00-24:00"))
        programs.until((self.folder / "data/feeds/wall.snapshot").exists, "the alert did not come in")
        with self.assertRaises(AssertionError):
            programs.until(self.heard, "silence", within=4)
        self.assertEqual((len(self.samples()), kiosk.stop()), (0, 0))

    def test_the_gravest_alert_breaks_quiet_hours_with_three_strokes(self):
        kiosk = self.run_kiosk(self.settings("Extreme", SARANGBANG_SOUND_QUIET="00:00-24:00"))
        self.assertGreater(self.bell(), 1.6)
        self.assertEqual(kiosk.stop(), 0)

    def test_quiet_hours_that_are_none_stop_the_start_with_one_line(self):
        for wrong in ("21-7", "21:00", "21:00-21:00", "25:00-07:00", "21:00–07:00", "밤"):
            done = programs.ask(KIOSK, "run", "--seconds", 1, folder=self.folder, SARANGBANG_SOUND_QUIET=wrong)
            self.assertEqual(done.returncode, 65, wrong)
            self.assertRegex(done.stderr, r"\Akiosk: .*sound\.quiet.*\n\Z")

    # The pinned paper

    def pin(self, *arguments):
        return programs.ask(KIOSK, "pin", *arguments, folder=self.folder, SARANGBANG_DATA=str(self.folder / "data"))

    def put(self, days=7, picture=PHOTOGRAPH, title="김장 나눔 잔치"):
        last = (datetime.datetime.now(SEOUL) + datetime.timedelta(days=days)).date()
        return self.pin("--picture", picture, "--title", title, "--until", last)

    def test_a_paper_is_put_up_told_and_taken_off(self):
        self.assertEqual(json.loads(self.pin("--list").stdout), {"pins": []})
        self.assertEqual(self.put().returncode, 0)
        [told] = json.loads(self.pin("--list").stdout)["pins"]
        self.assertEqual((told["title"], told["picture"]), ("김장 나눔 잔치", PHOTOGRAPH.name))
        pins = self.folder / "data/pins"
        self.assertEqual((pins / told["picture"]).read_bytes(), PHOTOGRAPH.read_bytes())
        self.assertEqual(self.put().returncode, 65)
        self.assertEqual(json.loads(self.pin("--remove").stdout)["pins"], [told])
        self.assertFalse((pins / told["picture"]).exists())
        self.assertEqual(json.loads(self.pin("--list").stdout), {"pins": []})

    def test_what_cannot_hang_is_refused_in_one_line(self):
        (self.folder / "text.jpg").write_text("no picture")
        (self.folder / "short.jpg").write_bytes(bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb"))
        refusals = [
            (65, self.put(picture=self.folder / "text.jpg")), (65, self.put(picture=self.folder / "short.jpg")),
            (65, self.put(days=-1)), (65, self.put(days=31)), (65, self.put(title=" ")),
            (65, self.put(title="김가람 450101-2******")), (69, self.put(picture=self.folder / "nothing.png")),
            (64, self.pin()), (64, self.pin("--picture", PHOTOGRAPH)), (64, self.pin("--list", "--remove")),
            (64, self.pin("--picture", PHOTOGRAPH, "--title", "가", "--until", "tomorrow"))]
        for code, done in refusals:
            self.assertEqual((done.returncode, done.stdout), (code, ""), done.stderr)
            self.assertRegex(done.stderr, r"\Akiosk: [^\n]+\n\Z")

    def test_the_running_kiosk_shows_the_paper_and_its_picture(self):
        # This kiosk knows nothing else that it could show.
        port = programs.free_port()
        kiosk = programs.Program([KIOSK, "run", "--demo", "--mirror-port", port], self.folder, "kiosk", self.settings())
        wall = Visitor(port, kiosk.log.read_text)
        self.assertEqual(self.put().returncode, 0)
        wall.sees("김장 나눔 잔치", within=12)
        # A flat colour of the photograph is the same at any size.
        [colour], shot = colours(PHOTOGRAPH)[:1], self.folder / "shot.png"

        def has_photograph():
            shot.write_bytes(wall.request("/screen.png")[1])
            return colour in colours(shot)

        programs.until(has_photograph, "no photograph", within=10)
        self.assertEqual(self.pin("--remove").returncode, 0)
        programs.until(lambda: not any("김장" in text for text in wall.plan()["texts"]), "it still hangs", within=12)
        self.assertEqual((kiosk.stop(), kiosk.errors()), (0, []))


if __name__ == "__main__":
    unittest.main()
