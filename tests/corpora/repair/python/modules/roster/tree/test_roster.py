import unittest

from roster import Roster, Shift


class RosterTest(unittest.TestCase):
    def setUp(self):
        self.roster = Roster()

    def test_hours(self):
        self.assertEqual(Shift(0, 8, 16).hours, 8)
        self.assertEqual(Shift(0, 22, 6).hours, 8)
        self.assertEqual(Shift(0, 6, 6).hours, 24)

    def test_span(self):
        self.assertEqual(Shift(1, 22, 6).span, (46, 54))

    def test_overlaps(self):
        self.assertTrue(Shift(0, 8, 16).overlaps(Shift(0, 15, 20)))
        self.assertTrue(Shift(0, 22, 6).overlaps(Shift(1, 5, 9)))
        self.assertTrue(Shift(0, 15, 20).overlaps(Shift(0, 8, 16)))
        self.assertFalse(Shift(0, 8, 16).overlaps(Shift(0, 16, 20)))

    def test_assign(self):
        self.assertIsNone(self.roster.assign(Shift(0, 8, 16), "Ann"))
        self.assertEqual(self.roster.hours("Ann"), 8)
        self.assertEqual(self.roster.shifts, [Shift(0, 8, 16, "Ann")])

    def test_assign_refuses_overlaps(self):
        self.roster.assign(Shift(0, 8, 16), "Ann")
        self.assertEqual(self.roster.assign(Shift(0, 12, 20), "Ann"), "overlap")
        self.assertIsNone(self.roster.assign(Shift(0, 12, 20), "Bob"))

    def test_assign_needs_rest(self):
        self.roster.assign(Shift(1, 8, 16), "Ann")
        self.assertEqual(self.roster.assign(Shift(2, 2, 8), "Ann"), "rest")
        self.assertEqual(self.roster.assign(Shift(0, 14, 22), "Ann"), "rest")
        self.assertIsNone(self.roster.assign(Shift(2, 3, 8), "Ann"))

    def test_assign_has_a_limit(self):
        roster = Roster(limits={"Ann": 12})
        self.assertIsNone(roster.assign(Shift(0, 8, 16), "Ann"))
        self.assertEqual(roster.assign(Shift(1, 8, 16), "Ann"), "limit")
        self.assertIsNone(roster.assign(Shift(1, 8, 12), "Ann"))

    def test_rosters_are_apart(self):
        Roster().assign(Shift(0, 8, 16), "Ann")
        self.assertEqual(Roster().shifts, [])

    def test_shifts_are_sorted(self):
        self.roster.assign(Shift(2, 8, 16), "Ann")
        self.roster.assign(Shift(0, 8, 16), "Bob")
        self.assertEqual([shift.day for shift in self.roster.shifts], [0, 2])

    def test_people(self):
        for day, person in enumerate(["Bob", "Ann", "Cid", "Cid"]):
            self.roster.assign(Shift(day, 8, 16), person)
        self.assertEqual(self.roster.people(), ["Cid", "Ann", "Bob"])

    def test_swap(self):
        first, second = Shift(0, 8, 16, "Ann"), Shift(3, 8, 16, "Bob")
        self.roster.assign(first, "Ann")
        self.roster.assign(second, "Bob")
        self.assertTrue(self.roster.swap(first, second))
        self.assertEqual([shift.person for shift in self.roster.shifts], ["Bob", "Ann"])

    def test_swap_that_cannot_be(self):
        first, second = Shift(0, 8, 16, "Ann"), Shift(3, 8, 16, "Bob")
        for shift in [first, second, Shift(3, 18, 22, "Ann")]:
            self.roster.assign(shift, shift.person)
        before = list(self.roster.shifts)
        self.assertFalse(self.roster.swap(first, second))
        self.assertEqual([(shift.day, shift.person) for shift in self.roster.shifts], [(shift.day, shift.person) for shift in before])

    def test_open_hours(self):
        self.roster.assign(Shift(0, 20, 4), "Ann")
        self.roster.assign(Shift(1, 2, 20), "Bob")
        self.assertEqual(self.roster.open_hours(1, 1), [20, 21, 22, 23])
        self.assertEqual(self.roster.open_hours(1, 2), [0, 1] + list(range(4, 24)))


if __name__ == "__main__":
    unittest.main()
