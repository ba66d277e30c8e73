"""No line, a power cut, and a stranger at the office's address: nothing that was confirmed is lost or doubled."""

import collections
import unittest

import programs
from kiosk import Kiosk
from office import Office
from programs import PEOPLE, until
from strangers import FORBIDDEN, PORTAL, Stranger

CONSENTING = [p for p in PEOPLE if p["centreID"] == "ydp-mullae" and p["consentsToHealthData"]]


class TroubleTest(unittest.TestCase):
    """Each test has a kiosk of its own, which the office took in before the trouble began."""

    def setUp(self):
        folder = programs.folder()
        self.addCleanup(folder.cleanup)
        self.office = Office(folder.name).start()
        self.addCleanup(lambda: self.office.program.kill())
        self.kiosk = Kiosk(folder.name)
        self.kiosk.enrol(self.office)

    def start_kiosk(self):
        visitor = self.kiosk.start()
        self.addCleanup(self.kiosk.program.kill)
        return visitor

    def everything_is_there_once(self, people):
        """The same events at both ends, and of each person one attendance and one grip."""
        here, there = self.kiosk.events(), self.office.events()
        self.assertEqual(collections.Counter(here), collections.Counter(there))
        self.assertEqual(len(there), len(set(there)))
        for table, condition in (("attendance", "1"), ("reading", "testId LIKE 'grip%'")):
            counts = dict(self.office.rows(
                f"SELECT personId, count(*) FROM {table} WHERE eventId IS NOT NULL AND {condition} GROUP BY personId"))
            self.assertEqual(counts, {person["personID"]: 1 for person in people}, table)
        self.assertEqual(self.office.count("SELECT count(*) FROM eventRaw WHERE state <> 'projected'"), 0)

    def test_five_visits_without_a_line_and_with_power_cuts_arrive_once(self):
        people = CONSENTING[:5]
        self.assertEqual(self.office.stop(), 0)
        visitor = self.start_kiosk()
        for person in people[:3]:
            visitor.grips(person)
        self.assertTrue(any("dbus-daemon" in words for words in self.kiosk.program.session().values()))
        self.kiosk.kill()
        kept = self.kiosk.events()
        self.assertGreaterEqual(len(kept), 6)
        visitor = self.start_kiosk()
        for person in people[3:]:
            visitor.grips(person)
        self.kiosk.kill()
        self.office.start()
        visitor = self.start_kiosk()
        grips = "SELECT count(*) FROM reading WHERE testId LIKE 'grip%' AND eventId IS NOT NULL"
        until(lambda: self.office.count(grips) >= 5, "five grips at the office", 60)
        # The same day, the same data: the person is known, and attendance was counted before the cut.
        visitor.scans(people[0])
        visitor.leaves()
        until(lambda: self.office.count("SELECT count(*) FROM kiosk WHERE unsent = 0") == 1, "everything sent", 30)
        self.assertEqual(self.kiosk.stop(), 0)
        self.assertEqual(self.kiosk.events()[: len(kept)], kept)
        self.everything_is_there_once(people)

    def test_an_office_that_is_killed_while_kiosks_send_has_everything_once(self):
        people = CONSENTING[5:7]
        visitor = self.start_kiosk()
        visitor.grips(people[0])
        self.office.program.kill()
        visitor.grips(people[1])
        self.office.start()
        grips = "SELECT count(*) FROM reading WHERE testId LIKE 'grip%' AND eventId IS NOT NULL"
        until(lambda: self.office.count(grips) >= 2, "both grips at the office", 90)
        self.assertEqual(self.kiosk.stop(), 0)
        self.everything_is_there_once(people)

    def test_a_stranger_at_the_office_s_address_takes_nothing(self):
        people = CONSENTING[7:9]
        visitor = self.start_kiosk()
        visitor.on("wall")
        until(lambda: self.office.count("SELECT count(*) FROM kiosk WHERE contentVersion > 0") == 1, "content", 30)
        wall = set(visitor.plan()["texts"])
        self.assertEqual(self.office.stop(), 0)
        for answer, person in zip((PORTAL, FORBIDDEN), people):
            stranger = Stranger(self.office.port, answer)
            try:
                visitor.grips(person)
                visitor.leaves()
                asked = len(stranger.asked)
                until(
                    lambda: any("events" in path for path in stranger.asked) and len(stranger.asked) > asked,
                    lambda: f"asked for {stranger.asked}", 60)
            finally:
                stranger.leave()
            notices = {text for text in wall if len(text) > 15}
            self.assertTrue(notices & set(visitor.plan()["texts"]), "the wall has lost what was published")
        self.assertTrue(self.kiosk.program.is_running)
        self.office.start()
        grips = "SELECT count(*) FROM reading WHERE testId LIKE 'grip%' AND eventId IS NOT NULL"
        until(lambda: self.office.count(grips) >= 2, "both grips at the office", 120)
        self.assertEqual(self.kiosk.stop(), 0)
        self.everything_is_there_once(people)
