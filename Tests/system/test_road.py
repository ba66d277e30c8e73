"""The whole road with both programs: card, cuff, grip and chair at the kiosk; once each, and readable, at the office."""

import json
import unittest

import programs
from card_reader import read_card
from kiosk import Kiosk
from office import Office
from programs import PEOPLE, WORDS, until

HERE = [person for person in PEOPLE if person["centreID"] == "ydp-mullae"]
CONSENTING = [person for person in HERE if person["consentsToHealthData"]]
SAVED = WORDS["measure"]["saved"]


class RoadTest(unittest.TestCase):
    """Each test is a visit of somebody else."""

    @classmethod
    def setUpClass(cls):
        cls.folder = programs.folder()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.office = Office(cls.folder.name).start()
        cls.addClassCleanup(cls.office.program.kill)
        cls.kiosk = Kiosk(cls.folder.name)
        cls.enrolled = cls.kiosk.enrol(cls.office)
        cls.visitor = cls.kiosk.start()
        cls.addClassCleanup(cls.kiosk.program.kill)

    @classmethod
    def tearDownClass(cls):
        """What holds after all visits: both ends know the same events, each once; nobody had trouble."""
        until(lambda: cls.kiosk_is_empty(), "everything sent", 30)
        codes = cls.kiosk.stop(), cls.office.stop()
        assert codes == (0, 0), f"exit codes {codes}"
        here, there = cls.kiosk.events(), cls.office.events()
        assert sorted(here) == sorted(there), f"kiosk {len(here)} events, office {len(there)}"
        assert len(there) == len(set(there)), "an event is there twice"
        assert cls.office.count("SELECT count(*) FROM eventRaw WHERE state <> 'projected'") == 0
        trouble = cls.kiosk.program.errors() + cls.office.program.errors()
        assert not trouble, trouble

    @classmethod
    def kiosk_is_empty(cls):
        """The office's word for it: the last check-in said that nothing is unsent."""
        return cls.office.count("SELECT count(*) FROM kiosk WHERE unsent = 0") == 1

    def tearDown(self):
        self.visitor.leaves()

    def arrived(self, count, sql, *values):
        """Waits until the office has so many rows, and sees that they stay so many."""
        until(
            lambda: self.office.count(sql, *values) >= count,
            lambda: f"{count} rows of {sql}; the office has {self.office.events()}", 30)
        self.assertEqual(self.office.count(sql, *values), count)

    def readings(self, person, test):
        return self.office.rows(
            "SELECT valuesJSON, simulated, unclaimedReason FROM reading"
            " WHERE personId = ? AND testId = ? AND eventId IS NOT NULL", person["personID"], test)

    def test_the_kiosk_is_enrolled_at_the_office_s_own_centre(self):
        self.assertEqual(self.enrolled["centre"], "문래 경로당")
        devices = self.office.rows("SELECT deviceId, centreId FROM kiosk")
        self.assertEqual(devices, [(self.enrolled["device"], "ydp-mullae")])

    def test_a_card_held_twice_counts_one_attendance(self):
        person = CONSENTING[0]
        self.visitor.scans(person)
        self.visitor.leaves()
        self.visitor.scans(person)
        masked = person["name"][0] + "○" + person["name"][2:]
        self.visitor.sees(masked)
        self.visitor.misses(person["name"])
        self.visitor.leaves()
        self.visitor.misses(masked)
        mine = "SELECT count(*) FROM attendance WHERE personId = ? AND eventId IS NOT NULL"
        self.arrived(1, mine, person["personID"])
        self.arrived(1, "SELECT count(*) FROM eventRaw WHERE personId = ? AND type LIKE 'attendance%'", person["personID"])

    def test_a_blood_pressure_reaches_the_nurse_who_says_why_she_looks(self):
        person = CONSENTING[1]
        self.visitor.scans(person)
        self.visitor.tap("pressure")
        self.visitor.device("cuff-usual")
        self.visitor.sees("128", within=20)
        self.visitor.sees("78")
        self.visitor.sees(WORDS["measure"]["simulated"])
        self.visitor.tap("save")
        self.visitor.sees(SAVED)
        self.arrived(1, "SELECT count(*) FROM reading WHERE personId = ? AND eventId IS NOT NULL", person["personID"])
        page = self.office.nurse().senior(person)
        self.assertIn(person["name"], page)
        self.assertRegex(page, r"128\s*/\s*78")
        self.assertIn("모의 기기", page)
        opened = "SELECT reason FROM accessLog WHERE personId = ? AND what = 'senior.open'"
        self.assertEqual(self.office.rows(opened, person["personID"]), [("explanation",)])
        others = self.office.administrator().senior(person)
        self.assertIn(person["name"], others)
        self.assertNotIn("128", others)

    def test_what_a_failed_cuff_says_is_nowhere_a_number(self):
        person = CONSENTING[2]
        self.visitor.scans(person)
        self.visitor.tap("pressure")
        self.visitor.device("cuff-error")
        self.visitor.sees(WORDS["measure"]["deviceError"], within=20)
        self.visitor.misses("128")
        self.visitor.leaves()
        self.arrived(1, "SELECT count(*) FROM attendance WHERE personId = ? AND eventId IS NOT NULL", person["personID"])
        self.assertEqual(self.readings(person, "blood_pressure"), [])

    def test_grip_with_weight_and_chair_stand_make_a_result(self):
        person, visitor = CONSENTING[3], self.visitor
        visitor.scans(person)
        visitor.tap("fitness")
        visitor.is_cleared()
        visitor.tap("chair")
        visitor.on("chair")
        visitor.tap("start")
        visitor.tap("count", within=8)
        for _ in range(11):
            visitor.tap("count")
        visitor.tap("save", within=40)
        visitor.sees(SAVED)
        visitor.tap("done")
        visitor.tap("grip")
        visitor.weighs("56")
        visitor.device("grip-usual")
        visitor.sees("21.4")
        visitor.tap("save")
        visitor.sees(SAVED)
        visitor.tap("done")
        visitor.tap("result")
        visitor.on("result")
        visitor.sees("12")
        self.assertTrue(any(level in " ".join(visitor.plan()["texts"]) for level in WORDS["result"]["levels"]))
        self.arrived(
            1, "SELECT count(*) FROM reading WHERE personId = ? AND testId LIKE 'grip%' AND eventId IS NOT NULL",
            person["personID"])
        chair = self.readings(person, "chair_stand_30s")
        self.assertEqual([json.loads(values)[0]["decimal"] for values, _, _ in chair], ["12"])

    def test_a_value_that_is_left_unsaved_belongs_to_nobody(self):
        person = CONSENTING[4]
        before = self.office.count("SELECT count(*) FROM reading WHERE personId IS NULL AND eventId IS NOT NULL")
        self.visitor.scans(person)
        self.visitor.tap("fitness")
        self.visitor.tap("grip")
        self.visitor.weighs()
        self.visitor.device("grip-usual")
        self.visitor.sees("21.4")
        self.visitor.leaves()
        self.arrived(
            before + 1, "SELECT count(*) FROM reading WHERE personId IS NULL AND eventId IS NOT NULL")
        self.assertEqual(self.readings(person, "grip_strength"), [])
        self.assertIn("문래", self.office.nurse().open("/centres/ydp-mullae/unclaimed"))

    def test_a_squeeze_while_nobody_is_there_belongs_to_nobody(self):
        before = self.office.count("SELECT count(*) FROM reading WHERE personId IS NULL AND eventId IS NOT NULL")
        self.visitor.device("grip-usual")
        self.arrived(
            before + 1, "SELECT count(*) FROM reading WHERE personId IS NULL AND eventId IS NOT NULL")

    def test_what_is_no_card_is_told_kindly_and_counts_nobody(self):
        before = len(self.office.events())
        for text, kind in (("8801234567893", "barcode"), ("https://example.org/", "link"), ("hello", "foreign")):
            with self.subTest(kind):
                self.visitor.shows(text)
                self.visitor.sees(WORDS["cardTrouble"][kind]["sentence"])
        self.visitor.leaves()
        self.assertEqual(len(self.office.events()), before)

    def test_a_newcomer_gets_a_card_that_the_scanner_reads(self):
        visitor = self.visitor
        visitor.tap("wall")
        visitor.tap("newcomer")
        visitor.tap("agree")
        visitor.on("enrol-healthConsent")
        visitor.tap("agree")
        for jamo in "ㅅㅗㄴㅂㅗㅁ":
            visitor.tap(f"jamo-{jamo}")
        visitor.sees("손봄")
        visitor.tap("name-done")
        visitor.types("48")
        visitor.tap("month-3")
        visitor.tap("female")
        visitor.types("0123")
        visitor.tap("alone")
        visitor.tap("confirm")
        visitor.on("new-card")
        card = until(lambda: next((self.kiosk.data / "print").glob("*.png"), None), "a printed card")
        self.assertNotIn("손봄", card.name)
        until(lambda: card.read_bytes()[-8:-4] == b"IEND", "the whole card")
        number = read_card(card)
        visitor.tap("start")
        visitor.on("home")
        visitor.leaves()
        visitor.shows(number)
        visitor.on("home")
        visitor.sees("손○")
        self.arrived(1, "SELECT count(*) FROM person WHERE name = '손봄' AND healthConsent")
        self.assertEqual(self.office.count("SELECT count(*) FROM eventRaw WHERE line LIKE ?", f"%{number}%"), 0)
