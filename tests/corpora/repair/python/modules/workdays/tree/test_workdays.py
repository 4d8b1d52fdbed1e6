import unittest
from datetime import date

from workdays import (
    add_months,
    add_workdays,
    age_on,
    is_workday,
    month_end,
    next_workday,
    nth_weekday,
    quarter,
    workdays_between,
)

FRIDAY = date(2024, 3, 8)
MONDAY = date(2024, 3, 11)


class WorkdaysTest(unittest.TestCase):
    def test_is_workday(self):
        self.assertTrue(is_workday(FRIDAY))
        self.assertFalse(is_workday(date(2024, 3, 9)))
        self.assertFalse(is_workday(FRIDAY, {FRIDAY}))

    def test_next(self):
        self.assertEqual(next_workday(FRIDAY), MONDAY)
        self.assertEqual(next_workday(FRIDAY, [MONDAY]), date(2024, 3, 12))

    def test_add(self):
        self.assertEqual(add_workdays(FRIDAY, 3), date(2024, 3, 13))
        self.assertEqual(add_workdays(FRIDAY, 0), FRIDAY)

    def test_add_backwards(self):
        self.assertEqual(add_workdays(MONDAY, -1), FRIDAY)

    def test_add_with_holidays(self):
        self.assertEqual(add_workdays(FRIDAY, 2, {MONDAY}), date(2024, 3, 13))

    def test_between(self):
        self.assertEqual(workdays_between(FRIDAY, MONDAY), 2)
        self.assertEqual(workdays_between(MONDAY, FRIDAY), -2)
        self.assertEqual(workdays_between(FRIDAY, FRIDAY), 1)
        self.assertEqual(workdays_between(FRIDAY, date(2024, 3, 15), {MONDAY}), 5)

    def test_month_end(self):
        self.assertEqual(month_end(date(2024, 2, 3)), date(2024, 2, 29))
        self.assertEqual(month_end(date(2023, 12, 31)), date(2023, 12, 31))

    def test_add_months(self):
        self.assertEqual(add_months(date(2024, 1, 31), 1), date(2024, 2, 29))
        self.assertEqual(add_months(date(2024, 11, 15), 3), date(2025, 2, 15))
        self.assertEqual(add_months(date(2024, 3, 30), -1), date(2024, 2, 29))
        self.assertEqual(add_months(date(2024, 6, 1), 6), date(2024, 12, 1))

    def test_nth_weekday(self):
        self.assertEqual(nth_weekday(2024, 11, 3, 4), date(2024, 11, 28))
        self.assertEqual(nth_weekday(2024, 3, 4, 1), date(2024, 3, 1))

    def test_last_weekday(self):
        self.assertEqual(nth_weekday(2024, 5, 0, -1), date(2024, 5, 27))
        self.assertEqual(nth_weekday(2024, 3, 6, -1), date(2024, 3, 31))

    def test_nth_weekday_refuses(self):
        with self.assertRaises(ValueError):
            nth_weekday(2024, 2, 0, 5)

    def test_age(self):
        self.assertEqual(age_on(date(2000, 5, 10), date(2024, 5, 9)), 23)
        self.assertEqual(age_on(date(2000, 5, 10), date(2024, 5, 10)), 24)
        self.assertEqual(age_on(date(2000, 5, 10), date(2024, 6, 1)), 24)

    def test_quarter(self):
        self.assertEqual(quarter(date(2024, 3, 31)), (2024, 1))
        self.assertEqual(quarter(date(2024, 10, 1)), (2024, 4))


if __name__ == "__main__":
    unittest.main()
