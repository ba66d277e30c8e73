"""Each subcommand as scripts and installers use it: JSON on standard output; an error is one line, with its code."""

import contextlib
import json
import pathlib
import sqlite3
import unittest

import programs
from card_reader import read_card, size
from programs import CENTRAL, KIOSK, ROOT

FEEDS = ROOT / "Tests/SignageFeedTests/Resources"
# A stable right-hand grip of 24.3 kg, as assets/devices/grip-serial.yaml defines the frame.
GRIP = "G,R,+024.3,kg,S"


def grip_frame(text, wrong=0):
    covered = text.encode() + b"\x03"
    check = wrong
    for byte in covered:
        check ^= byte
    return (b"\x02" + covered + bytes([check])).hex()


def recording(*frames):
    lines = [f"+{number}.000 < {frame}" for number, frame in enumerate(frames)]
    return "\n".join(["recording: 1", "device: the simulator's own grip", "", *lines]) + "\n"


class CommandTest(unittest.TestCase):
    """Settings and data are in a fresh folder."""

    def setUp(self):
        folder = programs.folder()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def ask(self, *arguments, program=KIOSK, **more):
        return programs.ask(program, *arguments, folder=self.folder, SARANGBANG_DATA=str(self.folder / "data"), **more)

    def answer(self, *arguments, **more):
        """What a subcommand that succeeds says: one JSON value and no word of trouble."""
        done = self.ask(*arguments, **more)
        self.assertEqual((done.returncode, done.stderr), (0, ""), arguments)
        return json.loads(done.stdout)

    def refusal(self, code, *arguments, program=KIOSK, **more):
        """The one line that a subcommand ends with."""
        done = self.ask(*arguments, program=program, **more)
        self.assertEqual(done.returncode, code, f"{arguments}: {done.stdout} {done.stderr}")
        lines = done.stderr.splitlines()
        self.assertEqual(len(lines), 1, done.stderr)
        self.assertRegex(lines[0], rf"^{program.name}: \S")
        return lines[0]

    def misuse(self, *arguments, program=KIOSK):
        """What the argument parser says: 64, the reason first, how to use it after."""
        done = self.ask(*arguments, program=program)
        self.assertEqual((done.returncode, done.stdout), (64, ""), f"{arguments}: {done.stderr}")
        self.assertRegex(done.stderr, r"^Error: \S")
        return done.stderr

    # Help and version.

    def test_every_subcommand_helps(self):
        def walk(program, path):
            done = self.ask(*path, "--help", program=program)
            self.assertEqual((done.returncode, done.stderr), (0, ""), path)
            self.assertIn("OVERVIEW:", done.stdout, path)
            _, _, listed = done.stdout.partition("SUBCOMMANDS:\n")
            names = [line.split()[0].strip(",") for line in listed.splitlines() if line.startswith("  ") and line[2] != " "]
            names = [name for name in names if name not in ("See",)]
            return 1 + sum(walk(program, [*path, name]) for name in names)

        self.assertGreaterEqual(walk(KIOSK, []), 20)
        self.assertGreaterEqual(walk(CENTRAL, []), 9)

    def test_the_version_has_three_numbers(self):
        self.assertRegex(self.ask("--version").stdout, r"^\d+\.\d+\.\d+\n$")

    def test_an_unknown_subcommand_is_a_misuse(self):
        self.misuse("nonsense")
        self.misuse("nonsense", program=CENTRAL)

    # Cards.

    def test_a_new_card_number_is_right_and_a_changed_one_is_not(self):
        number = self.answer("card", "new")["number"]
        self.assertRegex(number, r"^\d{27}$")
        self.assertEqual(self.answer("card", "check", number), {"number": number})
        grouped = " ".join(number[i:i + 4] for i in range(0, 27, 4))
        self.assertEqual(self.answer("card", "check", grouped), {"number": number})
        for place in range(27):
            changed = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1:]
            with self.subTest(place=place):
                self.assertNotIn(changed, self.refusal(65, "card", "check", changed))

    def test_what_has_not_the_form_of_a_card_is_told(self):
        number = self.answer("card", "new")["number"]
        for wrong, reason in ((number[:26], "26"), (number + "0", "28"), ("hello", "digits"), ("", "0"), ("1" * 5000, "5000")):
            with self.subTest(wrong[:30]):
                self.assertIn(reason, self.refusal(65, "card", "check", wrong))

    def test_two_new_numbers_differ(self):
        self.assertNotEqual(self.answer("card", "new"), self.answer("card", "new"))

    def test_a_drawn_card_can_be_scanned_at_each_printer_s_resolution(self):
        number = self.answer("card", "new")["number"]
        for dpi, width in ((203, 684), (300, 1011)):
            with self.subTest(dpi=dpi):
                picture = self.folder / f"{dpi}.png"
                self.assertEqual(
                    self.answer("card", "draw", number, "--dpi", dpi, "--name", "김봄", "--out", picture),
                    {"file": str(picture)})
                self.assertAlmostEqual(size(picture)[0], width, delta=2)
                self.assertEqual(read_card(picture), number)
        self.refusal(65, "card", "draw", number[:26], "--out", self.folder / "no.png")
        self.refusal(69, "card", "draw", number, "--out", self.folder / "nowhere" / "no.png")
        self.misuse("card", "draw", number, "--dpi", "10", "--out", "no.png")

    # Feeds.

    def test_answers_of_feeds_are_read_and_a_web_page_is_none(self):
        good = [("kma-village", "kma/vilage_normal.json"), ("airkorea", "airkorea/normal.json"), ("rss", "rss/seoul_style.xml"),
                ("tago-arrivals", "tago/normal.json"), ("cap", "cap/01_alert.xml"), ("disaster-text", "dsms/normal.json")]
        for format, file in good:
            with self.subTest(file):
                outcome = self.answer("feed", "parse", "--format", format, "--at", "2026-11-20T09:00:00Z", FEEDS / file)
                self.assertEqual(outcome["outcome"], "ok")
        page = FEEDS / "kma/error_html_502.html"
        for format in ("kma-village", "rss", "cap", "tago-arrivals"):
            with self.subTest(format):
                done = self.ask("feed", "parse", "--format", format, page)
                self.assertEqual(done.returncode, 65)
                self.assertEqual(json.loads(done.stdout)["outcome"], "failed")
                self.assertEqual(len(done.stderr.splitlines()), 1)
        done = self.ask("feed", "parse", "--format", "rss", "-", stdin=(FEEDS / "rss/seoul_style.xml").read_text())
        self.assertEqual(done.returncode, 0)

    def test_a_feed_that_cannot_be_read_is_told(self):
        self.refusal(69, "feed", "parse", "--format", "rss", self.folder / "nothing.xml")
        self.refusal(69, "feed", "parse", "--format", "rss", self.folder)
        self.refusal(64, "feed", "parse", "--format", "teletext", FEEDS / "rss/atom.xml")
        self.refusal(64, "feed", "parse", "--format", "rss", "--at", "yesterday", FEEDS / "rss/atom.xml")

    # Evaluation.

    def test_results_get_levels_with_the_row_that_made_them(self):
        items = self.answer(
            "evaluate", "--sex", "F", "--age", 78, "--weight", 56, "chair_stand_30s=22", "grip_relative=19.2")["items"]
        self.assertEqual({item["test"] for item in items}, {"chair_stand_30s", "grip_relative"})
        for item in items:
            self.assertIn(item["level"], range(1, 6))
            self.assertGreater(item["row"], 1)
        for wrong in (["--sex", "X", "--age", "78", "chair_stand_30s=2"], ["--sex", "F", "--age", "78", "handstand=2"],
                      ["--sex", "F", "--age", "78", "chair_stand_30s=two"], ["--sex", "F", "--age", "78", "chair_stand_30s"]):
            with self.subTest(wrong):
                self.refusal(65, "evaluate", *wrong)
        self.misuse("evaluate", "--sex", "F", "chair_stand_30s=2")

    # Devices.

    def test_devices_are_listed_with_what_is_known_of_them(self):
        devices = self.answer("device", "list")
        self.assertIn("blood-pressure", [device["id"] for device in devices])
        self.assertIn("grip-serial", [device["id"] for device in devices])
        known = {"id", "title", "link", "isVerified", "source", "unverified", "quantities"}
        for device in devices:
            with self.subTest(device["id"]):
                self.assertLessEqual(known, set(device))
                self.assertTrue(device["isVerified"] or device["unverified"])

    def test_a_blood_pressure_is_decoded_and_a_cut_one_refused(self):
        whole = "16 8E 00 58 00 6E 00 EA 07 0B 14 09 0C 00 48 00 00 00"
        value = self.answer("device", "decode", "2A35", *whole.split())
        self.assertEqual((value["systolic"], value["diastolic"], value["pulse"]), ("142", "88", "72"))
        cut = whole.replace(" ", "")
        for end in range(2, len(cut), 2):
            with self.subTest(cut[:end]):
                self.refusal(65, "device", "decode", "2A35", cut[:end])
        self.refusal(65, "device", "decode", "2A35", "xy")
        self.refusal(65, "device", "decode", "2A99", "00")

    def test_a_recording_is_played_through_the_real_driver(self):
        file = self.folder / "grip.txt"
        file.write_text(recording(grip_frame(GRIP.replace(",S", ",U")), grip_frame(GRIP)))
        done = self.ask("device", "replay", "--device", "grip-serial", file)
        self.assertEqual(done.returncode, 0, done.stderr)
        reports = [json.loads(line) for line in done.stdout.splitlines()]
        readings = [report for report in reports if report["report"] == "reading"]
        self.assertEqual(len(readings), 1, reports)
        self.assertIn("24.3", json.dumps(readings[0]["values"]))
        self.assertEqual(readings[0]["flags"], ["right_hand"])

    def test_a_damaged_recording_gives_no_reading(self):
        file = self.folder / "grip.txt"
        file.write_text(recording(grip_frame(GRIP, wrong=0x10)))
        done = self.ask("device", "replay", "--device", "grip-serial", file)
        self.assertNotIn('"reading"', done.stdout)
        file.write_text("nothing of the kind")
        self.refusal(65, "device", "replay", "--device", "grip-serial", file)
        self.refusal(69, "device", "replay", "--device", "grip-serial", self.folder / "none")
        file.write_text(recording(grip_frame(GRIP)))
        self.refusal(65, "device", "replay", "--device", "abacus", file)

    # Pictures.

    def test_every_screen_is_drawn(self):
        names = self.answer("render", "--list")
        out = self.folder / "pictures"
        self.assertEqual(self.answer("render", "--all", "--size", "540x960", "--pitch", "0.622", "--out-dir", out), {"files": len(names)})
        self.assertEqual(sorted(file.stem for file in out.iterdir()), sorted(names))
        self.assertGreaterEqual(len(names), 60)
        self.assertEqual({size(file) for file in out.iterdir()}, {(540, 960)})

    def test_every_screen_of_a_board_is_drawn(self):
        names = self.answer("render", "--list", "--pitch", "10")
        out = self.folder / "boards"
        self.answer("render", "--all", "--size", "192x96", "--pitch", "10", "--out-dir", out)
        self.assertEqual(sorted(file.stem for file in out.iterdir()), sorted(names))
        self.assertEqual({size(file) for file in out.iterdir()}, {(192, 96)})

    def test_a_screen_is_drawn_in_each_language_and_not_under_a_wrong_name(self):
        pictures = set()
        for language in ("ko", "en", "zh", "ja"):
            file = self.folder / f"{language}.png"
            self.ask("render", "--screen", "home", "--lang", language, "--out", file)
            pictures.add(file.read_bytes())
        self.assertEqual(len(pictures), 4)
        self.refusal(64, "render", "--screen", "nope", "--out", self.folder / "no.png")
        for wrong in (["--size", "10x10"], ["--zoom", "120"], ["--lang", "eo"], ["--pitch", "90"]):
            with self.subTest(wrong):
                self.misuse("render", "--screen", "home", "--out", "no.png", *wrong)

    def test_the_wall_of_any_instant_is_drawn_from_what_is_published(self):
        state, pictures = ROOT / "seeds/wall", set()
        for number, minute in enumerate(("09:12", "12:00", "23:30")):
            file = self.folder / f"wall{number}.png"
            self.ask("wall", "--at", f"2026-11-20T{minute}:00+09:00", "--state", state, "--size", "540x960", "--pitch", "0.622", "--out", file)
            self.assertEqual(size(file), (540, 960))
            pictures.add(file.read_bytes())
        self.assertEqual(len(pictures), 3)
        television = self.folder / "television.png"
        self.ask("wall", "--at", "2026-11-20T09:12:00+09:00", "--panel", "television", "--size", "1920x1080", "--pitch", "0.49", "--out", television)
        self.assertEqual(size(television), (1920, 1080))

    def test_a_year_of_the_wall_has_no_gap(self):
        report = self.answer("wall", "--year", "2027", "--report", "--state", ROOT / "seeds/wall")
        self.assertEqual((report["gaps"], report["gapSeconds"]), (0, 0))
        self.assertEqual(sum(report["secondsByItem"].values()) + report["houseSeconds"] + report["yieldedSeconds"], 365 * 86_400)

    def test_a_wall_that_cannot_be_read_is_told(self):
        at, out = ["--at", "2026-11-20T09:12:00Z"], ["--out", self.folder / "none.png"]
        self.refusal(69, "wall", *at, *out, "--state", self.folder / "nowhere")
        (self.folder / "playlist.json").write_text("[]")
        self.refusal(65, "wall", *at, *out, "--state", self.folder)
        for wrong in (["--at", "soon", *out], [*at], ["--year", "2027"], [*at, *out, "--panel", "door"]):
            with self.subTest(wrong):
                self.misuse("wall", *wrong)

    # The box itself.

    def test_the_doctor_finds_a_fresh_box_well(self):
        found = self.answer("doctor")
        self.assertTrue(found["isWell"])
        self.assertEqual((found["database"], found["office"], found["events"]), ("ok", "not enrolled", 0))
        self.assertGreater(found["freeDiskBytes"], 0)

    def test_the_doctor_says_what_is_wrong(self):
        self.answer("doctor")
        (self.folder / "data" / "identity.json").write_text("{}")
        done = self.ask("doctor")
        self.assertEqual(done.returncode, 69)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)

    def test_settings_that_cannot_be_are_told(self):
        file = self.folder / "kiosk.yaml"
        self.refusal(69, "doctor", "--config", file)
        for wrong in ("- a list", "panel:\n  pitch: 90\n", "language: eo\n", "timezone: Mars/Olympus\n", "a: [\n"):
            with self.subTest(wrong):
                file.write_text(wrong)
                self.refusal(65, "doctor", "--config", file)

    def test_a_backup_opens_by_itself_and_never_overwrites(self):
        self.answer("doctor")
        copy = self.folder / "copy.sqlite"
        self.assertEqual(self.answer("backup", "--out", copy), {"file": str(copy), "bytes": copy.stat().st_size})
        with contextlib.closing(sqlite3.connect(copy)) as connection:
            self.assertEqual(connection.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            self.assertEqual(connection.execute("SELECT count(*) FROM event").fetchall(), [(0,)])
        self.refusal(65, "backup", "--out", copy)
        self.refusal(69, "backup", "--out", self.folder / "nowhere" / "copy.sqlite")

    def test_a_supporter_s_pin_is_kept_as_a_salted_hash(self):
        digests = {self.answer("supporter-pin", stdin="123456\n")["digest"] for _ in range(2)}
        self.assertEqual(len(digests), 2)
        self.assertTrue(all(digest.startswith("$y$") and "123456" not in digest for digest in digests))
        for wrong in ("", "12345", "1234567", "abcdef", "１２３４５６"):
            with self.subTest(wrong):
                self.refusal(65, "supporter-pin", stdin=wrong + "\n")

    def test_enrolling_where_no_office_is_changes_nothing(self):
        code = "W72K-Z4XQ-X9RN"
        line = self.refusal(69, "enrol", "--office", f"http://127.0.0.1:{programs.free_port()}", "--code", code)
        self.assertNotIn(code, line)
        self.refusal(65, "enrol", "--office", "nonsense", "--code", code)
        self.refusal(65, "enrol", "--office", "http://127.0.0.1:1", "--code", "abc")
        self.assertFalse((self.folder / "data" / "identity.json").exists())

    def test_the_mirror_is_for_demonstrations_only(self):
        self.assertIn("--demo", self.misuse("run", "--mirror-port", "8601"))

    def test_a_written_visit_is_played_and_a_wrong_line_named(self):
        script = self.folder / "visit.touch"
        script.write_text("tap wall\nsee 처음 왔어요\n")
        self.assertEqual(self.answer("visit", script)["steps"], 2)
        script.write_text("tap wall\nsee 없는 말이에요\n")
        self.assertIn("line 2", self.refusal(65, "visit", script))
        script.write_text("dance\n")
        self.assertIn("line 1", self.refusal(65, "visit", script))

    # The office's program.

    def test_the_office_without_seeds_says_what_it_misses(self):
        data = self.folder / "office"
        self.refusal(65, "enrol", "--data", data, "--centre", "nowhere", program=CENTRAL)
        self.refusal(65, "revoke", "--data", data, "--device", "nobody", program=CENTRAL)
        self.refusal(65, "load-seeds", "--data", data, "--seeds", self.folder / "none", program=CENTRAL)
        self.assertEqual(self.answer("user", "list", "--data", data, program=CENTRAL), [])

    def test_the_office_s_backup_opens_by_itself(self):
        data, copy = self.folder / "office", self.folder / "office-copy.sqlite"
        self.answer("load-seeds", "--data", data, "--seeds", ROOT / "seeds", program=CENTRAL)
        self.answer("backup", "--data", data, "--out", copy, program=CENTRAL)
        with contextlib.closing(sqlite3.connect(copy)) as connection:
            self.assertEqual(connection.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            self.assertGreater(connection.execute("SELECT count(*) FROM centre").fetchone()[0], 2)
        self.refusal(65, "backup", "--data", data, "--out", copy, program=CENTRAL)
