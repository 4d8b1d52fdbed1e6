import unittest

from geometry import Rect, bounds, hull, is_inside, signed_area


class GeometryTest(unittest.TestCase):
    def test_sides(self):
        rect = Rect(2, 3, 10, 5)
        self.assertEqual((rect.right, rect.bottom, rect.area), (12, 8, 50))

    def test_refuses_negative(self):
        with self.assertRaises(ValueError):
            Rect(0, 0, 1, -1)

    def test_contains(self):
        rect = Rect(0, 0, 4, 2)
        self.assertTrue(rect.contains(0, 0))
        self.assertTrue(rect.contains(3, 1))
        self.assertFalse(rect.contains(4, 1))
        self.assertFalse(rect.contains(1, 2))
        self.assertFalse(rect.contains(-1, 1))

    def test_intersection(self):
        self.assertEqual(Rect(0, 0, 5, 5).intersection(Rect(3, 2, 8, 1)), Rect(3, 2, 2, 1))

    def test_no_intersection(self):
        self.assertIsNone(Rect(0, 0, 5, 5).intersection(Rect(5, 0, 2, 2)))
        self.assertIsNone(Rect(0, 0, 5, 5).intersection(Rect(1, 9, 2, 2)))
        self.assertIsNone(Rect(0, 0, 2, 2).intersection(Rect(5, 5, 2, 2)))

    def test_union(self):
        self.assertEqual(Rect(0, 0, 2, 2).union(Rect(5, 1, 1, 4)), Rect(0, 0, 6, 5))
        self.assertEqual(Rect(9, 9, 0, 3).union(Rect(5, 1, 1, 4)), Rect(5, 1, 1, 4))

    def test_fit(self):
        self.assertEqual(Rect(0, 0, 100, 50).fit(1, 1), Rect(25, 0, 50, 50))
        self.assertEqual(Rect(10, 10, 40, 100).fit(2, 1), Rect(10, 50, 40, 20))

    def test_signed_area(self):
        square = [(0, 0), (4, 0), (4, 4), (0, 4)]
        self.assertEqual(signed_area(square), 16)
        self.assertEqual(signed_area(square[::-1]), -16)
        self.assertEqual(signed_area([(0, 0), (4, 0), (0, 3)]), 6)
        self.assertEqual(signed_area([(1, 1), (4, 1), (1, 5)]), 6)

    def test_is_inside(self):
        shape = [(0, 0), (6, 0), (6, 6), (3, 2), (0, 6)]
        self.assertTrue(is_inside(shape, 1, 1))
        self.assertTrue(is_inside(shape, 5, 3))
        self.assertFalse(is_inside(shape, 3, 4))
        self.assertFalse(is_inside(shape, 7, 1))

    def test_bounds(self):
        self.assertEqual(bounds([(3, 1), (-2, 5), (0, 0)]), Rect(-2, 0, 5, 5))
        self.assertIsNone(bounds([]))

    def test_hull(self):
        points = [(0, 0), (4, 0), (2, 2), (4, 4), (0, 4), (2, 0), (1, 3)]
        self.assertEqual(hull(points), [(0, 0), (4, 0), (4, 4), (0, 4)])

    def test_hull_of_few(self):
        self.assertEqual(hull([(2, 2), (1, 1), (2, 2)]), [(1, 1), (2, 2)])


if __name__ == "__main__":
    unittest.main()
